package dataset

import (
	"slices"
	"strconv"
	"strings"

	"elinde/generator/finding"
	"elinde/generator/programme"
)

// fewestRepeats is from how many figures on a period that says what the one before
// said is remarkable.
const fewestRepeats = 20

// unchanged reports a release to come of whose newest figures nine in ten are those of
// the period before: somebody exported the old quarter under the name of the new one.
func (r *report) unchanged(rel *programme.Release, before []*programme.Release, held map[programme.ReleaseID]*holding) {
	if rel.Status == "published" {
		return
	}
	for _, freq := range []string{"A", "Q"} {
		newest := newestOf(rel, freq)
		if newest == "" {
			continue
		}
		for _, earlier := range slices.Backward(before) {
			was := newestOf(earlier, freq)
			if was == "" || was >= newest || held[earlier.ID].periods[was] == 0 {
				continue
			}
			same, all := 0, 0
			for key, o := range held[rel.ID].cells {
				old := held[earlier.ID].cells[strings.TrimSuffix(key, o.TimePeriod)+was]
				if o.TimePeriod != newest || old == nil || !o.Value.Set() || !old.Value.Set() || o.Value.F == 0 {
					continue
				}
				if all++; o.Value.F == old.Value.F {
					same++
				}
			}
			if all >= fewestRepeats && 10*same >= 9*all {
				r.gap(rel, finding.PeriodRepeated, "periods", newest, "count", strconv.Itoa(same), "total", strconv.Itoa(all), "period", was)
			}
			break
		}
	}
}
