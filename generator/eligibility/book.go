package eligibility

import (
	"elinde/generator/finding"
	"elinde/generator/programme"
)

// New types the rows and puts them together. Rows with faults are left out of the
// Book; what the columns' own checks report (unknown references, repeated ids) is
// not reported again.
func New(t *programme.Tables) (*Book, []Fault) {
	m := &maker{Tables: t, book: &Book{}}
	m.questions()
	m.conditions()
	m.rules()
	m.idle()
	return m.book, m.faults
}

// idle reports questions that no rule asks. A place is asked for to say where.
func (m *maker) idle() {
	used := make([]bool, len(m.book.Questions))
	for _, set := range m.book.Sets {
		for _, n := range set.Questions {
			used[n] = true
		}
	}
	for i, q := range m.book.Questions {
		if !used[i] && q.Kind != Place {
			m.fault(finding.QuestionIdle, "questions", &q.Row, "id", string(q.ID))
		}
	}
}

// overlaps reports two versions of one rule that are in force on the same day.
// Rows that exclude or ask for a review stand side by side, so only their exact
// repetition is one.
func (m *maker) overlaps(set *Set) {
	for i, a := range set.Rules {
		for _, b := range set.Rules[:i] {
			same := a.Effect == b.Effect && a.Group == b.Group && a.QuestionID == b.QuestionID && a.Op == b.Op
			if same && (a.Effect == Require || a.Value == b.Value) && a.Force().Meets(b.Force()) {
				m.fault(finding.RulesOverlap, "rules", &a.Row, "valid_from", a.ValidFrom.String(), "rule", a.ID, "other", b.ID)
				break
			}
		}
	}
}
