package disclosure

import (
	"regexp"
	"slices"
	"strings"
	"time"

	"elinde/generator/finding"
	"elinde/generator/programme"
)

// isOut decides by the clock alone: a planned release appears at its time with no
// edit, and one whose status somebody changed too early does not.
func isOut(r *programme.Release, asOf time.Time) bool { return !r.PublishAt.After(asOf) }

// embargo drops the observations and revisions of releases that are not out, and
// the words about them.
func embargo(to *programme.Tables, asOf time.Time, p *Protected) []finding.Finding {
	var found []finding.Finding
	out := map[programme.ReleaseID]bool{}
	held := map[programme.ReleaseID]int{}
	to.Releases = slices.Clone(to.Releases)
	for i := range to.Releases {
		r := &to.Releases[i]
		if isOut(r, asOf) {
			out[r.ID] = true
			continue
		}
		*r = programme.Release{Row: r.Row, ID: r.ID, PublishAt: r.PublishAt, Status: "planned", Title: neutralTitle(r)}
	}
	if slices.ContainsFunc(to.Observations, func(o programme.Observation) bool { return !out[o.ReleaseID] }) { // a copy of all rows is large
		to.Observations = p.holdBack(to.Observations, out, held)
	}
	to.Revisions = slices.DeleteFunc(slices.Clone(to.Revisions), func(r programme.Revision) bool { return !out[r.ReleaseID] })
	for _, r := range to.Releases {
		if n := held[r.ID]; n > 0 {
			found = append(found, finding.Finding{Code: finding.ReleaseEmbargoed, Severity: finding.Note, File: r.File, Line: r.Line, Value: string(r.ID),
				Args: map[string]string{"count": count(n), "time": r.PublishAt.Format(time.RFC3339)}})
		}
	}
	return found
}

// holdBack gives the observations of the releases that are out, and counts the
// others.
func (p *Protected) holdBack(rows []programme.Observation, out map[programme.ReleaseID]bool, held map[programme.ReleaseID]int) []programme.Observation {
	kept := make([]programme.Observation, 0, len(rows))
	for i := range rows {
		o := &rows[i]
		if out[o.ReleaseID] {
			kept = append(kept, *o)
			continue
		}
		held[o.ReleaseID]++
		if digits := strings.TrimLeft(o.Value.Text, "-"); len(digits) >= 7 {
			p.forbid(&o.Row, o.Value.Text)
		}
	}
	return kept
}

var digits = regexp.MustCompile(`\d+`)

// neutralTitle gives the title of a release that is not out: a figure in it would
// be out before its time, so a title with numbers that the id does not have gives
// way to the id.
func neutralTitle(r *programme.Release) programme.Text {
	known := digits.FindAllString(string(r.ID), -1)
	for _, s := range r.Title {
		for _, n := range digits.FindAllString(s, -1) {
			if !slices.Contains(known, n) {
				title := make(programme.Text, len(r.Title))
				for i := range title {
					title[i] = string(r.ID)
				}
				return title
			}
		}
	}
	return r.Title
}
