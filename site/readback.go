package site

import (
	"iter"
	"maps"
	"os"
	"path/filepath"
	"slices"
)

// readBack shows the finished files to Options.ReadBack.
func (b *build) readBack() error {
	var failed error
	known := b.readBackMark()
	files := iter.Seq2[string, []byte](func(yield func(string, []byte) bool) {
		for _, name := range slices.Sorted(maps.Keys(b.planned)) {
			p := b.planned[name]
			if p.from != nil && known != "" && p.from.HasSearched(known) {
				continue
			}
			data, err := os.ReadFile(filepath.Join(b.stage.Folder, filepath.FromSlash(p.file)))
			if err != nil {
				failed = err
				return
			}
			if !yield(p.file, data) {
				return
			}
		}
	})
	b.problems = append(b.problems, b.opt.ReadBack(files)...)
	return failed
}

// readBackMark is what is remembered of a tree that was read back; no forbidden
// string begins like it.
func (b *build) readBackMark() string {
	if b.opt.ReadBack == nil || b.opt.ReadBackFor == "" {
		return ""
	}
	return "read-back:" + b.opt.ReadBackFor
}
