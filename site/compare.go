package site

import (
	"context"
	"fmt"
	"io/fs"
	"iter"
	"maps"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	"elinde/site/known"
	"elinde/site/publish"
)

// Difference says how the pages of a plan differ from those that are published.
type Difference struct {
	Build string // build id of the published tree, "" where there is none
	// Compared says that it is known what the published pages were made from;
	// otherwise Changed is empty.
	Compared             bool
	Pages                int      // of the plan
	Added, Changed, Gone []string // addresses, sorted
	// Dated are pages that would be the same if the day were; they are not among
	// Changed.
	Dated []string
}

// Compare plans all pages and compares them with the published tree of
// opt.Output, without rendering. It takes the options that Build would be given and
// writes nothing. Problems are those of the plan and the theme.
func Compare(ctx context.Context, plan Plan, opt Options) (Difference, []Problem, error) {
	b := &build{plan: plan, opt: opt, planned: map[string]*planned{}, folders: map[string]string{}, stage: &publish.Stage{}, memory: &memory{}}
	var d Difference
	if b.checkPlan(); len(b.problems) > 0 {
		return d, b.sortedProblems(), nil
	}
	if err := b.readTheme(); err != nil {
		return d, nil, fmt.Errorf("cannot read the theme: %w", err)
	}
	r := &renderer{build: b, ctx: ctx}
	if err := r.prepare(); err != nil {
		return d, nil, err
	}
	d.Build, b.memory.published = publish.Peek(opt.Output)
	d.Compared = b.memory.published != nil
	changed := map[string]bool{} // whether in more than the day
	var planners sync.WaitGroup
	slots := make(chan struct{}, max(2, runtime.GOMAXPROCS(0)))
	for _, pages := range append(slices.Clip(plan.Pages), b.writtenPages()) {
		planners.Go(func() {
			slots <- struct{}{}
			defer func() { <-slots }()
			r.compare(pages, changed)
		})
	}
	planners.Wait()
	if err := ctx.Err(); err != nil || len(b.problems) > 0 {
		return d, b.sortedProblems(), err
	}
	d.Pages = len(b.planned)
	published := publishedPages(opt.Output, b.memory.published)
	for file := range published {
		if b.planned[file] == nil {
			d.Gone = append(d.Gone, addressOf(file))
		}
	}
	for file := range b.planned {
		if !published[file] {
			d.Added = append(d.Added, addressOf(file))
		} else if more, other := changed[file]; other && d.Compared && more {
			d.Changed = append(d.Changed, addressOf(file))
		} else if other && d.Compared {
			d.Dated = append(d.Dated, addressOf(file))
		}
	}
	for _, list := range [][]string{d.Added, d.Changed, d.Gone, d.Dated} {
		slices.Sort(list)
	}
	return d, nil, nil
}

// compare notes which pages of a sequence would be made from something else.
func (r *renderer) compare(pages iter.Seq[Page], changed map[string]bool) {
	for page := range pages {
		if r.ctx.Err() != nil {
			return
		}
		file := page.file()
		p, ok := r.take(file, &page)
		if !ok {
			continue
		}
		f := r.memory.published.File(file)
		if p.key = r.key(page); f == nil || p.key != [16]byte{} && f.Key == p.key && ours(r.memory.published) != nil {
			page.Params = nil
			continue
		}
		if late, ok := page.Params.(func() any); ok {
			page.Params = late()
		}
		data, err := record(page, file, r.base)
		if err != nil {
			r.problem(Problem{Code: CodeParams, Path: file, Detail: err.Error()})
			continue
		}
		made := r.made(page, data)
		page.Params, page.markdown = nil, ""
		if f.Made != made {
			before := r.before[page.Language]
			r.mu.Lock()
			changed[file] = before == nil || f.Made != madeFrom(before, page, data)
			r.mu.Unlock()
		}
	}
}

// publishedPages gives the files of the published pages: those of which links were
// noted, or, where nothing is known of the tree, all pages with an address of
// their own.
func publishedPages(output string, t *known.Tree) map[string]bool {
	pages := map[string]bool{}
	if t != nil {
		for f := range t.Files() {
			if strings.HasSuffix(f.Entry.Path, ".html") && len(f.Seen.IDs)+len(f.Seen.Links) > 0 {
				pages[f.Entry.Path] = true
			}
		}
		return pages
	}
	return maps.Collect(walkPages(output))
}

// addressOf gives the address of a page's file.
func addressOf(file string) string { return strings.TrimSuffix(file, "index.html") }

func walkPages(output string) iter.Seq2[string, bool] {
	return func(yield func(string, bool) bool) {
		filepath.WalkDir(output, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || d.Name() != "index.html" {
				return nil // a folder that cannot be read has no pages for us
			}
			file, err := filepath.Rel(output, name)
			if err == nil && !yield(filepath.ToSlash(file), true) {
				return fs.SkipAll
			}
			return nil
		})
	}
}
