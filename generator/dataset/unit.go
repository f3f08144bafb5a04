package dataset

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"elinde/generator/finding"
	"elinde/generator/programme"
)

// A change of unit shows in all series of an indicator at once: persons told in
// thousands, shares as per cent. Fewer than fewestSeries say nothing.
const fewestSeries = 3

// factors are those by which a figure changes with its unit.
var factors = []float64{100, 1000, 100_000, 1_000_000}

// units reports indicators of which nearly all figures are a hundred, a thousand or
// a million times those of the period before, or of the release before for the
// same period.
func units(r *report) {
	type step struct {
		indicator programme.IndicatorID
		period    string
		before    string // a period, or a release
		release   int
	}
	seen := map[step]*[3]int{} // series, and those that change by a factor up, down
	first := map[step]*programme.Observation{}
	look := func(k step, before, now *programme.Observation) {
		if !before.Value.Set() || !now.Value.Set() || before.Value.F == 0 || now.Value.F == 0 {
			return
		}
		n := seen[k]
		if n == nil {
			n = new([3]int)
			seen[k], first[k] = n, now
		}
		n[0]++
		if ratio := now.Value.F / before.Value.F; isFactor(ratio) {
			n[1]++
		} else if isFactor(1 / ratio) {
			n[2]++
		}
	}
	for _, h := range r.lines() {
		last := map[string]*programme.Observation{} // by period
		for i, now := range h {
			if i > 0 && h[i-1].release == now.release {
				look(step{now.Indicator, now.TimePeriod, h[i-1].TimePeriod, now.release}, h[i-1].Observation, now.Observation)
			}
			if before := last[now.TimePeriod]; before != nil && before.ReleaseID != now.ReleaseID {
				look(step{now.Indicator, now.TimePeriod, string(before.ReleaseID), now.release}, before, now.Observation)
			}
			last[now.TimePeriod] = now.Observation
		}
	}
	var list []step
	for k, n := range seen {
		if n[0] >= fewestSeries && 5*max(n[1], n[2]) >= 4*n[0] {
			list = append(list, k)
		}
	}
	slices.SortFunc(list, func(a, b step) int { return cmp.Compare(first[a].Index, first[b].Index) })
	for _, k := range list {
		o := first[k]
		r.add(finding.UnitChanged, finding.Warning, "observations", &o.Row, "obs_value", r.shown(o), "indicator", string(k.indicator),
			"before", k.before, "count", strconv.Itoa(max(seen[k][1], seen[k][2])), "series", strconv.Itoa(seen[k][0]))
	}
}

// isFactor reports whether a ratio is near a factor of units: figures change a
// little besides.
func isFactor(ratio float64) bool {
	for _, f := range factors {
		if math.Abs(math.Log(ratio/f)) < math.Log(2) {
			return true
		}
	}
	return false
}
