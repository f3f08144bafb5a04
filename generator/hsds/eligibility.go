package hsds

import (
	"strings"

	"elinde/generator/programme"
)

// eligibility says in words who is likely to be entitled: a line for each way, the
// conditions of a way joined by semicolons. The specification has no form for
// rules; an age that every way asks for is told as a number too.
func (e *exporter) eligibility(r Row, s *programme.Service) {
	var groups []string
	by := map[string][]*programme.EligibilityRule{}
	for _, rule := range e.rulesOf(s) {
		if rule.Effect != "require" {
			continue
		}
		if by[rule.Group] == nil {
			groups = append(groups, rule.Group)
		}
		by[rule.Group] = append(by[rule.Group], rule)
	}
	words := make(programme.Text, len(e.Languages))
	for i := range words {
		var lines []string
		for _, g := range groups {
			var met []string
			for _, rule := range by[g] {
				m, _ := rule.Met.In(i)
				met = append(met, strings.TrimSuffix(m, "."))
			}
			lines = append(lines, strings.Join(met, "; "))
		}
		words[i] = strings.Join(lines, "\n")
	}
	e.text(r, "eligibility_description", words)
	if len(groups) == 1 {
		for _, rule := range by[groups[0]] {
			e.age(r, rule)
		}
	}
}

// rulesOf lists the rules in force: those of the service, or those of its type
// where it has none of its own.
func (e *exporter) rulesOf(s *programme.Service) []*programme.EligibilityRule {
	var own, typed []*programme.EligibilityRule
	alone := false
	for i := range e.Rules {
		rule := &e.Rules[i]
		in := programme.Span{From: rule.ValidFrom, To: rule.ValidTo}.Holds(e.today)
		alone = alone || rule.ServiceID == s.ID
		switch {
		case in && rule.ServiceID == s.ID:
			own = append(own, rule)
		case in && rule.ServiceID == "" && rule.ServiceType == s.ServiceType:
			typed = append(typed, rule)
		}
	}
	if alone {
		return own
	}
	return typed
}

// age reads a bound on the age in years ("18y") out of a rule.
func (e *exporter) age(r Row, rule *programme.EligibilityRule) {
	low, high, _ := strings.Cut(rule.Value, ";")
	low, isAge := strings.CutSuffix(strings.TrimSpace(low), "y")
	if !isAge {
		return
	}
	switch rule.Op {
	case "ge":
		r["minimum_age"] = low
	case "le":
		r["maximum_age"] = low
	case "between":
		r["minimum_age"], r["maximum_age"] = low, strings.TrimSuffix(strings.TrimSpace(high), "y")
	}
}
