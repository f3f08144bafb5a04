package site

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"elinde/site/shard"
)

// How long a rendering process may take, on a slow and busy machine too: a
// page takes about a millisecond.
const (
	startPatience = 3 * time.Minute
	pagePatience  = 100 * time.Millisecond
)

// render plans all pages and begins to render those that are not known from before;
// b.rendering ends it. The sequences are consumed while shards are rendered; they wait
// when all rendering processes are busy, so that few records are in memory at a time.
func (b *build) render(ctx context.Context) error {
	ctx, cancel := context.WithCancelCause(ctx)
	r := &renderer{build: b, ctx: ctx, cancel: cancel, jobs: make(chan shard.Job), open: map[string]pending{}}
	if err := r.prepare(); err != nil {
		cancel(err)
		return err
	}
	var workers sync.WaitGroup
	for range b.jobs() {
		workers.Go(r.work)
	}
	var planners sync.WaitGroup
	slots := make(chan struct{}, max(2, runtime.GOMAXPROCS(0)))
	for _, pages := range append(slices.Clip(b.plan.Pages), b.writtenPages()) {
		planners.Go(func() {
			slots <- struct{}{}
			defer func() { <-slots }()
			r.plan(pages)
		})
	}
	planners.Wait()
	workers.Go(func() {
		r.flush()
		close(r.jobs)
	})
	b.rendering = func(stop bool) error {
		if stop {
			cancel(errStopped)
		}
		workers.Wait()
		defer cancel(nil)
		return context.Cause(ctx)
	}
	return context.Cause(ctx)
}

func (b *build) jobs() int {
	if b.opt.Jobs > 0 {
		return b.opt.Jobs
	}
	return 2
}

// renderer gathers records into shards, by language.
type renderer struct {
	*build
	ctx    context.Context
	cancel context.CancelCauseFunc
	jobs   chan shard.Job
	blank  map[string]shard.Job // by language: a job without records
	sums   map[string][]byte    // by language: fingerprint of all that its pages have in common
	before map[string][]byte    // the same as of an earlier day, for Compare

	gather sync.Mutex
	open   map[string]pending

	done int
}

// plan consumes one sequence of pages.
func (r *renderer) plan(pages iter.Seq[Page]) {
	for page := range pages {
		if r.ctx.Err() != nil {
			return
		}
		r.add(page)
	}
}

func (r *renderer) add(page Page) {
	file := page.file()
	if reserved(file) {
		r.problem(Problem{Code: CodePathReserved, Path: file})
		return
	}
	if !r.theme.layouts[page.Layout] {
		r.problem(Problem{Code: CodeLayoutUnknown, Path: file, Detail: page.Layout})
		return
	}
	if _, ok := r.language(page.Language); !ok {
		r.problem(Problem{Code: CodeLanguage, Path: file, Detail: page.Language})
		return
	}
	p, ok := r.take(file, &page)
	if !ok {
		return
	}
	if p.key = r.key(page); r.reuseByKey(p) {
		page.Params = nil
		r.tell(1)
		return
	}
	if late, ok := page.Params.(func() any); ok {
		page.Params = late()
	}
	data, err := record(page, file, r.base)
	if err != nil {
		r.problem(Problem{Code: CodeParams, Path: file, Detail: err.Error()})
		return
	}
	page.Params, page.markdown = nil, "" // large, and no longer needed
	if p.made = r.made(page, data); r.reuse(p) {
		r.tell(1)
		return
	}
	r.enqueue(page.Language, shard.Record{Path: file, JSON: data})
}

// work renders shards until there are no more.
func (r *renderer) work() {
	for job := range r.jobs {
		patience := startPatience + time.Duration(len(job.Records))*pagePatience
		ctx, cancel := context.WithTimeoutCause(r.ctx, patience, fmt.Errorf("rendering %d pages took longer than %s: does a template repeat without end?", len(job.Records), patience))
		log, err := shard.Run(ctx, job, r.rendered)
		cancel()
		if log = strings.TrimSpace(log); log != "" {
			r.mu.Lock()
			r.report.Log = append(r.report.Log, log)
			r.mu.Unlock()
		}
		var failure *shard.Failure
		switch {
		case errors.As(err, &failure):
			r.problem(templateFault(failure.Text, job))
			r.cancel(errStopped)
		case err != nil:
			r.cancel(err)
		}
	}
}

// rendered books pages that a process has finished.
func (r *renderer) rendered(pages []shard.Page) {
	r.mu.Lock()
	for _, page := range pages {
		p := r.planned[page.Entry.Path]
		p.entry, p.seen = page.Entry, page.Summary
	}
	r.report.Rendered += len(pages)
	r.mu.Unlock()
	r.tell(len(pages))
}

// tell reports progress.
func (r *renderer) tell(n int) {
	r.progress.Lock()
	defer r.progress.Unlock()
	r.done += n
	if r.opt.Progress != nil {
		r.opt.Progress(StageRender, r.done, 0)
	}
}
