package eligibility

import (
	"slices"
	"strconv"
	"strings"

	"elinde/generator/finding"
	"elinde/generator/programme"
)

// Kinds of questions.
const (
	Choice  = "choice"
	Choices = "choices" // none, one or several of the options
	Number  = "number"
	Day     = "date"
	Place   = "place"
	YesNo   = "yes-no"
)

// mostChoices bounds the options of which several may be chosen: the browser counts
// in 32 bits.
const mostChoices = 30

// noneChosen is how a worked example says that no option of several is so.
const noneChosen = "none"

// firstDay is the first day that a question for a day takes by itself.
const firstDay = 19000101

// Question is a question with what can be answered.
type Question struct {
	*programme.Question
	Options []Option // choice, choices and yes-no, in their order; of places one each
	Min     int      // number; day as yyyymmdd
	Max     int      // likewise; 0: the day of the answer
	When    *When    // nil: always asked
}

// Option is an answer to choose.
type Option struct {
	ID       string
	Label    programme.Text // none for yes and no, and for places
	RulesOut []Condition
	Spares   programme.List // documents
	Row      *programme.Row // none likewise
}

// When says that a question arises only with certain answers to another.
type When struct {
	Question int
	Values   []int
}

// option finds an option's index.
func (q *Question) option(id string) int {
	return slices.IndexFunc(q.Options, func(o Option) bool { return o.ID == id })
}

// chose reports whether an answer is, or holds, an option.
func (q *Question) chose(a Answer, option int) bool {
	if q.Kind == Choices {
		return a >= 0 && a>>option&1 == 1
	}
	return int(a) == option
}

// is tests whether an answer is, or holds, one of some options.
func (q *Question) is(options ...int) Test {
	return Test{Set: options, Several: q.Kind == Choices}
}

// maker reads a Book and collects faults.
type maker struct {
	*programme.Tables
	book   *Book
	faults []Fault
}

func (m *maker) fault(code finding.Code, table string, row *programme.Row, column, value string, args ...string) {
	m.faults = append(m.faults, Fault{code, table, row, column, value, args})
}

// questions types the rows of questions and question_options.
func (m *maker) questions() {
	rows := make([]*programme.Question, 0, len(m.Questions))
	for i := range m.Questions {
		rows = append(rows, &m.Questions[i])
	}
	slices.SortStableFunc(rows, func(a, b *programme.Question) int { return position(a.Position) - position(b.Position) })
	m.book.index = map[programme.QuestionID]int{}
	for _, row := range rows {
		if _, twice := m.book.index[row.ID]; twice || row.ID == "" {
			continue // has its finding
		}
		m.book.index[row.ID] = len(m.book.Questions)
		m.book.Questions = append(m.book.Questions, &Question{Question: row})
	}
	m.options()
	for _, q := range m.book.Questions {
		m.limits(q)
		if (q.Kind == Choice || q.Kind == Choices) && len(q.Options) == 0 {
			m.fault(finding.OptionsMissing, "questions", &q.Row, "id", string(q.ID))
		}
	}
	for _, q := range m.book.Questions {
		m.when(q)
	}
	m.arrange()
}

// position gives the place in an order; rows without one come last.
func position(p programme.Whole) int {
	if !p.Set {
		return 1 << 30
	}
	return p.N
}

// options gives each question its answers.
func (m *maker) options() {
	rows := make([]*programme.QuestionOption, 0, len(m.QuestionOptions))
	for i := range m.QuestionOptions {
		rows = append(rows, &m.QuestionOptions[i])
	}
	slices.SortStableFunc(rows, func(a, b *programme.QuestionOption) int { return position(a.Position) - position(b.Position) })
	for _, o := range rows {
		i, ok := m.book.index[o.QuestionID]
		switch {
		case !ok || m.book.Questions[i].option(o.ID) >= 0: // has its finding
		case m.book.Questions[i].Kind != Choice && (m.book.Questions[i].Kind != Choices || len(m.book.Questions[i].Options) == mostChoices):
			m.fault(finding.OptionsIdle, "question_options", &o.Row, "question_id", string(o.QuestionID), "kind", m.book.Questions[i].Kind)
		default:
			m.book.Questions[i].Options = append(m.book.Questions[i].Options, Option{ID: o.ID, Label: o.Label, Spares: o.Spares, Row: &o.Row})
		}
	}
	for _, q := range m.book.Questions {
		switch q.Kind {
		case YesNo:
			q.Options = []Option{{ID: "yes"}, {ID: "no"}}
		case Place:
			for i := range m.Places {
				q.Options = append(q.Options, Option{ID: string(m.Places[i].ID)})
			}
		}
	}
}

// limits reads min and max.
func (m *maker) limits(q *Question) {
	read := func(column, cell string) (int, bool) {
		if cell == "" {
			return 0, false
		}
		n, ok := scalar(q.Kind, cell)
		if !ok {
			m.fault(finding.ValueUnfit, "questions", &q.Row, column, cell, "question", string(q.ID), "kind", q.Kind)
		}
		return n, ok
	}
	low, hasLow := read("min", q.Question.Min)
	high, hasHigh := read("max", q.Question.Max)
	switch {
	case hasLow && hasHigh && low > high:
		m.fault(finding.RangeReversed, "questions", &q.Row, "min", q.Question.Min+";"+q.Question.Max, "low", q.Question.Max, "high", q.Question.Min)
		low, high = high, low
	case q.Kind == Number && (q.Question.Min == "" || q.Question.Max == ""):
		m.fault(finding.RangeMissing, "questions", &q.Row, "min", "")
	case q.Kind == Day && !hasLow:
		low = firstDay
	}
	q.Min, q.Max = low, high
}

// scalar reads a whole number or a day by the question's kind.
func scalar(kind, s string) (int, bool) {
	switch kind {
	case Number:
		n, err := strconv.Atoi(s)
		return n, err == nil && n > -1<<31 && n < 1<<31
	case Day:
		var d programme.Date
		err := d.UnmarshalCSV(s)
		return int(d), err == nil && s != ""
	}
	return 0, false
}

// list splits at ";" and trims.
func list(s string) []string {
	var l programme.List
	_ = l.UnmarshalCSV(s) // cannot fail
	return l
}

// pair splits "question=value".
func pair(s string) (question, value string, ok bool) {
	question, value, ok = strings.Cut(s, "=")
	question, value = strings.TrimSpace(question), strings.TrimSpace(value)
	return question, value, ok && question != "" && value != ""
}
