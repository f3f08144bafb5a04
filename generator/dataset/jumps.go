package dataset

import (
	"math"
	"slices"

	"elinde/generator/finding"
	"elinde/generator/programme"
)

// From 2 to 4 is double and says nothing: below fewest no change is called large, and
// no count below fewestTenfold the tenfold of one before, or of nothing.
const (
	fewest        = 10
	fewestTenfold = 30
)

// jumps reports changes from one period to the next that no comment explains, each
// where it first appears: those beyond max_change, and tenfold ones whatever the
// indicator allows. A figure ten times that before it is most often a digit too
// many, so that it stops a release to come until a comment says why.
func (r *report) jumps(h history) {
	ind := r.index.Indicator[h[0].Indicator]
	var told []string // periods
	for i, now := range h {
		if ind == nil || !now.Value.Set() || slices.Contains(told, now.TimePeriod) {
			continue
		}
		before := predecessor(h, i)
		if before == nil {
			continue
		}
		code, severity := finding.ChangeLarge, finding.Warning
		was, is := math.Abs(before.Value.F), math.Abs(now.Value.F)
		low, high, least := min(was, is), max(was, is), float64(fewest)
		if ind.Kind == "count" {
			low, least = max(low, 1), fewestTenfold // from 38 to 0 is a change too
		}
		switch {
		case low > 0 && high >= max(10*low, least):
			code = finding.ChangeTenfold
			if rel := r.index.Release[now.ReleaseID]; rel != nil && rel.Status == "planned" {
				severity = finding.Error
			}
		case !ind.MaxChange.Set() || high < fewest || math.Abs(now.Value.F-before.Value.F) <= ind.MaxChange.F*was:
			continue
		}
		told = append(told, now.TimePeriod)
		if now.Comment.Empty() || slices.Equal(now.Comment, before.Comment) { // copied, it explains nothing
			r.add(code, severity, "observations", &now.Row, "obs_value", r.shown(now.Observation),
				"before", r.shown(before), "period", before.TimePeriod, "key", now.Observation.Key())
		}
	}
}

// predecessor gives the value of the period before that of point i, as it counts
// when the release of the point comes out; nil where there is none.
func predecessor(h history, i int) *programme.Observation {
	var best *programme.Observation
	for _, p := range slices.Backward(h[:i]) {
		if p.Value.Set() && p.TimePeriod < h[i].TimePeriod && (best == nil || p.TimePeriod > best.TimePeriod) {
			best = p.Observation
		}
	}
	return best
}
