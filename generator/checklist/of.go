package checklist

import (
	"slices"
	"strconv"
	"time"

	"elinde/generator/config"
	"elinde/generator/disclosure"
	"elinde/generator/finding"
	"elinde/generator/programme"
	"elinde/generator/revision"
)

// Of makes the checklist of a release that the index has. found are the findings
// of a check as of its time, x the checked rows, p what may be published of them,
// nil where errors stopped that; now is the time of the clock.
func Of(r *programme.Release, found []finding.Finding, x *programme.Index, p *disclosure.Protected, s config.Settings, now time.Time) *List {
	in := scopeOf(x, r)
	l := &List{Release: r, Indicators: len(in.indicators), Figures: in.figures}
	if p != nil {
		l.Revised = revision.Count(revision.Of(p).OfRelease(r.ID))
		l.protection(p)
	}
	at := map[Point][]finding.Finding{}
	add := func(f finding.Finding) {
		if point, ok := in.point(&f); ok {
			at[point] = append(at[point], f)
		}
	}
	early := r.PublishAt.After(now)
	stale := map[string]int{} // rows of the directory by file
	for _, f := range found {
		if f.Code == finding.VerificationOld {
			stale[f.File]++
			continue
		}
		if f.Code == finding.ReleaseOverdue && f.Value == string(r.ID) && early {
			continue // the check ran as of a time that has not come
		}
		add(f)
	}
	if early && r.Status == "published" {
		add(finding.Finding{Code: finding.ReleasePremature, Severity: finding.Warning, File: r.File, Line: r.Line, Column: "status", Value: string(r.ID),
			Args: map[string]string{"time": local(r.PublishAt.Time, s)}})
	}
	for _, f := range l.missing(in, x, s) {
		add(f)
	}
	for file, n := range stale {
		add(finding.Finding{Code: finding.ContactsOld, Severity: finding.Warning, File: file,
			Args: map[string]string{"release": string(r.ID), "count": strconv.Itoa(n), "limit": strconv.Itoa(s.StaleAfterDays)}})
	}
	for _, point := range Points {
		item := Item{Point: point, State: Clear, Findings: at[point]}
		finding.Sort(item.Findings)
		for _, f := range item.Findings {
			if f.Severity == finding.Error {
				item.State = Error
			} else if item.State == Clear {
				item.State = Warning
			}
		}
		l.Items = append(l.Items, item)
	}
	return l
}

// protection sums up what disclosure control did to the release.
func (l *List) protection(p *disclosure.Protected) {
	for _, c := range p.Certificates() {
		if c.Release == l.Release.ID {
			l.Certificate = &c
		}
	}
	for _, w := range p.Withheld() {
		if slices.Contains(w.Releases, l.Release.ID) {
			l.Withheld = append(l.Withheld, w)
		}
	}
}

// local writes an instant as the country's clocks show it.
func local(t time.Time, s config.Settings) string {
	return t.In(s.Zone()).Format("2006-01-02 15:04 -07:00")
}
