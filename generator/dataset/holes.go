package dataset

import (
	"cmp"
	"slices"
	"strconv"

	"elinde/generator/finding"
	"elinde/generator/programme"
)

// continuity looks at each series as it counts now: whether a period is missing
// inside it, and whether it should be final by now.
func continuity(r *report) {
	carried, newest := r.carried()
	next := r.nextRelease()
	holes := map[hole]*holed{}
	for _, h := range r.lines() {
		now := r.newest(h)
		for i, p := range now {
			r.overdue(p.Observation, newest, next)
			if i > 0 {
				r.holes(now[i-1].Observation, p.Observation, carried, holes)
			}
		}
	}
	list := make([]hole, 0, len(holes))
	for k := range holes {
		list = append(list, k)
	}
	slices.SortFunc(list, func(a, b hole) int {
		return cmp.Or(cmp.Compare(a.indicator, b.indicator), cmp.Compare(a.period, b.period))
	})
	for _, k := range list {
		h := holes[k]
		r.add(finding.SeriesGap, finding.Warning, "observations", &h.next.Row, "time_period", h.next.TimePeriod,
			"indicator", string(k.indicator), "period", k.period, "count", strconv.Itoa(h.count), "key", h.key)
	}
}

// hole is a period that series of an indicator lack.
type hole struct {
	indicator programme.IndicatorID
	period    string
}

type holed struct {
	count int
	next  *programme.Observation // where the first of them goes on
	key   string
}

// carried gives the periods of which the releases that are out have any row, and
// the newest quarter that they say they carry.
func (c *check) carried() (periods map[string]bool, newest programme.Period) {
	out := map[programme.ReleaseID]bool{}
	for _, rel := range c.outByTime() {
		out[rel.ID] = true
		for _, s := range rel.Periods {
			if p, ok := programme.ParsePeriod(s); ok && quarters(p) > quarters(newest) {
				newest = p
			}
		}
	}
	periods = map[string]bool{}
	for i := range c.tables.Observations {
		if o := &c.tables.Observations[i]; out[o.ReleaseID] {
			periods[o.TimePeriod] = true
		}
	}
	return periods, newest
}

// quarters numbers the last quarter of a period.
func quarters(p programme.Period) int {
	if p.Quarter == 0 {
		return p.Year*4 + 3
	}
	return p.Year*4 + p.Quarter - 1
}

// holes notes the periods between two figures of a series that releases have rows
// of, in which the place was in force, and of which there is no row at all.
func (r *report) holes(before, next *programme.Observation, carried map[string]bool, holes map[hole]*holed) {
	from, known := programme.ParsePeriod(before.TimePeriod)
	to, too := programme.ParsePeriod(next.TimePeriod)
	if !known || !too || from.Freq() != to.Freq() || next.Sex == programme.Unknown || next.Age == programme.Unknown || next.TargetGroup == programme.Unknown || next.ServiceType == programme.Unknown {
		return // what is unknown is so at times
	}
	for p := to.Back(1); p.String() > before.TimePeriod; p = p.Back(1) {
		if !carried[p.String()] || !r.index.InForce(next.RefArea, p.Span()) {
			continue
		}
		k := hole{next.Indicator, p.String()}
		if holes[k] == nil {
			o := *next
			o.TimePeriod = p.String()
			holes[k] = &holed{next: next, key: o.Key()}
		}
		holes[k].count++
	}
}

// nextRelease gives the first release that is still in preparation, nil for none.
func (c *check) nextRelease() *programme.Release {
	for _, rel := range c.byTime() {
		if rel.Status == "planned" {
			return rel
		}
	}
	return nil
}

// overdue reports a figure that is provisional although its indicator says that it
// should be final by the newest quarter published. The release in preparation has
// to make it final: it may lack the period.
func (r *report) overdue(o *programme.Observation, newest programme.Period, next *programme.Release) {
	ind := r.index.Indicator[o.Indicator]
	p, ok := programme.ParsePeriod(o.TimePeriod)
	if !ok || ind == nil || !ind.ProvisionalFor.Set || !o.Status.Has("P") {
		return
	}
	if quarters(newest)-quarters(p) < ind.ProvisionalFor.N {
		return
	}
	release, lacks, holds := "", "", ""
	switch {
	case next != nil && next.Periods.Has(o.TimePeriod):
		release, holds = string(next.ID), string(next.ID)
	case next != nil:
		release, lacks = string(next.ID), string(next.ID)
	}
	r.add(finding.ProvisionalOverdue, finding.Warning, "observations", &o.Row, "obs_status", "P",
		"period", o.TimePeriod, "limit", strconv.Itoa(ind.ProvisionalFor.N), "release", release, "lacks", lacks, "holds", holds)
}
