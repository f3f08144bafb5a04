package dataset

import (
	"slices"
	"strconv"
	"strings"

	"elinde/generator/finding"
	"elinde/generator/programme"
)

// fewestRemarked is from how many figures on it is remarkable what nine in ten, or one
// in ten, of a period have in common.
const fewestRemarked = 20

// coming looks at the newest figures of a release to come: whether they are those of
// the period before under a new name, lost their values, or are called final too early.
func (r *report) coming(rel *programme.Release, before []*programme.Release, held map[programme.ReleaseID]*holding) {
	if rel.Status == "published" {
		return
	}
	for _, freq := range []string{"A", "Q"} {
		newest := newestOf(rel, freq)
		if newest == "" {
			continue
		}
		r.tooFinal(rel, newest, held[rel.ID])
		for _, earlier := range slices.Backward(before) {
			if was := newestOf(earlier, freq); was != "" && was < newest && held[earlier.ID].periods[was] > 0 {
				r.against(rel, newest, held[rel.ID], was, held[earlier.ID])
				break
			}
		}
	}
}

// against compares the newest figures with those of the period before.
func (r *report) against(rel *programme.Release, newest string, now *holding, was string, before *holding) {
	same, told, blank, all := 0, 0, 0, 0
	for key, o := range now.cells {
		old := before.cells[strings.TrimSuffix(key, o.TimePeriod)+was]
		if o.TimePeriod != newest || old == nil || !old.Value.Set() {
			continue
		}
		all++
		switch {
		case !o.Value.Set() && !o.Status.Has("Q"):
			blank++
		case o.Value.Set() && o.Value.F != 0:
			if told++; o.Value.F == old.Value.F {
				same++
			}
		}
	}
	if told >= fewestRemarked && 10*same >= 9*told {
		r.gap(rel, finding.PeriodRepeated, "periods", newest, "count", strconv.Itoa(same), "total", strconv.Itoa(told), "period", was)
	}
	if all >= fewestRemarked && 10*blank >= all {
		r.add(finding.ValuesGone, finding.Warning, "releases", &rel.Row, "periods", newest, "count", strconv.Itoa(blank), "total", strconv.Itoa(all), "period", was, "release", string(rel.ID))
	}
}

// tooFinal reports the indicators whose newest figures are all called final, though
// their provisional_for says that they may change.
func (r *report) tooFinal(rel *programme.Release, newest string, now *holding) {
	provisional := map[string]bool{} // by indicator with figures of the period
	for _, o := range now.cells {
		if n := r.index.Indicator[o.Indicator]; o.TimePeriod == newest && o.Value.Set() && n != nil && n.ProvisionalFor.Set && n.ProvisionalFor.N > 0 {
			provisional[string(o.Indicator)] = provisional[string(o.Indicator)] || o.Status.Has("P")
		}
	}
	var list []string
	for id, some := range provisional {
		if !some {
			list = append(list, id)
		}
	}
	if slices.Sort(list); len(list) > 0 {
		r.add(finding.FinalTooEarly, finding.Warning, "releases", &rel.Row, "periods", newest, "indicators", strings.Join(list, ", "), "release", string(rel.ID))
	}
}
