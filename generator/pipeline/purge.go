package pipeline

import (
	"context"
	"time"

	"elinde/generator/config"
	"elinde/generator/finding"
	"elinde/generator/ledger"
	"elinde/generator/programme"
	"elinde/site"
	"elinde/site/publish"
)

// Purged is what Purge did. Removed is the kept site, nil where it stays or there
// was none; Published are files of the published one that hold what must go, which
// a build must replace.
type Purged struct {
	Checked
	Removed   *publish.Removed
	Published []string
	// Early is a release in a kept site that is not out before Until by the clock,
	// which condemns the site; "" for none.
	Early programme.ReleaseID
	Until string
	// Row stands for the row of the data which makes confidential what the removed
	// site told; nothing where a path was named.
	Row finding.Finding
}

// Purge removes the kept older sites in which is what today's data keeps
// confidential: a file with a forbidden text, or an open table that tells where a
// confidential location is without naming its address, see locating. So goes a site
// with a file of the given paths, and one with a release that by the clock is not
// out yet.
func Purge(ctx context.Context, s config.Settings, found []finding.Finding, paths []string, now time.Time, progress Progress) (*Purged, error) {
	checked, err := Examine(ctx, s, found, progress)
	if err != nil {
		return nil, err
	}
	purged := &Purged{Checked: *checked}
	if checked.Protected == nil {
		return purged, nil
	}
	output := s.Path(s.Output)
	file, err := ledgerFile(s)
	if err == nil {
		err = ledger.Forget(file) // it holds pieces of former files
	}
	if err != nil {
		return purged, err
	}
	early := func(stamp map[string]string) bool {
		release, until := Early(stamp, s, now)
		if release != "" {
			purged.Early, purged.Until = programme.ReleaseID(release), until
		}
		return release != ""
	}
	if purged.Removed, err = site.Discard(output, early, paths, checked.forbidden.texts, checked.locating()); err != nil {
		return purged, err
	}
	if purged.Removed != nil {
		purged.Row = checked.rowOf(purged.Removed.What)
	}
	// The published site was built from protected rows: only texts and the paths
	// that the official named can be wrong in it.
	purged.Published, err = site.Search(output, paths, checked.forbidden.texts)
	return purged, err
}
