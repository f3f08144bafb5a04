package dataset

import (
	"cmp"
	"math"
	"slices"
	"sort"
	"time"

	"elinde/generator/finding"
	"elinde/generator/programme"
)

// fewest is the value below which a change is not called large: from 2 to 4 is
// double and says nothing.
const fewest = 10

// point is a value of a series in one release.
type point struct {
	*programme.Observation
	release int // its place in the order of publishing
}

// series compares the values of one series with each other: from period to
// period within a release, and of one period from release to release.
func series(r *report) {
	reasons := map[string]bool{}
	for _, v := range r.tables.Revisions {
		reasons[string(v.ReleaseID)+" "+v.Key] = true
	}
	for _, h := range r.lines() {
		r.revised(h, reasons)
		if ind := r.index.Indicator[h[0].Indicator]; ind != nil && ind.MaxChange.Set() {
			once := slices.CompactFunc(slices.Clone(h), func(a, b point) bool { return a.release == b.release && a.TimePeriod == b.TimePeriod })
			r.jumps(slices.DeleteFunc(once, func(p point) bool { return !p.Value.Set() }))
		}
	}
	totals(r)
	averages(r)
}

// releaseOrder numbers the releases in the order of publishing.
func (c *check) releaseOrder() map[programme.ReleaseID]int {
	list := make([]*programme.Release, 0, len(c.tables.Releases))
	for i := range c.tables.Releases {
		list = append(list, &c.tables.Releases[i])
	}
	sort.SliceStable(list, func(i, j int) bool { return list[i].PublishAt.Before(list[j].PublishAt.Time) })
	order := make(map[programme.ReleaseID]int, len(list))
	for i, release := range list {
		if _, twice := order[release.ID]; !twice {
			order[release.ID] = i
		}
	}
	return order
}

// revised reports final values that a later release changed without a reason.
// A provisional value may change; one that was withheld or missing was not final,
// and of one without a status, which has its own finding, nobody knows.
func (r *report) revised(h history, reasons map[string]bool) {
	if h[0].release == h[len(h)-1].release {
		return
	}
	points := slices.Clone(h)
	slices.SortStableFunc(points, func(a, b point) int { return cmp.Compare(a.TimePeriod, b.TimePeriod) })
	for i := 1; i < len(points); i++ {
		before, now := points[i-1], points[i]
		if before.TimePeriod != now.TimePeriod || before.release == now.release || !before.Value.Set() || len(before.Status) == 0 || before.Status.Has("P") || now.Status.Has("Q") ||
			now.Value.Set() && now.Value.F == before.Value.F {
			continue
		}
		key := seriesKey(now.Observation)
		if reasons[string(now.ReleaseID)+" "+key] {
			continue
		}
		if rel := r.index.Release[now.ReleaseID]; rel != nil && !rel.Periods.Has(now.TimePeriod) {
			continue // the period is wrong, which is said
		}
		r.add(finding.RevisionUnexplained, finding.Error, "observations", &now.Row, "obs_value", r.shown(now.Observation),
			"before", r.shown(before.Observation), "release", string(before.ReleaseID), "key", key)
	}
}

// jumps reports changes from one period to the next beyond max_change that no
// comment explains, each where it first appears.
func (r *report) jumps(points []point) {
	if len(points) < 2 {
		return
	}
	limit := r.index.Indicator[points[0].Indicator].MaxChange.F
	told := map[string]bool{}
	for i := 1; i < len(points); i++ {
		before, now := points[i-1], points[i]
		if before.release != now.release || told[now.TimePeriod] || !now.Comment.Empty() || max(math.Abs(before.Value.F), math.Abs(now.Value.F)) < fewest {
			continue
		}
		if math.Abs(now.Value.F-before.Value.F) > limit*math.Abs(before.Value.F) {
			told[now.TimePeriod] = true
			r.add(finding.ChangeLarge, finding.Warning, "observations", &now.Row, "obs_value", r.shown(now.Observation),
				"before", r.shown(before.Observation), "period", before.TimePeriod, "key", seriesKey(now.Observation))
		}
	}
}

// releases compares what a release says of itself with the day of the build.
func releases(r *report) {
	for i := range r.tables.Releases {
		rel := &r.tables.Releases[i]
		if rel.PublishAt.IsZero() {
			continue
		}
		out := !rel.PublishAt.After(r.settings.AsOf)
		at := rel.PublishAt.In(r.settings.Zone()).Format("2006-01-02 15:04 -07:00")
		// On the day itself its status is set after it was published.
		if out && rel.Status == "planned" && r.settings.AsOf.Sub(rel.PublishAt.Time) >= 24*time.Hour {
			r.add(finding.ReleaseOverdue, finding.Warning, "releases", &rel.Row, "status", string(rel.ID), "time", at)
		}
		if !out && rel.Status == "published" {
			r.add(finding.ReleasePremature, finding.Warning, "releases", &rel.Row, "status", string(rel.ID), "time", at)
		}
	}
}

// facts reports groups of conflicting facts that have no conflict.
func facts(r *report) {
	count := map[string]int{}
	for _, f := range r.tables.Facts {
		count[f.ConflictGroup]++
	}
	for i := range r.tables.Facts {
		if f := &r.tables.Facts[i]; f.ConflictGroup != "" && count[f.ConflictGroup] == 1 {
			r.add(finding.FactAlone, finding.Warning, "facts", &f.Row, "conflict_group", f.ConflictGroup)
		}
	}
}
