package hsds

import (
	"strings"

	"elinde/generator/eligibility"
	"elinde/generator/programme"
)

// eligibility says in words who is likely to be entitled, as the page of the service
// does: what all or one of which must be true, none of which may be, and what only a
// social worker can tell, a line each, with the law that it rests on. The specification has no form for rules; an
// age that every way asks for is told as a number too.
func (e *exporter) eligibility(r Row, s *programme.Service) {
	var ways [][]*programme.EligibilityRule
	way := map[string]int{}
	other := map[string][]*programme.EligibilityRule{}
	for _, rule := range e.rulesOf(s) {
		if rule.Effect != eligibility.Require {
			other[rule.Effect] = append(other[rule.Effect], rule)
			continue
		}
		at, known := way[rule.Group]
		if !known {
			at = len(ways)
			way[rule.Group] = at
			ways = append(ways, nil)
		}
		ways[at] = append(ways[at], rule)
	}
	words := make(programme.Text, len(e.Languages))
	for i, code := range e.Languages {
		var lines []string
		head := func(key string) { lines = append(lines, strings.TrimSuffix(e.say(code, key), ":")+":") }
		told := func(rules []*programme.EligibilityRule, indent string) {
			for _, rule := range rules {
				met, _ := rule.Met.In(i)
				lines = append(lines, indent+"- "+met+e.basis(rule, code))
			}
		}
		switch {
		case len(ways) == 1:
			head("eligibility_all")
			told(ways[0], "")
		case len(ways) > 1:
			head("eligibility_some")
			for _, w := range ways {
				if len(w) == 1 {
					told(w, "")
					continue
				}
				lines = append(lines, "- "+e.say(code, "eligibility_together"))
				told(w, "  ")
			}
		}
		for _, more := range []struct{ effect, key string }{{eligibility.Exclude, "eligibility_none"}, {eligibility.Review, "eligibility_look"}} {
			if rules := other[more.effect]; len(rules) > 0 {
				head(more.key)
				told(rules, "")
			}
		}
		words[i] = strings.Join(lines, "\n")
	}
	e.text(r, "eligibility_description", words)
	if len(ways) == 1 {
		for _, rule := range ways[0] {
			e.age(r, rule)
		}
	}
}

// basis says in brackets what a rule rests on, as the page does: the law, or that it was
// made up.
func (e *exporter) basis(rule *programme.EligibilityRule, code string) string {
	var said []string
	if rule.LegalRef != "" {
		said = append(said, e.say(code, "eligibility_law")+" "+rule.LegalRef)
	}
	if rule.Origin == programme.Illustration {
		said = append(said, e.say(code, "eligibility_example"))
	}
	if len(said) == 0 {
		return ""
	}
	return " (" + strings.Join(said, ", ") + ")"
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
