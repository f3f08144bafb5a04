package pipeline

import (
	"slices"
	"time"

	"elinde/generator/config"
	"elinde/generator/finding"
	"elinde/generator/programme"
)

// Clock is the time that the clock shows. Where a site is built as of a later one,
// releases come out before their time: each is an error, or a warning where Early
// says that this is meant. The zero Clock asks nothing, for folders that nobody is
// to read.
type Clock struct {
	Now   time.Time
	Early bool
}

// keepTime adds a finding for each release that would come out before its time.
// It stops a build as Compare does.
func (c *Checked) keepTime(s config.Settings, clock Clock) {
	if c.Protected == nil || clock.Now.IsZero() {
		return
	}
	for _, r := range c.between(clock.Now, s.AsOf) {
		f := finding.Finding{Code: finding.ReleaseEarly, Severity: finding.Error, File: r.File, Line: r.Line, Column: "publish_at", Value: string(r.ID),
			Args: map[string]string{"time": local(r.PublishAt.Time, s), "now": local(clock.Now, s)}}
		if clock.Early {
			f.Severity, f.Args[finding.Done] = finding.Warning, "early"
		}
		c.Findings = append(c.Findings, f)
	}
	c.records.Number(c.Findings)
	finding.Sort(c.Findings)
	if finding.Stops(c.Findings) {
		c.Protected = nil
	}
}

// Next gives the releases that come out next after the time of the checks, which
// hold it back until then; none where no other release is announced.
func (c *Checked) Next(s config.Settings) []*programme.Release {
	var next []*programme.Release
	for _, r := range c.between(s.AsOf, time.Time{}) {
		switch {
		case len(next) > 0 && r.PublishAt.After(next[0].PublishAt.Time):
		case len(next) > 0 && r.PublishAt.Equal(next[0].PublishAt.Time):
			next = append(next, r)
		default:
			next = []*programme.Release{r}
		}
	}
	return next
}

// Due gives the releases that are held back although the clock says that their
// time has come: the time of the checks is earlier.
func (c *Checked) Due(s config.Settings, now time.Time) []*programme.Release {
	if !now.After(s.AsOf) {
		return nil
	}
	return c.between(s.AsOf, now)
}

// Wordless gives the releases that just came out, so that their status is planned
// still, and do not say what is new in them.
func (c *Checked) Wordless(s config.Settings) []*programme.Release {
	return slices.DeleteFunc(c.between(time.Time{}, s.AsOf), func(r *programme.Release) bool { return r.Status != "planned" || !r.Summary.Empty() })
}

// between gives the releases that come out after one time and not after another,
// the zero one being the end of time.
func (c *Checked) between(after, until time.Time) []*programme.Release {
	var list []*programme.Release
	rows := c.records.Tables.Releases
	for i := range rows {
		if at := rows[i].PublishAt.Time; at.After(after) && (until.IsZero() || !at.After(until)) {
			list = append(list, &rows[i])
		}
	}
	return list
}

// newest gives the release that came out last; nil where none did.
func newest(list []programme.Release, asOf time.Time) *programme.Release {
	var last *programme.Release
	for i := range list {
		if r := &list[i]; !r.PublishAt.After(asOf) && (last == nil || !r.PublishAt.Before(last.PublishAt.Time)) {
			last = r
		}
	}
	return last
}

// local writes an instant as the country's clocks show it.
func local(t time.Time, s config.Settings) string {
	return t.In(s.Zone()).Format("2006-01-02 15:04 -07:00")
}

// Early says of a site, by its stamp, which release it holds that is not out yet,
// and since when that will be; "" where it holds none.
func Early(stamp map[string]string, s config.Settings, now time.Time) (release, at string) {
	t, err := time.Parse(time.RFC3339, stamp[stampTime])
	if err != nil || !t.After(now) {
		return "", ""
	}
	return stamp[stampRelease], local(t, s)
}
