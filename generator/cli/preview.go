package cli

import (
	"context"
	"errors"
	"net/http"
	"sync"

	"elinde/generator/finding"
	"elinde/generator/pipeline"
	"elinde/search"
	searchhttp "elinde/search/http"
	"elinde/site/serve"
)

// preview is the site that serve shows: the last good build, its search index and
// the findings of the newest one.
type preview struct {
	app  *app
	live *serve.Live

	built bool // once at least

	mu    sync.RWMutex
	found []finding.Finding
	index *search.Index
	api   http.Handler
}

// build builds the site and tells open pages. A failure keeps the last good one.
// It is called by one goroutine at a time.
func (p *preview) build(ctx context.Context) {
	a := p.app
	s, found, err := a.settings()
	if errors.Is(err, errFindings) { // they are printed
		p.show(found, nil)
		p.live.Notify()
		return
	}
	if err == nil {
		err = a.drawKey(&s)
	}
	if err != nil {
		a.printError(err)
		return
	}
	built, err := a.build(ctx, s, found, pipeline.Options{Fewer: true, Preview: true})
	if built == nil {
		built = &pipeline.Built{}
	}
	if ctx.Err() != nil {
		p.discard(built.Index)
		return
	}
	if err != nil {
		a.printError(err)
	}
	stops := err != nil || finding.Stops(built.Findings)
	if stops {
		p.discard(built.Index)
		p.show(built.Findings, nil)
	} else {
		p.show(built.Findings, built.Index)
	}
	a.printFindings(built.Findings, false, false)
	if stops {
		a.say("kept-last")
		p.live.Notify()
		return
	}
	if p.built {
		a.say("rebuilt", built.Report.Rendered)
	} else {
		a.say("built-first", built.Report.Rendered)
	}
	p.built = true
	p.live.Reload()
	a.prepare(s)
}

// show takes the findings of the newest build, and its index in place of the last
// good one's unless it is nil.
func (p *preview) show(found []finding.Finding, index *search.Index) {
	p.mu.Lock()
	p.found = found
	var old *search.Index
	if index != nil {
		old, p.index, p.api = p.index, index, searchhttp.Handler(index)
	}
	p.mu.Unlock()
	p.discard(old)
}

// discard closes an index that nobody asks any more; nil is none.
func (p *preview) discard(index *search.Index) {
	if index == nil {
		return
	}
	if err := index.Close(); err != nil {
		p.app.printError(err)
	}
}

// ServeHTTP answers searches from the index of the last good build.
func (p *preview) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	p.mu.RLock()
	defer p.mu.RUnlock()
	if p.api == nil {
		http.NotFound(w, r)
		return
	}
	p.api.ServeHTTP(w, r)
}

func (p *preview) close() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.index == nil {
		return nil
	}
	err := p.index.Close()
	p.index, p.api = nil, nil
	return err
}

// overlay gives the findings that keep the site from being built, in the
// language of the page that asks.
func (p *preview) overlay(language string) serve.Overlay {
	p.mu.RLock()
	defer p.mu.RUnlock()
	t := textsFor(language)
	words := finding.Texts(language)
	var notes []serve.Note
	for _, f := range p.found {
		if f.Follows != "" {
			continue
		}
		if f.Severity != finding.Error {
			continue
		}
		where := f.File
		if f.Row > 0 {
			where += ", " + t.format("row", f.Row)
		}
		if f.Column != "" {
			where += ", " + f.Column
		}
		notes = append(notes, serve.Note{Severity: string(f.Severity), Where: where, Text: words.Sentence(f), Hint: words.Hint(f)})
	}
	return serve.Overlay{Title: t.get("stopped") + " " + t.get("kept-last"), Close: t.get("close"), Findings: notes}
}
