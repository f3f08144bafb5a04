package disclosure

import (
	"slices"

	"elinde/generator/programme"
)

// pattern is one way of splitting a total: by places of a level, by sex, by both.
type pattern struct {
	block
	level    string
	split    [4]bool // service type, sex, age, target group
	declared string
}

// closeLoneParts withholds the total of a closed table that has a single part
// with a value: missing parts say that they are missing, so the total would be
// the part.
func closeLoneParts(closed, totals map[block]bool, to *programme.Tables, x *programme.Index) {
	parts := map[pattern]map[string]bool{}
	for i := range to.Observations {
		o := &to.Observations[i]
		b := block{o.Indicator, o.TimePeriod}
		missing := !o.Value.Set() && !o.Status.Has("Q") && o.ConfStatus == "F"
		if !closed[b] || missing || isGrandTotal(o, x) {
			continue
		}
		p := pattern{block: b, split: [4]bool{isPart(o.ServiceType), isPart(o.Sex), isPart(o.Age), isPart(o.TargetGroup)}}
		if place := x.Place[o.RefArea]; place != nil {
			p.level = rank(place.Level)
		}
		key := string(o.RefArea) + "." + string(o.ServiceType) + "." + string(o.Sex) + "." + string(o.Age) + "." + string(o.TargetGroup)
		for _, id := range o.Extra {
			key += "." + string(id)
			if isPart(id) {
				p.declared += "x"
			} else {
				p.declared += "_"
			}
		}
		if parts[p] == nil {
			parts[p] = map[string]bool{}
		}
		parts[p][key] = true
	}
	for p, keys := range parts {
		if len(keys) == 1 {
			totals[p.block] = true
		}
	}
}

func isPart(id programme.TermID) bool { return id != "_T" && id != "_Z" }

// rank puts together the levels that split the same total: a city with the
// rights of a welaýat stands beside welaýats.
func rank(level string) string {
	switch level {
	case "city":
		return "welayat"
	case "borough":
		return "etrap"
	}
	return level
}

// hideBaselines blanks the baseline of an indicator whose total of that period is
// withheld: it is the same figure.
func hideBaselines(totals map[block]bool, to *programme.Tables) {
	to.Indicators = slices.Clone(to.Indicators)
	for i := range to.Indicators {
		if n := &to.Indicators[i]; totals[block{n.ID, n.BaselinePeriod}] {
			n.Baseline, n.BaselinePeriod = programme.Decimal{}, ""
		}
	}
}
