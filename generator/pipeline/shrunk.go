package pipeline

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"time"

	"elinde/generator/config"
	"elinde/generator/disclosure"
	"elinde/generator/finding"
)

// A table that falls below keepShare of what is published stops a build, if it
// had fewest rows: nobody closes a fifth of all services between two builds, but
// half an export looks like a whole one.
const (
	keepShare = 0.8
	fewest    = 10
)

// shrinking are the tables whose published rows are counted; build.json holds
// the counts, which everybody can count on the pages themselves.
var shrinking = []string{"services", "providers", "places", "indicators", "observations"}

// counted gives how many rows of each table are published.
func counted(p *disclosure.Protected) map[string]int {
	x := p.Index()
	return map[string]int{"services": len(x.Services), "providers": len(x.Providers), "places": len(x.Places),
		"indicators": len(x.Indicators), "observations": len(x.Observations)}
}

// Compare adds a finding for each table of which much less would be published
// than is now, and stops the build unless fewer is meant.
func (c *Checked) Compare(s config.Settings, fewer bool) error {
	if c.Protected == nil {
		return nil
	}
	before, err := published(s.Path(s.Output))
	if err != nil {
		return err
	}
	now := counted(c.Protected)
	for _, table := range shrinking {
		n, err := strconv.Atoi(before["rows_"+table])
		if err != nil || n < fewest || float64(now[table]) >= keepShare*float64(n) {
			continue
		}
		f := finding.Finding{Code: finding.PublicationShrunk, Severity: finding.Error,
			Args: map[string]string{"table": table, "before": strconv.Itoa(n), "now": strconv.Itoa(now[table])}}
		if fewer {
			f.Severity, f.Args[finding.Done] = finding.Warning, "fewer"
		}
		c.Findings = append(c.Findings, f)
	}
	if finding.Stops(c.Findings) {
		c.Protected = nil
	}
	finding.Sort(c.Findings)
	return nil
}

// published reads what build.json of the published site says; nothing where
// there is no site or an older one.
func published(output string) (map[string]string, error) {
	data, err := os.ReadFile(filepath.Join(output, "build.json"))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var info map[string]string
	if json.Unmarshal(data, &info) != nil {
		return nil, nil // not ours: site.Build refuses to replace it
	}
	return info, nil
}

// The release that came out last before a site was built, and when it did.
const (
	stampRelease = "release"
	stampTime    = "release_at"
)

// info is what build.json says of a site. The day and not the instant: building
// again without a change keeps the published site and the previous one as they
// are.
func info(p *disclosure.Protected, s config.Settings) map[string]string {
	all := map[string]string{"as_of": s.Today().String()}
	if r := newest(p.Index().Releases, s.AsOf); r != nil {
		all[stampRelease], all[stampTime] = string(r.ID), r.PublishAt.In(s.Zone()).Format(time.RFC3339)
	}
	for table, n := range counted(p) {
		all["rows_"+table] = strconv.Itoa(n)
	}
	return all
}
