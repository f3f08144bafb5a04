package pages

import (
	"elinde/generator/eligibility"
	"elinde/generator/programme"
)

// fit is what a service's page says of whom it may be for: its rules in force as
// sentences to mark on paper. One group of those required is enough.
type fit struct {
	Href    string      `json:"href"` // of the checker
	Require [][]fitLine `json:"require,omitempty"`
	Exclude []fitLine   `json:"exclude,omitempty"`
	Review  []fitLine   `json:"review,omitempty"`
	Example bool        `json:"example,omitempty"` // some are made up and have no clause that could be looked up
}

// fitLine is a rule as a sentence that is true or not.
type fitLine struct {
	text
	Law     string `json:"law,omitempty"` // clause
	Source  *link  `json:"source,omitempty"`
	Example bool   `json:"example,omitempty"` // made up for the demonstration
	Until   *day   `json:"until,omitempty"`
}

// fitOf says whom a service may be for; nil where no rule is in force.
func (w *planner) fitOf(s *programme.Service) *fit {
	set := w.rules.SetOf(s)
	if set == nil || !open(s) {
		return nil
	}
	v := &fit{Href: w.href(roomEligibility)}
	group, any := "", false
	for _, r := range set.Rules {
		if !r.Force().Holds(w.today) {
			continue
		}
		any = true
		v.Example = v.Example || r.Origin == programme.Illustration && r.LegalRef == ""
		line := fitLine{text: w.text(r.Met), Law: r.LegalRef, Source: w.origin(r.Origin), Example: r.Origin == programme.Illustration, Until: w.day(r.ValidTo)}
		switch r.Effect {
		case eligibility.Exclude:
			v.Exclude = append(v.Exclude, line)
		case eligibility.Review:
			v.Review = append(v.Review, line)
		default:
			if len(v.Require) == 0 || r.Group != group {
				v.Require = append(v.Require, nil)
			}
			group = r.Group
			last := len(v.Require) - 1
			v.Require[last] = append(v.Require[last], line)
		}
	}
	if !any {
		return nil
	}
	return v
}
