package eligibility

import (
	"slices"
	"strings"

	"elinde/generator/finding"
	"elinde/generator/programme"
)

// RunCases runs the worked examples and reports those whose outcome, or whose
// deciding rules where they are named, differ, and rules that decide no example.
func (b *Book) RunCases(t *programme.Tables, today programme.Date) []Fault {
	m := &maker{Tables: t, book: b}
	covered := map[*Rule]bool{}
	for i := range t.EligibilityCases {
		m.runCase(&t.EligibilityCases[i], covered)
	}
	for _, set := range b.Sets {
		for _, r := range set.Rules {
			if !covered[r] && (r.ValidTo == 0 || r.ValidTo >= today) {
				m.fault(finding.RuleWithoutCase, "rules", &r.Row, "id", r.ID)
			}
		}
	}
	return m.faults
}

// runCase runs one row. A row with a faulty answer is not run.
func (m *maker) runCase(row *programme.EligibilityCase, covered map[*Rule]bool) {
	if (row.ServiceID == "") == (row.ServiceType == "") {
		m.fault(finding.RuleTarget, "eligibility_cases", &row.Row, "service_id", string(row.ServiceID))
		return
	}
	before := len(m.faults)
	answers := m.readAnswers(row)
	if len(m.faults) > before || row.AsOf == 0 || row.Expected == "" {
		return
	}
	result := Result{Outcome: CannotTell} // no rules
	if set := m.book.sets[target{row.ServiceID, row.ServiceType}]; set != nil {
		result = m.book.Evaluate(set, answers, row.AsOf)
	}
	var deciding []string
	for _, r := range result.Reasons {
		if r.Decides {
			deciding = append(deciding, r.Rule.ID)
		}
	}
	slices.Sort(deciding)
	expected := slices.Sorted(slices.Values(row.ExpectedRules))
	switch {
	case result.Outcome != Outcome(row.Expected):
		m.fault(finding.CaseMismatch, "eligibility_cases", &row.Row, "expected", row.Expected,
			"case", row.ID, "outcome", string(result.Outcome), "rules", strings.Join(deciding, ", "))
	case len(expected) > 0 && !slices.Equal(expected, deciding):
		m.fault(finding.CaseRules, "eligibility_cases", &row.Row, "expected_rules", strings.Join(expected, ";"),
			"case", row.ID, "rules", strings.Join(deciding, ", "))
	default:
		for _, r := range result.Reasons {
			covered[r.Rule] = covered[r.Rule] || r.Decides
		}
	}
}

// readAnswers types the answers of a case.
func (m *maker) readAnswers(row *programme.EligibilityCase) Answers {
	answers := m.book.Blank()
	for _, cell := range row.Answers {
		id, value, ok := pair(cell)
		if !ok {
			m.fault(finding.AnswerMalformed, "eligibility_cases", &row.Row, "answers", cell)
			continue
		}
		n, known := m.book.index[programme.QuestionID(id)]
		switch {
		case !known:
			m.fault(finding.ReferenceUnknown, "eligibility_cases", &row.Row, "answers", id, "table", "questions", "suggestion", "")
		case answers[n] != Unanswered:
			m.fault(finding.AnswerMalformed, "eligibility_cases", &row.Row, "answers", cell)
		default:
			if a, ok := m.typed(m.book.Questions[n], value, row); ok {
				answers[n] = a
			}
		}
	}
	return answers
}

// typed reads one answer as the form would take it.
func (m *maker) typed(q *Question, value string, row *programme.EligibilityCase) (Answer, bool) {
	if q.Kind == Choices {
		var chosen Answer
		for _, id := range strings.Split(value, ",") {
			if value == noneChosen {
				break
			}
			i := m.answer(q, strings.TrimSpace(id), "eligibility_cases", &row.Row, "answers")
			if i < 0 {
				return 0, false
			}
			chosen |= 1 << i
		}
		return chosen, true
	}
	if q.Kind != Number && q.Kind != Day {
		i := m.answer(q, value, "eligibility_cases", &row.Row, "answers")
		return Answer(i), i >= 0
	}
	n, ok := scalar(q.Kind, value)
	high := q.Max
	if q.Kind == Day && high == 0 {
		high = int(row.AsOf)
	}
	if !ok || n < q.Min || n > high {
		m.fault(finding.ValueUnfit, "eligibility_cases", &row.Row, "answers", value, "question", string(q.ID), "kind", q.Kind)
		return 0, false
	}
	return Answer(n), true
}
