package site

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"maps"
	"runtime"
	"strings"
	"sync"
	"time"

	"elinde/site/shard"
)

// A rendering process gets at most so many pages, and records of so many bytes:
// enough to forget what starting Hugo costs, few enough to stay well below a
// gigabyte.
const (
	shardPages = 5000
	shardBytes = 32 << 20
)

// How long a rendering process may take, on a slow and busy machine too: a
// page takes about a millisecond.
const (
	startPatience = 3 * time.Minute
	pagePatience  = 100 * time.Millisecond
)

// render plans all pages and renders those that are not known from before. The
// sequences are consumed while shards are rendered; they wait when all
// rendering processes are busy, so that few records are in memory at a time.
func (b *build) render(ctx context.Context) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	r := &renderer{build: b, ctx: ctx, cancel: cancel, jobs: make(chan shard.Job), open: map[string]pending{}}
	if err := r.prepare(); err != nil {
		return err
	}
	var workers sync.WaitGroup
	for range b.jobs() {
		workers.Go(r.work)
	}
	var planners sync.WaitGroup
	slots := make(chan struct{}, max(2, runtime.GOMAXPROCS(0)))
	for _, pages := range append(b.plan.Pages, b.writtenPages()) {
		planners.Go(func() {
			slots <- struct{}{}
			defer func() { <-slots }()
			r.plan(pages)
		})
	}
	planners.Wait()
	r.flush()
	close(r.jobs)
	workers.Wait()
	if err := context.Cause(ctx); err != nil {
		return err
	}
	return nil
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

	gather sync.Mutex
	open   map[string]pending

	progress sync.Mutex
	done     int
}

// prepare makes what the shards of each language have in common.
func (r *renderer) prepare() error {
	r.blank, r.sums = map[string]shard.Job{}, map[string][]byte{}
	for _, l := range r.build.plan.Languages {
		shared := maps.Clone(r.build.plan.Shared[l.Code])
		if shared == nil {
			shared = map[string]any{}
		}
		shared["assets"] = r.theme.assets
		data, err := json.Marshal(shared)
		if err != nil {
			return fmt.Errorf("cannot encode the shared values of %s: %w", l.Code, err)
		}
		texts := r.theme.texts[l.Interface]
		if texts == nil {
			texts = r.theme.texts[l.Code]
		}
		r.blank[l.Code] = shard.Job{
			BaseURL: r.build.plan.BaseURL, Language: l.Code, Name: l.Name, Direction: l.Direction,
			Sources: append([]shard.Source{{Path: "i18n/" + l.Code + ".toml", Data: texts}}, r.theme.templates...),
			Shared:  data, Folder: r.stage.Folder, Twins: r.opt.Precompress, Rules: r.rules, Budget: r.budget(),
		}
		sum := sha256.New()
		fmt.Fprintf(sum, "%q %+v %q %q %d %x ", rendererVersion, l, r.build.plan.BaseURL, texts, r.budget(), r.theme.sum)
		sum.Write(data)
		r.sums[l.Code] = sum.Sum(nil)
	}
	return nil
}

// rendererVersion is part of what a page is made from: it changes whenever this
// package or Hugo would make another page from the same record.
const rendererVersion = "1 hugo-0.165.0"

// budget is the weight that a page may have beside its style sheet.
func (b *build) budget() int {
	if b.opt.MaxPageBytes <= 0 {
		return 0
	}
	return max(b.opt.MaxPageBytes-b.theme.styleSize, 1)
}

// made is the fingerprint of what a page is made from.
func (r *renderer) made(page Page, record []byte) (made [16]byte) {
	sum := sha256.New()
	sum.Write(r.sums[page.Language])
	sum.Write(page.siblings)
	sum.Write(record)
	copy(made[:], sum.Sum(nil))
	return made
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

// pending is a shard being gathered.
type pending struct {
	records []shard.Record
	bytes   int
}

func (r *renderer) enqueue(language string, record shard.Record) {
	r.gather.Lock()
	p := r.open[language]
	p.records, p.bytes = append(p.records, record), p.bytes+len(record.JSON)
	full := len(p.records) >= shardPages || p.bytes >= shardBytes
	if full {
		r.open[language] = pending{}
	} else {
		r.open[language] = p
	}
	r.gather.Unlock()
	if full {
		r.send(language, p.records)
	}
}

func (r *renderer) flush() {
	for _, l := range r.build.plan.Languages {
		if p := r.open[l.Code]; len(p.records) > 0 {
			r.send(l.Code, p.records)
		}
	}
}

func (r *renderer) send(language string, records []shard.Record) {
	job := r.blank[language]
	job.Records = records
	select {
	case r.jobs <- job:
	case <-r.ctx.Done():
	}
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
			r.problem(Problem{Code: CodeTemplate, Path: "layouts", Detail: failure.Text})
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
	if r.opt.Progress == nil {
		return
	}
	r.progress.Lock()
	defer r.progress.Unlock()
	r.done += n
	r.opt.Progress(StageRender, r.done, 0)
}
