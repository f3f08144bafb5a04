package dataset

import (
	"slices"
	"strconv"
	"strings"

	"elinde/generator/finding"
	"elinde/generator/programme"
)

// gaps reports what a release that is out lacks, measured by what it says of
// itself and by what earlier releases held: an export that was cut off is valid
// row by row, and a figure that was published must not disappear unsaid. A value
// that is missing on purpose is a row with a status; a gap that is meant as a
// whole has its reason in config.toml, and then is a warning. So is the gap of a
// release to come: its rows may still be on their way, but who checks them early
// learns it before the day.
func gaps(r *report) {
	order := r.byTime()
	held := map[programme.ReleaseID]*holding{}
	for _, rel := range order {
		held[rel.ID] = &holding{cells: map[string]*programme.Observation{}, periods: map[string]int{}}
	}
	for i := range r.tables.Observations {
		o := &r.tables.Observations[i]
		if h := held[o.ReleaseID]; h != nil {
			h.cells[o.Key()] = o
			h.periods[o.TimePeriod]++
		}
	}
	explained := map[string]bool{}
	for _, v := range r.tables.Revisions {
		explained[string(v.ReleaseID)+" "+v.Key] = true
	}
	for n, rel := range order {
		now := held[rel.ID]
		if len(now.cells) == 0 {
			if !r.out(rel) {
				continue
			}
			r.gap(rel, finding.ReleaseEmpty, "id", string(rel.ID))
			continue
		}
		var empty []string
		for _, period := range rel.Periods {
			if now.periods[period] == 0 {
				empty = append(empty, period)
			}
		}
		if len(empty) > 0 {
			r.gap(rel, finding.PeriodEmpty, "periods", strings.Join(empty, ", "))
		}
		r.vanished(rel, order[:n], held, explained)
		r.ended(rel, order[:n], held, explained)
		r.coming(rel, order[:n], held)
	}
}

// outByTime lists those that are out.
func (c *check) outByTime() []*programme.Release {
	return slices.DeleteFunc(c.byTime(), func(r *programme.Release) bool { return !c.out(r) })
}

// holding is what one release holds.
type holding struct {
	cells   map[string]*programme.Observation // by Observation.Key
	periods map[string]int
}

// byTime lists the releases in the order of publishing.
func (c *check) byTime() []*programme.Release {
	var list []*programme.Release
	seen := map[programme.ReleaseID]bool{}
	for i := range c.tables.Releases {
		if r := &c.tables.Releases[i]; !r.PublishAt.IsZero() && !seen[r.ID] {
			seen[r.ID] = true
			list = append(list, r)
		}
	}
	slices.SortStableFunc(list, func(a, b *programme.Release) int { return a.PublishAt.Compare(b.PublishAt.Time) })
	return list
}

// vanished reports figures of earlier releases, for periods that this one
// carries too, that it does not hold.
func (r *report) vanished(rel *programme.Release, before []*programme.Release, held map[programme.ReleaseID]*holding, explained map[string]bool) {
	now := held[rel.ID]
	last := map[string]programme.ReleaseID{} // what is gone → where it was last
	for _, earlier := range before {
		for key, o := range held[earlier.ID].cells {
			if rel.Periods.Has(o.TimePeriod) && now.periods[o.TimePeriod] > 0 && now.cells[key] == nil && !explained[string(rel.ID)+" "+key] {
				last[key] = earlier.ID
			}
		}
	}
	r.lacking(rel, finding.FiguresVanished, last, now)
}

