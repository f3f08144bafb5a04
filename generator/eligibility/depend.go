package eligibility

import (
	"slices"
	"strings"

	"elinde/generator/finding"
	"elinde/generator/programme"
)

// when reads depends_on. Only answers to choose can be depended on.
func (m *maker) when(q *Question) {
	cell := q.DependsOn
	if cell == "" {
		return
	}
	id, values, ok := pair(cell)
	if !ok {
		m.fault(finding.AnswerMalformed, "questions", &q.Row, "depends_on", cell)
		return
	}
	i, known := m.book.index[programme.QuestionID(id)]
	if !known {
		m.fault(finding.ReferenceUnknown, "questions", &q.Row, "depends_on", id, "table", "questions", "suggestion", "")
		return
	}
	parent := m.book.Questions[i]
	if parent.Kind != Choice && parent.Kind != YesNo {
		m.fault(finding.OperatorUnfit, "questions", &q.Row, "depends_on", cell, "question", id, "kind", parent.Kind, "allowed", Choice+", "+YesNo)
		return
	}
	w := &When{Question: i}
	for _, v := range list(values) {
		if o := m.answer(parent, v, "questions", &q.Row, "depends_on"); o >= 0 && !slices.Contains(w.Values, o) {
			w.Values = append(w.Values, o)
		}
	}
	if len(w.Values) > 0 {
		slices.Sort(w.Values)
		q.When = w
	}
}

// answer finds the option that a cell names, -1 with a fault where there is none.
func (m *maker) answer(q *Question, value, table string, row *programme.Row, column string) int {
	if i := q.option(value); i >= 0 {
		return i
	}
	var offered []string
	for _, o := range q.Options {
		offered = append(offered, o.ID)
		for _, label := range o.Label {
			if strings.EqualFold(label, value) {
				m.fault(finding.AnswerLabel, table, row, column, value, "question", string(q.ID), "code", o.ID)
				return -1
			}
		}
	}
	if q.Kind == Place {
		offered = nil
	}
	m.fault(finding.AnswerNotOffered, table, row, column, value, "question", string(q.ID), "offered", strings.Join(offered, ", "))
	return -1
}

// arrange orders the questions so that those depended on come first, and cuts
// circles where they begin.
func (m *maker) arrange() {
	const fresh, open, done = 0, 1, 2
	state := make([]int, len(m.book.Questions))
	var visit func(i int, way []string) bool
	visit = func(i int, way []string) bool {
		q := m.book.Questions[i]
		way = append(way, string(q.ID))
		switch state[i] {
		case open:
			m.fault(finding.Cycle, "questions", &q.Row, "depends_on", q.DependsOn, "path",
				strings.Join(way[slices.Index(way, string(q.ID)):], " → "))
			return false
		case done:
			return true
		}
		state[i] = open
		if q.When != nil && !visit(q.When.Question, way) {
			q.When = nil
		}
		state[i] = done
		m.book.order = append(m.book.order, i)
		return true
	}
	for i := range m.book.Questions {
		visit(i, nil)
	}
}

// settle gives the answers as the rules see them: a question that does not arise
// is moot, and one of which it is not known whether it arises is not answered.
func (b *Book) settle(given, into Answers) Answers {
	into = append(into[:0], given...)
	for _, i := range b.order {
		if into[i] == Moot { // settled before, with other answers
			into[i] = Unanswered
		}
		w := b.Questions[i].When
		if w == nil {
			continue
		}
		switch parent := into[w.Question]; {
		case parent == Unanswered:
			into[i] = Unanswered
		case parent == Moot || !slices.Contains(w.Values, int(parent)):
			into[i] = Moot
		}
	}
	return into
}
