package site

import (
	"context"
	"encoding/json"
	"iter"
	"runtime"
	"slices"
	"sync"

	"elinde/site/packed"
	"elinde/site/tree"
	"elinde/site/treecheck"
)

// writeFiles writes all files that are no pages.
func (b *build) writeFiles(ctx context.Context) error {
	for _, f := range b.theme.files {
		if err := b.writeFile(f, true); err != nil {
			return err
		}
	}
	if err := b.writeAll(ctx, b.planFiles()); err != nil {
		return err
	}
	if err := b.writeAll(ctx, slices.Values(b.sitemap())); err != nil { // it lists what is there
		return err
	}
	if b.plan.Last == nil {
		return nil
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

// writeAll writes files while the next ones are made.
func (b *build) writeAll(ctx context.Context, files iter.Seq[File]) error {
	var group sync.WaitGroup
	free := make(chan struct{}, runtime.GOMAXPROCS(0))
	failed := make(chan error, 1)
	for f := range files {
		if ctx.Err() != nil || len(failed) > 0 {
			break
		}
		if packed.First(f.Path) {
			if err := b.writeFile(f, false); err != nil {
				group.Wait()
				return err
			}
			continue
		}
		free <- struct{}{}
		group.Go(func() {
			defer func() { <-free }()
			if err := b.writeFile(f, false); err != nil {
				select {
				case failed <- err:
				default:
				}
			}
		})
	}
	group.Wait()
	select {
	case err := <-failed:
		return err
	default:
		return ctx.Err()
	}
}

// planFiles are those of the plan that may have their names.
func (b *build) planFiles() iter.Seq[File] {
	return func(yield func(File) bool) {
		if b.plan.Files == nil {
			return
		}
		for f := range b.plan.Files {
			if reserved(f.Path) {
				b.problem(Problem{Code: CodePathReserved, Path: f.Path})
			} else if !yield(f) {
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
	if p.made = tree.Sum(f.Data); b.reuse(p) {
		return nil
	}
	if theme {
		p.seen = treecheck.File(f.Path, f.Data, b.rules, b.find)
	} else {
		p.seen.Faults = treecheck.Search(f.Path, f.Data, b.find)
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
