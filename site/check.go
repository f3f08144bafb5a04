package site

import (
	"context"
	"iter"
	"maps"
	"slices"
	"strings"

	"elinde/site/treecheck"
)

// check looks at the finished tree.
func (b *build) check(context.Context) error {
	pages := func(yield func(string, treecheck.Summary) bool) {
		for _, p := range b.planned {
			if p.page != nil && !yield(p.file, p.seen) {
				return
			}
		}
	}
	has := func(file string) bool { return b.planned[file] != nil || file == fileBuild }
	for path, fault := range treecheck.Links(pages, has) {
		b.problem(Problem{Code: fault.Code, Path: path, Detail: fault.Detail})
	}
	for _, p := range b.planned {
		for _, f := range p.seen.Faults {
			b.problem(Problem{Code: f.Code, Path: p.file, Detail: f.Detail})
		}
		if p.page == nil {
			continue
		}
		for _, a := range p.page.Alternates {
			if !has(Page{Path: a.Path}.file()) {
				b.problem(Problem{Code: CodeLinkBroken, Path: p.file, Detail: a.Path})
			}
		}
	}
	return nil
}

func sorted(m map[string]string) iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		for _, key := range slices.SortedFunc(maps.Keys(m), strings.Compare) {
			if !yield(key, m[key]) {
				return
			}
		}
	}
}
