package dataset

import (
	"math"
	"strconv"

	"elinde/generator/programme"
)

// sum is the parts of a total over a dimension.
type sum struct {
	parts []*programme.Observation
	over  dimension
}

// moved names, of each total that its parts do not give, the figure that is most
// likely the wrong one: whose change since the period before comes nearest to what
// is missing or too much. It says where the figure stands, what it is of, and both
// values.
func (r *report) moved(of map[*programme.Observation]*sum) map[*programme.Observation]string {
	before := r.predecessors(of)
	named := map[*programme.Observation]string{}
	for total, s := range of {
		gap := total.Value.F
		for _, o := range s.parts {
			gap -= o.Value.F // 0 where it has none
		}
		var wrong *programme.Observation
		least := math.Abs(gap) // what is left unexplained
		for _, o := range append([]*programme.Observation{total}, s.parts...) {
			was := before[o]
			if was == nil || !o.Value.Set() {
				continue
			}
			change := was.Value.F - o.Value.F
			if o == total {
				change = -change
			}
			if left := math.Abs(gap - change); left < least {
				wrong, least = o, left
			}
		}
		if wrong == nil {
			continue
		}
		at := strconv.Itoa(wrong.Line)
		if wrong.File != total.File {
			at = wrong.File + " " + at
		}
		was := before[wrong]
		named[total] = at + " (" + *s.over.cell(wrong) + "; " + was.TimePeriod + ": " + r.shown(was) + ", " + wrong.TimePeriod + ": " + r.shown(wrong) + ")"
	}
	return named
}

// predecessors gives the figures of the period before for totals and their parts.
func (r *report) predecessors(of map[*programme.Observation]*sum) map[*programme.Observation]*programme.Observation {
	wanted := map[*programme.Observation]bool{}
	for total, s := range of {
		wanted[total] = true
		for _, o := range s.parts {
			wanted[o] = true
		}
	}
	before := map[*programme.Observation]*programme.Observation{}
	if len(wanted) == 0 {
		return before
	}
	for _, h := range r.lines() {
		for i, p := range h {
			if wanted[p.Observation] {
				before[p.Observation] = predecessor(h, i)
			}
		}
	}
	return before
}
