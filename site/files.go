package site

import (
	"context"
	"encoding/json"
	"iter"

	"elinde/site/tree"
	"elinde/site/treecheck"
)

// writeFiles writes all files that are no pages, while these are rendered.
func (b *build) writeFiles(ctx context.Context) error {
	for _, f := range b.theme.files {
		if err := b.writeFile(f, true); err != nil {
			return err
		}
	}
	for f := range b.otherFiles() {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := b.writeFile(f, false); err != nil {
			return err
		}
	}
	if err := b.rendering(false); err != nil || b.plan.Last == nil {
		return err
	}
	sizes := make(map[string]int64, len(b.planned))
	for name, p := range b.planned {
		sizes[name] = p.entry.Size
	}
	for f := range b.plan.Last(sizes) {
		if err := b.writeFile(f, false); err != nil {
			return err
		}
	}
	return nil
}

// otherFiles are the plan's files and those made here.
func (b *build) otherFiles() iter.Seq[File] {
	return func(yield func(File) bool) {
		if b.plan.Files != nil {
			for f := range b.plan.Files {
				if reserved(f.Path) {
					b.problem(Problem{Code: CodePathReserved, Path: f.Path})
				} else if !yield(f) {
					return
				}
			}
		}
		for _, f := range b.sitemap() {
			if !yield(f) {
				return
			}
		}
	}
}

// writeFile writes a file and searches it. One of the theme may be anything that
// somebody put there: it is looked at as a browser would. Its faults are reported
// with those of pages.
func (b *build) writeFile(f File, theme bool) error {
	p, ok := b.take(f.Path, nil)
	if !ok {
		return nil
	}
	if len(f.Key) > 0 {
		if p.key = tree.Sum(f.Key); b.reuseByKey(p) {
			return nil
		}
	}
	if f.Make != nil {
		f.Data = f.Make()
	}
	if p.made = tree.Sum(f.Data); b.reuse(p) {
		return nil
	}
	if theme {
		p.seen = treecheck.File(f.Path, f.Data, b.rules, b.find)
	} else {
		part := b.part(f.Path, f.Data, b.opt.Forbidden...)
		if p.seen.Faults = treecheck.Search(f.Path, part, b.find); len(part) != len(f.Data) {
			for _, text := range b.find.In(f.Data) {
				p.seen.Faults = append(p.seen.Faults, treecheck.Fault{Code: CodeForbiddenString, Detail: text})
			}
		}
	}
	var err error
	p.entry, err = b.writer.Write(f.Path, f.Data)
	return err
}

// stamp makes build.json: what the tree was built from and its build id.
func (b *build) stamp(id string) (File, error) {
	info := map[string]string{}
	for key, value := range b.opt.Info {
		info[key] = value
	}
	info["build"] = id
	data, err := json.MarshalIndent(info, "", "  ")
	return File{Path: fileBuild, Data: append(data, '\n')}, err
}
