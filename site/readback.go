package site

import (
	"cmp"
	"iter"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// readBack shows the finished files to Options.ReadBack.
func (b *build) readBack() error {
	var failed error
	known := b.readBackMark()
	files := iter.Seq2[string, []byte](func(yield func(string, []byte) bool) {
		names := slices.Sorted(maps.Keys(b.planned))
		// What an archive holds mostly stands beside it: those that read need not do so twice.
		slices.SortStableFunc(names, func(x, y string) int {
			return cmp.Compare(strings.Count(path.Ext(x), ".zip"), strings.Count(path.Ext(y), ".zip"))
		})
		for _, name := range names {
			p := b.planned[name]
			if p.from != nil && known != "" && p.from.HasSearched(known) {
				continue
			}
			data, err := os.ReadFile(filepath.Join(b.stage.Folder, filepath.FromSlash(p.file)))
			if err != nil {
				failed = err
				return
			}
			if known != "" {
				data = b.part(p.file, data, known)
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
