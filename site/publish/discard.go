package publish

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"elinde/site/tree"
)

// Removed says of a kept older tree that Discard removed what its stamp said and
// why: the first file that had to go and what of it, "" where the tree as a whole
// had to.
type Removed struct {
	Stamp map[string]string
	File  string
	What  string
}

// Discard removes each kept older tree of which something must go, and what is
// known of it: because of its stamp, or because of a file, judged by path and
// bytes: what it gives is what must go of it. A tree goes as a whole, since one with holes could not be published
// again. It does not touch the published tree. Removed is nil where the tree for
// Rollback stays, or none is kept.
func (p *Place) Discard(condemned func(stamp map[string]string) bool, mustGo func(path string, data []byte) (what string)) (*Removed, error) {
	var removed *Removed
	for _, name := range []string{"previous", "spare"} {
		root := p.path(name)
		if !exists(root) {
			continue
		}
		r := &Removed{Stamp: stampOf(root)}
		if !condemned(r.Stamp) {
			err := walk(root, func(path string, data []byte) error {
				if what := mustGo(path, data); what != "" {
					r.File, r.What = path, what
					return fs.SkipAll
				}
				return nil
			})
			if err != nil {
				return removed, err
			}
			if r.File == "" {
				continue
			}
		}
		// Under this name the next Open removes what a killed process left of it.
		if err := p.remove("spare.new"); err != nil {
			return removed, err
		}
		if err := os.Rename(root, p.path("spare.new")); err != nil {
			return removed, fmt.Errorf("cannot remove a kept site: %w", err)
		}
		if err := p.remove("spare.new"); err != nil {
			return removed, err
		}
		if name == "previous" {
			removed = r
		}
	}
	p.forget()
	return removed, syncFolder(p.beside)
}

// Search gives the published files of which something must go.
func (p *Place) Search(mustGo func(path string, data []byte) (what string)) ([]string, error) {
	var found []string
	err := walk(p.Output, func(path string, data []byte) error {
		if mustGo(path, data) != "" {
			found = append(found, path)
		}
		return nil
	})
	if os.IsNotExist(err) {
		return nil, nil
	}
	return found, err
}

// walk gives each file of a tree that pages are made of.
func walk(root string, look func(path string, data []byte) error) error {
	return fs.WalkDir(os.DirFS(root), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || path == tree.Stamp || path == tree.Manifest || path == tree.Signature {
			return err
		}
		data, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(path)))
		if err != nil {
			return fmt.Errorf("cannot read a file of a site: %w", err)
		}
		return look(path, data)
	})
}
