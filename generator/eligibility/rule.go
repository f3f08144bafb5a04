package eligibility

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"elinde/generator/finding"
	"elinde/generator/programme"
)

// Rule is a row of rules, typed.
type Rule struct {
	*programme.EligibilityRule
	Question int
	Test     Test
	group    int // number of its group in the set
}

// Test is a comparison brought onto one form: a set of answers or a range, both
// ends included.
type Test struct {
	Set    []int // of options or places, ascending; nil: the range counts
	Lo, Hi int   // math.MinInt, math.MaxInt: open
	Age    bool  // the range is of full years since the answer, a day
	// Several says that the answer holds several options, of which one is enough.
	Several bool
}

// Holds compares an answer. A year of age is full on the birthday; who was born
// on 29 February has it on 1 March of common years.
func (t *Test) Holds(a Answer, asOf programme.Date) bool {
	n := int(a)
	if t.Several {
		return slices.ContainsFunc(t.Set, func(option int) bool { return a>>option&1 == 1 })
	}
	if t.Set != nil {
		_, found := slices.BinarySearch(t.Set, n)
		return found
	}
	if t.Age {
		if n > int(asOf) {
			return false
		}
		n = (int(asOf) - n) / 10000
	}
	return t.Lo <= n && n <= t.Hi
}

// Force gives the days on which the rule counts.
func (r *Rule) Force() programme.Span { return programme.Span{From: r.ValidFrom, To: r.ValidTo} }

// operators that fit each kind of question.
var operators = map[string][]string{
	Choice:  {"eq", "in", "not_in"},
	Choices: {"eq", "in"},
	Place:   {"eq", "in", "not_in"},
	YesNo:   {"eq"},
	Number:  {"eq", "lt", "le", "ge", "gt", "between"},
	Day:     {"eq", "lt", "le", "ge", "gt", "between"},
}

// rules types the rows of rules and puts them into sets. A row that cannot be
// understood has a fault and is in no set.
func (m *maker) rules() {
	sets := map[target]*Set{}
	m.book.sets = sets
	for i := range m.Rules {
		row := &m.Rules[i]
		if (row.ServiceID == "") == (row.ServiceType == "") {
			m.fault(finding.RuleTarget, "rules", &row.Row, "service_id", string(row.ServiceID))
			continue
		}
		switch grouped := row.Group != ""; {
		case row.Effect == Require && !grouped:
			m.fault(finding.GroupMissing, "rules", &row.Row, "group", "")
		case row.Effect != Require && grouped:
			m.fault(finding.GroupUnused, "rules", &row.Row, "group", row.Group, "effect", row.Effect)
		}
		if row.LegalRef == "" && row.Origin == "" {
			m.fault(finding.RuleWithoutBasis, "rules", &row.Row, "legal_ref", "")
		}
		n, known := m.book.index[row.QuestionID]
		if !known {
			continue // has its finding
		}
		test, ok := m.test(row, m.book.Questions[n])
		if !ok {
			continue
		}
		key := target{row.ServiceID, row.ServiceType}
		if sets[key] == nil {
			sets[key] = &Set{ServiceID: row.ServiceID, ServiceType: row.ServiceType}
			m.book.Sets = append(m.book.Sets, sets[key])
		}
		sets[key].Rules = append(sets[key].Rules, &Rule{EligibilityRule: row, Question: n, Test: test})
	}
	for _, set := range m.book.Sets {
		m.overlaps(set)
		set.arrange(m.book)
	}
}

// arrange puts the rules in the order of their telling, groups together, and
// lists the questions.
func (s *Set) arrange(b *Book) {
	rank := map[string]int{Require: 0, Exclude: 1, Review: 2}
	group := map[string]int{}
	for _, r := range s.Rules {
		if _, seen := group[r.Group]; !seen {
			group[r.Group] = len(group)
		}
		r.group = group[r.Group]
	}
	s.groups = len(group)
	slices.SortStableFunc(s.Rules, func(a, b *Rule) int {
		return cmp.Or(rank[a.Effect]-rank[b.Effect], a.group-b.group)
	})
	for _, r := range s.Rules {
		for n := r.Question; !slices.Contains(s.Questions, n); {
			s.Questions = append(s.Questions, n)
			if w := b.Questions[n].When; w != nil {
				n = w.Question
			}
		}
	}
	slices.Sort(s.Questions)
}

// test types the operator and the value of a row.
func (m *maker) test(row *programme.EligibilityRule, q *Question) (Test, bool) {
	fits := operators[q.Kind]
	if !slices.Contains(fits, row.Op) {
		m.fault(finding.OperatorUnfit, "rules", &row.Row, "op", row.Op, "question", string(q.ID), "kind", q.Kind, "allowed", strings.Join(fits, ", "))
		return Test{}, false
	}
	values := list(row.Value)
	switch want := map[string]int{"in": len(values), "not_in": len(values), "between": 2}[row.Op]; {
	case len(values) != max(want, 1):
		m.fault(finding.ValueCount, "rules", &row.Row, "value", row.Value, "op", row.Op, "count", strconv.Itoa(max(want, 1)))
		return Test{}, false
	case q.Options != nil || q.Kind == Choice || q.Kind == Choices:
		return m.among(row, q, values)
	}
	return m.span(row, q, values)
}

// among types a comparison with options or places. A place stands for all that
// lies in it.
func (m *maker) among(row *programme.EligibilityRule, q *Question, values []string) (Test, bool) {
	chosen := map[int]bool{}
	for _, v := range values {
		n := m.answer(q, v, "rules", &row.Row, "value")
		if n < 0 {
			return Test{}, false
		}
		chosen[n] = true
	}
	if q.Kind == Place {
		for i := range m.Places {
			for up, depth := i, 0; up >= 0 && depth < 8; depth++ {
				if chosen[up] {
					chosen[i] = true
				}
				up = q.option(string(m.Places[up].ParentID))
			}
		}
	}
	t := q.is()
	t.Set = []int{}
	for i := range q.Options {
		if chosen[i] == (row.Op != "not_in") {
			t.Set = append(t.Set, i)
		}
	}
	return t, true
}

// span types a comparison of numbers, days or ages.
func (m *maker) span(row *programme.EligibilityRule, q *Question, values []string) (Test, bool) {
	t := Test{Lo: math.MinInt, Hi: math.MaxInt}
	var n []int
	for i, v := range values {
		years, age := strings.CutSuffix(v, "y")
		kind := q.Kind
		if age = age && q.Kind == Day; age {
			kind, v = Number, years
		}
		x, ok := scalar(kind, v)
		if !ok || i > 0 && age != t.Age || age && (x < 0 || x > 150) {
			m.fault(finding.ValueUnfit, "rules", &row.Row, "value", row.Value, "question", string(q.ID), "kind", q.Kind)
			return Test{}, false
		}
		t.Age, n = age, append(n, x)
	}
	switch row.Op {
	case "eq":
		t.Lo, t.Hi = n[0], n[0]
	case "lt":
		t.Hi = n[0] - 1
	case "le":
		t.Hi = n[0]
	case "ge":
		t.Lo = n[0]
	case "gt":
		t.Lo = n[0] + 1
	case "between":
		if n[0] > n[1] {
			m.fault(finding.RangeReversed, "rules", &row.Row, "value", row.Value, "low", values[1], "high", values[0])
			return Test{}, false
		}
		t.Lo, t.Hi = n[0], n[1]
	}
	return t, true
}
