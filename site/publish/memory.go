package publish

import (
	"os"
	"path/filepath"
	"strings"

	"elinde/site/known"
	"elinde/site/tree"
)

func (p *Place) state(build string) string { return filepath.Join(p.beside, "states", build) }

// Known gives what is known of the tree with a build id; nil if nothing is.
func (p *Place) Known(build string) *known.Tree {
	if !plain(build) {
		return nil
	}
	if p.known != nil && p.known.Build == build {
		return p.known // read once when the place was opened
	}
	return known.Load(p.state(build), build)
}

// Learn keeps what is known of a tree.
func (p *Place) Learn(t *known.Tree) error { return t.Save(p.state(t.Build)) }

// plain guards against a build id, read from a file, that would be a path.
func plain(build string) bool {
	return build != "" && strings.Trim(build, "0123456789abcdef") == ""
}

// forget removes what is known of trees that are gone.
func (p *Place) forget() {
	kept := map[string]bool{p.Build(): true, p.PreviousBuild(): true, buildOf(p.path("spare")): true}
	states, err := os.ReadDir(filepath.Join(p.beside, "states"))
	if err != nil {
		return
	}
	for _, s := range states {
		if !kept[s.Name()] {
			os.Remove(p.state(s.Name()))
		}
	}
}

// Intact says whether the published tree is as it was published: every file
// there and nothing else.
func (p *Place) Intact(t *known.Tree) bool {
	if t.Len() == 0 {
		return false
	}
	scan, err := tree.ReadScan(p.Output)
	if err != nil || len(scan.Foreign) > 0 {
		return false
	}
	n := 0
	for f := range t.Files() {
		if !scan.Intact(f.Entry) {
			return false
		}
		n += 1 + len(f.Entry.Twins)
	}
	return n == len(scan.Files)
}
