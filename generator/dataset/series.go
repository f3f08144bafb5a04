package dataset

import (
	"cmp"
	"slices"
	"sort"
	"strings"
	"time"

	"elinde/generator/finding"
	"elinde/generator/programme"
)

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
		r.jumps(h)
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
		key := now.Observation.Key()
		if reasons[string(now.ReleaseID)+" "+key] {
			continue
		}
		if rel := r.index.Release[now.ReleaseID]; rel != nil && !rel.Periods.Has(now.TimePeriod) {
			continue // the period is wrong, which is said
		}
		none := ""
		if !now.Value.Set() {
			none = "obs_status " + strings.Join(now.Status, ";")
		}
		r.add(finding.RevisionUnexplained, finding.Error, "observations", &now.Row, "obs_value", r.shown(now.Observation),
			"before", r.shown(before.Observation), "release", string(before.ReleaseID), "key", key, "none", none)
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
