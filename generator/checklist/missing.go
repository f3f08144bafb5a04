package checklist

import (
	"strconv"
	"strings"

	"elinde/generator/config"
	"elinde/generator/finding"
	"elinde/generator/programme"
	"elinde/generator/revision"
)

// missing finds what a release lacks that its rows need not have for a build: a
// note, methods, a date of the next release, somebody to ask.
func (l *List) missing(in *scope, x *programme.Index, s config.Settings) []finding.Finding {
	r := l.Release
	var list []finding.Finding
	report := func(code finding.Code, at programme.Position, column, value string, args ...string) {
		f := finding.Finding{Code: code, Severity: finding.Usual(code), File: at.File, Line: at.Line, Column: column, Value: value,
			Args: map[string]string{"release": string(r.ID)}}
		for i := 0; i+1 < len(args); i += 2 {
			f.Args[args[i]] = args[i+1]
		}
		list = append(list, f)
	}
	if r.Summary.Empty() {
		report(finding.SummaryMissing, r.Position, "summary", string(r.ID))
	}
	if n := l.changed(); n > 0 && r.NoteOnRevisions.Empty() {
		report(finding.RevisionNoteMissing, r.Position, "note_on_revisions", string(r.ID), "count", strconv.Itoa(n))
	}
	l.next(x, s, report)
	var unbounded []string
	for _, n := range in.indicators {
		if !n.MaxChange.Set() {
			unbounded = append(unbounded, string(n.ID))
		}
		if n.Method.Empty() {
			report(finding.MethodMissing, n.Position, "method", string(n.ID))
		}
		if n.Contact == "" && s.ReportEmail == "" && s.ReportPhone == "" {
			report(finding.OfficeMissing, n.Position, "contact", string(n.ID))
		}
		if n.Kind == "count" && !n.Threshold.Set {
			report(finding.ThresholdMissing, n.Position, "threshold", string(n.ID))
		}
	}
	if len(unbounded) > 0 {
		report(finding.BoundMissing, programme.Position{File: in.indicators[0].File}, "max_change", "", "indicators", strings.Join(unbounded, ", "))
	}
	return list
}

// changed counts the revisions that a note must speak of: values that changed, came
// or went.
func (l *List) changed() int {
	n := 0
	for kind, count := range l.Revised {
		if kind != revision.Confirmed && kind != revision.Remarked {
			n += count
		}
	}
	return n
}

// next compares the announced date with the release that follows in the table.
func (l *List) next(x *programme.Index, s config.Settings, report func(finding.Code, programme.Position, string, string, ...string)) {
	r := l.Release
	var follower *programme.Release
	for i := range x.Releases {
		other := &x.Releases[i]
		if other.PublishAt.After(r.PublishAt.Time) && (follower == nil || other.PublishAt.Before(follower.PublishAt.Time)) {
			follower = other
		}
	}
	switch {
	case !r.NextRelease.After(r.PublishAt.Time):
		report(finding.NextReleaseMissing, r.Position, "next_release", string(r.ID))
	case follower != nil && !follower.PublishAt.Equal(r.NextRelease.Time):
		report(finding.NextReleaseDiffers, r.Position, "next_release", local(r.NextRelease.Time, s), "next", string(follower.ID), "time", local(follower.PublishAt.Time, s))
	}
}