// ended reports series that the release before held for its newest period and
// this one does not for its own. Annual and quarterly figures are compared with
// the release that last carried such; a place that was abolished and an
// indicator that has a successor end rightly.
func (r *report) ended(rel *programme.Release, before []*programme.Release, held map[programme.ReleaseID]*holding, explained map[string]bool) {
	last := map[string]programme.ReleaseID{}
	for _, freq := range []string{"A", "Q"} {
		newest := newestOf(rel, freq)
		if newest == "" || held[rel.ID].periods[newest] == 0 {
			continue
		}
		for _, earlier := range slices.Backward(before) {
			was := newestOf(earlier, freq)
			if was == "" || held[earlier.ID].periods[was] == 0 {
				continue
			}
			for key, o := range held[earlier.ID].cells {
				next := strings.TrimSuffix(key, o.TimePeriod) + newest
				if o.TimePeriod == was && was != newest && held[rel.ID].cells[next] == nil && !r.over(o, newest) && !explained[string(rel.ID)+" "+next] {
					last[next] = earlier.ID
				}
			}
			break
		}
	}
	r.lacking(rel, finding.SeriesEnded, last, held[rel.ID])
}

// over reports whether a series has a reason to end before the period.
func (c *check) over(o *programme.Observation, period string) bool {
	p, ok := programme.ParsePeriod(period)
	i := c.index.Indicator[o.Indicator]
	return !ok || !c.index.InForce(o.RefArea, p.Span()) || i == nil || i.SuccessorID != ""
}

// newestOf gives the newest period of a frequency that a release carries.
func newestOf(rel *programme.Release, freq string) string {
	newest := ""
	for _, p := range rel.Periods {
		if period, _ := programme.ParsePeriod(p); period.Freq() == freq && p > newest {
			newest = p
		}
	}
	return newest
}

// mostNamed is how many missing rows a finding names.
const mostNamed = 20

// lacking reports all keys at once and names them, totals first. A row that is only
// misspelled is reported as that, and a total whose parts are there by itself: it was
// most likely left out of the export.
func (r *report) lacking(rel *programme.Release, code finding.Code, last map[string]programme.ReleaseID, now *holding) {
	misspelled := map[string]bool{}
	for key, o := range now.cells {
		if r.index.Place[o.RefArea] == nil {
			misspelled[elsewhere(key)] = true
		}
	}
	parts := map[string]int{} // rows just below a place, by the key of its total
	for key, o := range now.cells {
		if p := r.index.Place[o.RefArea]; p != nil {
			parts[at(key, p.ParentID)]++
		}
	}
	var keys, totals []string
	for key := range last {
		switch {
		case misspelled[elsewhere(key)]:
		case parts[key] > 1:
			totals = append(totals, key)
		default:
			keys = append(keys, key)
		}
	}
	slices.Sort(keys)
	slices.Sort(totals)
	for _, key := range totals {
		r.gap(rel, finding.TotalMissing, "id", key, "count", strconv.Itoa(parts[key]), "before", string(last[key]))
	}
	if len(keys) == 0 {
		return
	}
	named := strings.Join(keys[:min(len(keys), mostNamed)], ", ")
	if len(keys) > mostNamed {
		named += ", …"
	}
	r.gap(rel, code, "id", string(rel.ID), "count", strconv.Itoa(len(keys)), "before", string(last[keys[0]]), "keys", named)
}

// at gives the key of the same cell for another place.
func at(key string, place programme.PlaceID) string {
	freq, rest, _ := strings.Cut(key, ".")
	_, rest, _ = strings.Cut(rest, ".")
	return freq + "." + string(place) + "." + rest
}

// elsewhere gives the key of a cell whatever its place.
func elsewhere(key string) string { return at(key, "") }

// gap reports a gap of a release, by the reason of config.toml as a warning.
func (r *report) gap(rel *programme.Release, code finding.Code, column, value string, args ...string) {
	severity := finding.Error
	if !r.out(rel) {
		severity = finding.Warning
		args = append(args, "from", rel.PublishAt.In(r.settings.Zone()).Format("2006-01-02 15:04"))
	}
	args = append(args, "release", string(rel.ID))
	if reason := r.settings.Gaps[string(rel.ID)]; reason != "" {
		severity = finding.Warning
		args = append(args, finding.Done, "accepted", "reason", reason)
	}
	r.add(code, severity, "releases", &rel.Row, column, value, args...)
	// To leave the release out is no answer to a figure that it lacks.
	r.faults[len(r.faults)-1].table = ""
}
