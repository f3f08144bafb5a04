package eligibility

import (
	"slices"
	"strconv"

	"elinde/generator/finding"
	"elinde/generator/programme"
)

// Prove tries each set of rules with all answers to its questions that it can
// tell apart, today and on each later day on which other rules come into force,
// and reports what can never be. The answers of one set do not concern another:
// only the questions that its rules use are tried.
func (b *Book) Prove(today programme.Date) []Fault {
	faults := b.proveConditions(today)
	for _, set := range b.Sets {
		t := trial{book: b, set: set, met: map[*Rule]bool{}, told: map[string]bool{}}
		for _, day := range set.seasons(today) {
			t.run(day)
		}
		faults = append(faults, t.neverMet(today)...)
		faults = append(faults, t.faults...)
	}
	return faults
}

// seasons lists the days from today on on which the rules in force change, today
// first.
func (s *Set) seasons(today programme.Date) []programme.Date {
	days := []programme.Date{today}
	for _, r := range s.Rules {
		if r.ValidFrom > today {
			days = append(days, r.ValidFrom)
		}
		if r.ValidTo >= today {
			days = append(days, r.ValidTo.AddDays(1))
		}
	}
	slices.Sort(days)
	return slices.Compact(days) // several rules may begin on one day
}

// trial is what was seen of one set.
type trial struct {
	book   *Book
	set    *Set
	met    map[*Rule]bool
	told   map[string]bool // groups reported, "" for the set
	faults []Fault
}

func (t *trial) fault(code finding.Code, r *Rule, value string, args ...string) {
	t.faults = append(t.faults, Fault{code, "rules", &r.Row, "", value, args})
}

// run tries all answers on one day.
func (t *trial) run(day programme.Date) {
	var force []*Rule
	for _, r := range t.set.Rules {
		if r.Force().Holds(day) {
			force = append(force, r)
		}
	}
	if len(force) == 0 {
		return
	}
	if t.book.Size(t.set, day) > MostAnswers {
		t.tooLarge(day, force)
		return
	}
	could := make([]bool, t.set.groups)
	reached := false
	t.book.Each(t.set, day, false, func(a Answers) bool {
		for _, r := range force {
			t.met[r] = t.met[r] || r.truth(a, day) == Yes
		}
		v := t.set.weigh(a, day)
		for g := range could {
			could[g] = could[g] || v.groups[g] == Yes
		}
		reached = reached || v.require == Yes && v.exclude == No
		return true
	})
	t.judge(day, force, could, reached)
}

// judge reports what was not reached. Of a rule, its group and the service only
// the smallest is named, for the others follow from it.
func (t *trial) judge(day programme.Date, force []*Rule, could []bool, reached bool) {
	smaller := false
	for _, r := range force {
		if r.Effect != Require || could[r.group] {
			continue
		}
		smaller = true
		alone := slices.ContainsFunc(force, func(x *Rule) bool { return x.Effect == Require && x.group == r.group && !t.met[x] })
		if !alone && !t.told[r.Group] {
			t.told[r.Group] = true
			t.fault(finding.GroupContradictory, r, r.Group, "day", day.String())
		}
	}
	if !reached && !smaller && !t.told[""] {
		t.told[""] = true
		t.fault(finding.ServiceUnreachable, force[0], t.set.target(), "day", day.String())
	}
}

// target names what the rules are of.
func (s *Set) target() string {
	if s.ServiceID != "" {
		return string(s.ServiceID)
	}
	return string(s.ServiceType)
}

// tooLarge says that the set is too large to be tried whole, and tries each group
// by itself.
func (t *trial) tooLarge(day programme.Date, force []*Rule) {
	if !t.told["\x00"] {
		t.told["\x00"] = true
		t.fault(finding.AnswersTooMany, force[0], t.set.target(), "limit", strconv.Itoa(MostAnswers))
	}
	for i := 0; i < len(force); {
		part, start := &Set{ServiceID: t.set.ServiceID, ServiceType: t.set.ServiceType}, i
		for first := force[i]; i < len(force) && force[i].Effect == first.Effect && force[i].Group == first.Group; i++ {
			r := *force[i]
			part.Rules = append(part.Rules, &r)
			if first.Effect != Require { // these stand alone
				i++
				break
			}
		}
		part.arrange(t.book)
		if t.book.Size(part, day) > MostAnswers {
			for _, r := range force[start:i] {
				t.met[r] = true // nobody looked
			}
			continue
		}
		own := trial{book: t.book, set: part, met: map[*Rule]bool{}, told: map[string]bool{"": true}}
		own.run(day)
		for _, f := range own.faults {
			if !t.told[f.Value] {
				t.told[f.Value] = true
				t.faults = append(t.faults, f)
			}
		}
		for k, r := range part.Rules { // alike in effect and group, so in their old order
			whole := force[start+k]
			t.met[whole] = t.met[whole] || own.met[r]
		}
	}
}

// neverMet reports rules in force on some day that no answer met.
func (t *trial) neverMet(today programme.Date) []Fault {
	var faults []Fault
	for _, r := range t.set.Rules {
		if !t.met[r] && (r.ValidTo == 0 || r.ValidTo >= today) {
			faults = append(faults, Fault{finding.RuleNeverMet, "rules", &r.Row, "value", r.Value, []string{"rule", r.ID, "question", string(r.QuestionID)}})
		}
	}
	return faults
}
