package site

import (
	"maps"
	"slices"
	"strings"

	"elinde/site/tree"
)

// vanished tells Options.Vanished which files of the published tree this one lacks,
// packed twins aside.
func (b *build) vanished() error {
	if b.opt.Vanished == nil || b.place.Build() == "" {
		return nil
	}
	gone := map[string]bool{}
	if t := b.memory.published; t != nil {
		for f := range t.Files() {
			gone[f.Entry.Path] = true
		}
	} else {
		scan, err := tree.ReadScan(b.place.Output)
		if err != nil {
			return err
		}
		for name := range scan.Files {
			gone[strings.TrimSuffix(strings.TrimSuffix(name, ".gz"), ".br")] = true
		}
	}
	for name := range b.planned {
		delete(gone, name)
	}
	for _, name := range []string{fileBuild, tree.Manifest, tree.Signature} {
		delete(gone, name)
	}
	b.problems = append(b.problems, b.opt.Vanished(slices.Sorted(maps.Keys(gone)))...)
	return nil
}
