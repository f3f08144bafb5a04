package site

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"elinde/site/known"
	"elinde/site/tree"
	"elinde/site/treecheck"
)

// check looks at the finished tree: faults of pages rendered now, weights and
// links of all pages, and forbidden strings that kept files were not yet searched for.
func (b *build) check(context.Context) error {
	if err := b.sweep(); err != nil {
		return err
	}
	for _, p := range b.planned {
		for _, f := range p.seen.Faults {
			b.problem(Problem{Code: f.Code, Path: p.file, Detail: f.Detail})
		}
		p.seen.Faults = nil
	}
	if err := b.checkWeights(); err != nil {
		return err
	}
	if err := b.checkLinks(); err != nil {
		return err
	}
	if err := b.vanished(); err != nil {
		return err
	}
	if err := b.searchKept(); err != nil || b.opt.ReadBack == nil {
		return err
	}
	return b.readBack()
}

// checkLinks finds links to files and ids that the tree does not have.
func (b *build) checkLinks() error {
	n := len(b.planned) + 1
	for _, p := range b.planned {
		n += len(p.seen.IDs)
	}
	offered := treecheck.NewOffered(n)
	offered.Add(treecheck.Fingerprint(fileBuild))
	if b.opt.Sign != nil {
		offered.Add(treecheck.Fingerprint(tree.Manifest))
		offered.Add(treecheck.Fingerprint(tree.Signature))
	}
	pages := make([]treecheck.Linking, 0, len(b.planned))
	for _, p := range b.planned {
		offered.Add(treecheck.Fingerprint(p.file))
		for _, id := range p.seen.IDs {
			offered.Add(id)
		}
		if len(p.seen.Links) > 0 {
			pages = append(pages, treecheck.Linking{Path: p.file, Links: p.seen.Links})
		}
	}
	for _, page := range treecheck.Broken(pages, offered) {
		data, err := os.ReadFile(filepath.Join(b.stage.Folder, filepath.FromSlash(page.Path)))
		if err != nil {
			return err
		}
		for _, target := range treecheck.Targets(page.Path, data, b.rules) {
			if offered.Has(treecheck.Fingerprint(target)) {
				continue
			}
			code := CodeLinkBroken
			if file, _, anchor := strings.Cut(target, "#"); anchor && offered.Has(treecheck.Fingerprint(file)) {
				code = CodeAnchorMissing
			}
			b.problem(Problem{Code: code, Path: page.Path, Detail: target})
		}
	}
	for _, p := range b.planned {
		if p.page == nil {
			continue
		}
		for _, a := range p.page.Alternates {
			if b.planned[Page{Path: a.Path}.file()] == nil {
				b.problem(Problem{Code: CodeLinkBroken, Path: p.file, Detail: a.Path})
			}
		}
	}
	return nil
}

// searchKept searches files that were taken from former trees for the forbidden
// strings that are new since then.
func (b *build) searchKept() error {
	finders := map[*known.Tree]*treecheck.Finder{}
	for _, t := range []*known.Tree{b.memory.base, b.memory.published} {
		var fresh []string
		for _, f := range b.opt.Forbidden {
			if !t.HasSearched(f) {
				fresh = append(fresh, f)
			}
		}
		if t != nil && len(fresh) > 0 {
			finders[t] = treecheck.NewFinder(fresh)
		}
	}
	if len(finders) == 0 {
		return nil
	}
	for _, p := range b.planned {
		find := finders[p.from]
		if find == nil {
			continue
		}
		data, err := os.ReadFile(filepath.Join(b.stage.Folder, filepath.FromSlash(p.file)))
		if err != nil {
			return err
		}
		for _, found := range treecheck.Holds(p.file, data, find) {
			b.problem(Problem{Code: CodeForbiddenString, Path: p.file, Detail: found})
		}
	}
	return nil
}
