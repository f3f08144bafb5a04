package eligibility

import "elinde/generator/programme"

// Result is an outcome with its reasons.
type Result struct {
	Outcome Outcome
	Reasons []Reason // of the rules in force, in the order of the set
}

// Reason is what became of a rule.
type Reason struct {
	Rule    *Rule
	Truth   Truth // whether the rule holds
	Decides bool  // the outcome rests on it
}

// Evaluate judges a set of rules. Answers are as given: those to questions that
// do not arise are ignored.
func (b *Book) Evaluate(set *Set, given Answers, asOf programme.Date) Result {
	answers := b.settle(given, nil)
	v := set.weigh(answers, asOf)
	r := Result{Outcome: v.outcome()}
	for _, rule := range set.Rules {
		if rule.Force().Holds(asOf) {
			truth := rule.truth(answers, asOf)
			r.Reasons = append(r.Reasons, Reason{rule, truth, v.decides(rule, truth)})
		}
	}
	return r
}

// truth compares the rule with settled answers.
func (r *Rule) truth(answers Answers, asOf programme.Date) Truth {
	return r.Test.truth(answers[r.Question], asOf)
}

// truth compares a settled answer, or none.
func (t *Test) truth(a Answer, asOf programme.Date) Truth {
	switch {
	case a == Unanswered:
		return Maybe
	case a != Moot && t.Holds(a, asOf):
		return Yes
	}
	return No
}

// verdict is what the rows of a set add up to.
type verdict struct {
	require, exclude, review Truth
	groups                   []Truth
}

// weigh judges settled answers.
func (s *Set) weigh(answers Answers, asOf programme.Date) verdict {
	v := verdict{require: No, exclude: No, review: No, groups: make([]Truth, s.groups)}
	inForce := make([]bool, s.groups)
	for _, rule := range s.Rules {
		if !rule.Force().Holds(asOf) {
			continue
		}
		t := rule.truth(answers, asOf)
		switch rule.Effect {
		case Require:
			if g := rule.group; inForce[g] {
				v.groups[g] = min(v.groups[g], t)
			} else {
				v.groups[g], inForce[g] = t, true
			}
		case Exclude:
			v.exclude = max(v.exclude, t)
		case Review:
			v.review = max(v.review, t)
		}
	}
	asked := false
	for g, is := range inForce {
		if is {
			asked, v.require = true, max(v.require, v.groups[g])
		}
	}
	if !asked { // nothing that could speak for it
		v.require = Maybe
	}
	return v
}

// outcome: an exclusion or an unmet requirement means not; whatever is unknown,
// and a review, stand in the way of likely.
func (v *verdict) outcome() Outcome {
	switch {
	case v.exclude == Yes || v.require == No:
		return Not
	case v.require == Yes && v.exclude == No && v.review == No:
		return Likely
	}
	return CannotTell
}

// decides reports whether the outcome rests on a rule.
func (v *verdict) decides(r *Rule, t Truth) bool {
	switch v.outcome() {
	case Likely:
		return r.Effect == Require && v.groups[r.group] == Yes
	case Not:
		if v.exclude == Yes {
			return r.Effect == Exclude && t == Yes
		}
		return r.Effect == Require && t == No
	}
	if r.Effect == Require {
		return v.require == Maybe && t == Maybe && v.groups[r.group] == Maybe
	}
	return t != No
}
