package pipeline

import (
	"os"
	"slices"
	"strconv"
	"strings"

	"elinde/generator/config"
	"elinde/generator/downloads"
	"elinde/generator/finding"
	"elinde/generator/programme"
	"elinde/generator/record"
	"elinde/generator/series"
)

// KeepReleases adds a finding for each release that is published and whose figures
// would be others: a release stays as it came out, and what it withheld stays
// withheld. Its record is what it is held against, or its files in the published
// site where nothing was recorded yet, which is told too. It stops a build as
// Compare does, and comes before it.
func (c *Checked) KeepReleases(s config.Settings) error {
	if c.Protected == nil {
		return nil
	}
	published := os.DirFS(s.Path(s.Output))
	rows := map[programme.ReleaseID][]*programme.Observation{}
	x := c.Protected.Index()
	for i := range x.Observations {
		o := &x.Observations[i]
		rows[o.ReleaseID] = append(rows[o.ReleaseID], o)
	}
	for _, r := range series.Releases(c.Protected) {
		before, kept := c.kept.Releases[r.ID]
		if !kept {
			var err error
			if before, err = record.Published(published, downloads.ReleaseFolder(r.ID), keyColumns(s)); err != nil {
				return err
			}
			if before == nil {
				continue // it comes out with this build
			}
			c.Findings = append(c.Findings, finding.Finding{Code: finding.ReleaseUnrecorded, Severity: finding.Warning, File: r.File, Line: r.Line, Value: string(r.ID)})
		}
		if f, ok := alteredIn(r, before, rows[r.ID], s); ok {
			c.Findings = append(c.Findings, f)
		}
	}
	c.records.Number(c.Findings)
	finding.Sort(c.Findings)
	if finding.Stops(c.Findings) {
		c.Protected = nil
	}
	return nil
}

// alteredIn tells the first figure that differs, and how many do.
func alteredIn(r *programme.Release, before record.Release, rows []*programme.Observation, s config.Settings) (finding.Finding, bool) {
	f := finding.Finding{Code: finding.ReleaseAltered, Severity: finding.Error}
	count := 0
	differs := func(at programme.Position, key, was, is string) {
		if count++; count == 1 {
			f.File, f.Line, f.Value = at.File, at.Line, key
			f.Args = map[string]string{"release": string(r.ID), "before": was, "now": is}
		}
	}
	seen := map[string]bool{}
	for _, o := range rows {
		key := o.Key()
		seen[key] = true
		was, there := before[key]
		is := record.Figure{Value: o.Value.Text, Status: strings.Join(o.Status, ";")}
		switch {
		case !there:
			differs(o.Position, key, absent, shown(is))
		case was == is:
		case was.Withheld():
			differs(o.Position, key, shown(was), masked) // it was withheld: the report does not tell it either
		default:
			differs(o.Position, key, shown(was), shown(is))
		}
	}
	var gone []string
	for key := range before {
		if !seen[key] {
			gone = append(gone, key)
		}
	}
	slices.Sort(gone)
	for _, key := range gone {
		differs(r.Position, key, shown(before[key]), absent)
	}
	if count == 0 {
		return f, false
	}
	f.Args["count"] = strconv.Itoa(count)
	if reason := s.Corrected[string(r.ID)]; reason != "" {
		f.Severity, f.Args[finding.Done], f.Args["reason"] = finding.Warning, "accepted", reason
	} else if s.Illustration {
		f.Severity = finding.Warning
	}
	return f, true
}

const (
	absent = "–"
	masked = "…"
)

// shown writes a figure with its status: a status alone may have changed.
func shown(v record.Figure) string {
	if v.Value == "" {
		return v.Status
	}
	return v.Value + " " + v.Status
}
