package eligibility

import (
	"slices"
	"strings"

	"elinde/generator/finding"
	"elinde/generator/programme"
)

// Condition is a comparison of one answer outside the rules of a service.
type Condition struct {
	Question int
	Test     Test
	cell     string // as it was written
}

// Line is a helpline that is shown first to some.
type Line struct {
	*programme.Helpline
	First []Condition
}

// Calls gives the helplines to be shown before anything else, by position: those
// whose first condition holds and whose others may.
func (b *Book) Calls(given Answers, asOf programme.Date) []*Line {
	answers := b.settle(given, nil)
	var lines []*Line
	for _, l := range b.Lines {
		fits := true
		for i, c := range l.First {
			t := c.Test.truth(answers[c.Question], asOf)
			fits = fits && (t == Yes || i > 0 && t == Maybe)
		}
		if fits {
			lines = append(lines, l)
		}
	}
	return lines
}

// SparedBy gives the answers of which each spares somebody a document.
func (b *Book) SparedBy(document programme.TermID) []Condition {
	var list []Condition
	for n, q := range b.Questions {
		c := Condition{Question: n, Test: q.is()}
		for i, o := range q.Options {
			if o.Spares.Has(string(document)) {
				c.Test.Set = append(c.Test.Set, i)
			}
		}
		if c.Test.Set != nil {
			list = append(list, c)
		}
	}
	return list
}

// Spared reports whether an answer spares somebody a document.
func (b *Book) Spared(document programme.TermID, given Answers) bool {
	answers := b.settle(given, nil)
	return slices.ContainsFunc(b.SparedBy(document), func(c Condition) bool { return c.Test.truth(answers[c.Question], 0) == Yes })
}

// Doubt gives the first question whose answer contradicts the answer to question
// n, -1 for none.
func (b *Book) Doubt(n int, given Answers, asOf programme.Date) int {
	answers := b.settle(given, nil)
	out := func(from, to int) bool {
		q := b.Questions[from]
		for i, o := range q.Options {
			if q.chose(answers[from], i) && slices.ContainsFunc(o.RulesOut, func(c Condition) bool {
				return c.Question == to && c.Test.truth(answers[to], asOf) == Yes
			}) {
				return true
			}
		}
		return false
	}
	for i := range b.Questions {
		if out(n, i) || out(i, n) {
			return i
		}
	}
	return -1
}

// conditions reads what options rule out and for whom helplines come first.
func (m *maker) conditions() {
	for i := range m.QuestionOptions {
		row := &m.QuestionOptions[i]
		n, known := m.book.index[row.QuestionID]
		if !known {
			continue // has its finding
		}
		if o := m.book.Questions[n].option(row.ID); o >= 0 {
			m.book.Questions[n].Options[o].RulesOut = m.readConditions(row.RulesOut, "question_options", &row.Row, "rules_out")
		}
	}
	lines := make([]*Line, 0, len(m.Helplines))
	for i := range m.Helplines {
		row := &m.Helplines[i]
		// A line with a faulty condition is for fewer than is written, so it is left out.
		if first := m.readConditions(row.FirstFor, "helplines", &row.Row, "first_for"); len(first) > 0 && len(first) == len(row.FirstFor) {
			lines = append(lines, &Line{row, first})
		}
	}
	slices.SortStableFunc(lines, func(a, b *Line) int { return position(a.Position) - position(b.Position) })
	m.book.Lines = lines
}

// readConditions reads a cell of "question op value;…", several values with commas.
// A comparison is typed as in a rule; what is wrong with it is reported of the cell.
func (m *maker) readConditions(cells []string, table string, row *programme.Row, column string) []Condition {
	var list []Condition
	for _, cell := range cells {
		words := strings.Fields(cell)
		if len(words) != 3 {
			m.fault(finding.ConditionMalformed, table, row, column, cell)
			continue
		}
		n, known := m.book.index[programme.QuestionID(words[0])]
		if !known {
			m.fault(finding.ReferenceUnknown, table, row, column, words[0], "table", "questions", "suggestion", "")
			continue
		}
		before := len(m.faults)
		test, ok := m.test(&programme.EligibilityRule{Op: words[1], Value: strings.ReplaceAll(words[2], ",", ";")}, m.book.Questions[n])
		for i := before; i < len(m.faults); i++ {
			m.faults[i].Table, m.faults[i].Row, m.faults[i].Column = table, row, column
		}
		if ok {
			list = append(list, Condition{n, test, cell})
		}
	}
	return list
}

// proveConditions reports conditions that no answer meets, by themselves or with
// those beside them: they would silently never count.
func (b *Book) proveConditions(today programme.Date) []Fault {
	var faults []Fault
	try := func(table string, row *programme.Row, column, id string, list []Condition, among int) {
		if !b.meets(list, today) {
			var cells []string
			for _, c := range list[among:] {
				cells = append(cells, c.cell)
			}
			n := list[among].Question
			faults = append(faults, Fault{finding.RuleNeverMet, table, row, column, strings.Join(cells, ";"), []string{"rule", id, "question", string(b.Questions[n].ID)}})
		}
	}
	for n, q := range b.Questions {
		for i, o := range q.Options {
			for _, c := range o.RulesOut {
				own := Condition{Question: n, Test: q.is(i)}
				try("question_options", o.Row, "rules_out", o.ID, []Condition{own, c}, 1)
			}
		}
	}
	for _, l := range b.Lines {
		try("helplines", &l.Row, "first_for", l.ID, l.First, 0)
	}
	return faults
}

// meets reports whether some answers meet all of some conditions.
func (b *Book) meets(list []Condition, today programme.Date) bool {
	set := &Set{}
	for _, c := range list {
		row := &programme.EligibilityRule{Effect: Require, Group: "all"}
		set.Rules = append(set.Rules, &Rule{EligibilityRule: row, Question: c.Question, Test: c.Test})
	}
	set.arrange(b)
	met := b.Size(set, today) > MostAnswers // nobody looked
	b.Each(set, today, false, func(a Answers) bool {
		v := set.weigh(a, today)
		met = met || v.require == Yes
		return !met
	})
	return met
}
