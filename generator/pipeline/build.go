package pipeline

import (
	"context"
	"fmt"
	"io/fs"
	"iter"
	"maps"
	"os"
	"slices"
	"strings"
	"sync"

	"elinde/generator/config"
	"elinde/generator/disclosure"
	"elinde/generator/documents"
	"elinde/generator/downloads"
	"elinde/generator/finding"
	"elinde/generator/hsds"
	"elinde/generator/pages"
	"elinde/generator/programme"
	"elinde/generator/signature"
	"elinde/search"
	"elinde/search/client"
	"elinde/search/static"
	"elinde/site"
	"elinde/themes"
)

// Built is what a build gave. Report is empty where findings stopped it.
type Built struct {
	Checked
	Report site.Report
	// Index answers searches as the published files do; nil where none was
	// built. The caller closes it.
	Index *search.Index
}

// Options of a build.
type Options struct {
	// NoSearch leaves out the search index, for measuring.
	NoSearch bool
	// Whole renders every page, whatever is known from the previous build.
	Whole bool
	// Preview makes a site that nobody is to read: published releases are not held
	// against it.
	Preview bool
	// Fewer publishes although much less is published than before, see Compare.
	Fewer bool
	// Key signs the site; nil: it is published unsigned.
	Key *signature.Key
	// Clock holds releases to their time.
	Clock    Clock
	Progress Progress
}

// Build examines the data, plans the site, renders and publishes it. Findings
// that stop it leave the published site as it was.
func Build(ctx context.Context, s config.Settings, found []finding.Finding, opt Options) (*Built, error) {
	checked, err := Examine(ctx, s, found, opt.Progress)
	if err != nil {
		return nil, err
	}
	if !opt.Preview {
		if err := checked.KeepReleases(s); err != nil {
			return nil, err
		}
	}
	checked.keepTime(s, opt.Clock)
	if err := checked.Compare(s, opt.Fewer); err != nil {
		return nil, fmt.Errorf("cannot read the published site: %w", err)
	}
	built := &Built{Checked: *checked}
	if checked.Protected == nil {
		return built, nil
	}

	opt.Progress(Plan, 0, 0)
	known, err := ledgerOf(s, opt.Whole)
	if err != nil {
		return built, err
	}
	var docs []search.Document
	var packed pages.Indexer
	if !opt.NoSearch {
		docs = searchDocuments(checked.Protected, s)
		packed = indexer(docs)
	}
	var sought []search.Document
	plan, open, say, told, err := planOf(checked.Protected, s, pages.Options{Index: packed, Inputs: checked.inputs, Ledger: known, Sought: func(found pages.Sought) {
		sought = append(sought, plannedPage(checked.Protected, found))
	}})
	if err != nil {
		return built, err
	}
	built.tell(told)
	directory := sync.OnceValue(func() *hsds.Package {
		made := hsds.Export(checked.Protected, s, hsds.Say(say), hsds.Addresses{Service: pages.ServicePath, Provider: pages.ProviderPath})
		made.Key(withTheme(checked.inputs, plan.Theme), checked.Protected.Index().Sums(), known)
		return made
	})
	open.TellArchive(func() []byte { return directory().Tabular() })
	files := []iter.Seq[site.File]{plan.Files, open.Files(), func(yield func(site.File) bool) {
		directory().Files(s.BaseURL, downloads.Folder+downloads.OpenAPI)(yield)
	}}
	if !opt.NoSearch {
		opt.Progress(Search, 0, 0)
		docs = append(append(docs, writtenPages(plan.Written.Pages)...), sought...)
		if found := leaks(docs, checked.forbidden); len(found) > 0 {
			built.tell(found)
			return built, nil
		}
		if built.Index, err = search.Build(docs, documents.Known(checked.Protected, s)...); err != nil {
			return built, fmt.Errorf("cannot build the search index: %w", err)
		}
		index, err := indexFiles(built.Index)
		if err != nil {
			return built, err
		}
		files = append(files, index)
	}
	plan.Files = chain(files)

	built.tell(proseOf(checked.Protected, s, plan.Written.Pages))
	look, mark, err := readBack(checked, s, &plan)
	if err != nil {
		return built, fmt.Errorf("cannot read the theme: %w", err)
	}
	problems := []site.Problem(nil)
	options := checked.siteOptions(s)
	options.Whole, options.Info = opt.Whole, signedBy(info(checked.Protected, s), opt.Key)
	options.Sign = signer(opt.Key, s)
	if !opt.Preview {
		options.Vanished = built.vanished(s, opt.Fewer)
	}
	options.ReadBack, options.ReadBackFor = look, mark
	options.Progress = func(_ site.Stage, done, total int) {
		opt.Progress(Site, done, total)
	}
	if built.Report, problems, err = site.Build(ctx, plan, options); err == nil && len(problems) == 0 {
		err = known.Save()
	}
	built.tell(findingsOf(problems, built.Report, checked.forbidden, &sources{s, checked.Protected.Index().Tables, map[string]bool{}}))
	return built, err
}

// tell adds findings of the build to those of the data, each once: the same row
// may hold several texts that a page tells.
func (b *Built) tell(found []finding.Finding) {
	finding.Sort(found)
	found = slices.CompactFunc(found, func(x, y finding.Finding) bool {
		return x.Name() == y.Name() && x.Value == y.Value && maps.Equal(x.Args, y.Args)
	})
	b.records.Number(found)
	b.Findings = append(b.Findings, found...)
	finding.Sort(b.Findings)
}

// planOf lays the project's theme over ours, plans the pages and prepares the
// open files, of which pages tell. Say gives the words of both.
func planOf(p *disclosure.Protected, s config.Settings, opt pages.Options) (site.Plan, *downloads.Downloads, downloads.Say, []finding.Finding, error) {
	look, err := theme(themes.Elinde(), s.Path(s.Theme))
	if err != nil {
		return site.Plan{}, nil, nil, nil, fmt.Errorf("cannot read the theme: %w", err)
	}
	var found []finding.Finding
	if s.Languages, found, err = interfaces(look, s.Languages); err != nil {
		return site.Plan{}, nil, nil, nil, fmt.Errorf("cannot read the theme: %w", err)
	}
	var content fs.FS
	if folder := s.Path(s.Content); folder != "" {
		if _, err := os.Stat(folder); err == nil {
			if content, err = plainFolder(folder); err != nil {
				return site.Plan{}, nil, nil, nil, fmt.Errorf("cannot read the pages: %w", err)
			}
		}
	}
	var mu sync.Mutex
	opt.TooLarge = func(region *programme.Place) {
		mu.Lock()
		defer mu.Unlock()
		found = append(found, finding.Finding{Code: finding.RegionLarge, Severity: finding.Note, File: region.Row.File, Line: region.Row.Line,
			Value: string(region.ID), Args: map[string]string{"limit": fmt.Sprint(pages.MostCarried)}})
	}
	say, err := pages.Interface(look, s.Languages)
	if err != nil {
		return site.Plan{}, nil, nil, nil, fmt.Errorf("cannot read the theme: %w", err)
	}
	opt.Rest = withTheme(opt.Inputs, look)
	open, err := downloads.New(p, s, say, pages.Addresses(), downloads.Memory{Rest: opt.Rest, Ledger: opt.Ledger})
	if err != nil {
		return site.Plan{}, nil, nil, nil, fmt.Errorf("cannot make the open files: %w", err)
	}
	opt.Downloads = open
	plan, err := pages.Plan(p, s, look, content, opt)
	return plan, open, say, found, err
}

// writtenPages makes search documents of the pages in content/.
func writtenPages(written []site.ContentPage) []search.Document {
	list := make([]documents.Page, len(written))
	for i, w := range written {
		list[i] = documents.Page{Language: w.Language, Path: w.Path, Title: w.Title, Description: w.Description, Markdown: w.Markdown}
		if sought, ok := w.Params["sought"].(map[string]any); ok {
			text := func(key string) string { s, _ := sought[key].(string); return s }
			list[i].Sought = documents.Sought{Title: text("title"), Anchor: text("anchor"), Words: text("words")}
		}
	}
	return documents.Pages(list)
}

// plannedPage makes a search document of a page that is sought by words of its own.
func plannedPage(p *disclosure.Protected, s pages.Sought) search.Document {
	var places []string
	if s.Place != nil {
		for _, up := range p.Index().Within(s.Place.ID) {
			places = append(places, string(up.ID))
		}
	}
	return documents.Planned(s.Language, s.ID, s.Path, s.Title, s.Summary, s.Words, places)
}

// searchDocuments gives what can be found of the directory and the statistics.
func searchDocuments(p *disclosure.Protected, s config.Settings) []search.Document {
	return documents.Of(p, s, documents.Paths{Term: pages.TermPath, Indicator: pages.IndicatorPath, Hours: pages.Openings(p.Index(), p.Today()), Phone: pages.Phones(p.Index())})
}

// indexer packs the documents that a single file holds into an index of its own.
func indexer(docs []search.Document) pages.Indexer {
	return func(language string, addresses map[string]string) ([]byte, error) {
		var list []search.Document
		for _, d := range docs {
			if address, ok := addresses[d.ID]; ok && d.Language == language {
				d.Path = address
				list = append(list, d)
			}
		}
		index, err := search.Build(list)
		if err != nil {
			return nil, err
		}
		defer index.Close()
		return static.Pack(index)
	}
}

// indexFiles gives the published search index and its client.
func indexFiles(index *search.Index) (iter.Seq[site.File], error) {
	var files []site.File
	for f, err := range static.Files(index) {
		if err != nil {
			return nil, fmt.Errorf("cannot export the search index: %w", err)
		}
		files = append(files, site.File{Path: "search/" + f.Path, Data: f.Data})
	}
	modules, err := client.Files()
	if err != nil {
		return nil, err
	}
	for _, f := range modules {
		files = append(files, site.File{Path: "search/client/" + f.Path, Data: f.Data})
	}
	return func(yield func(site.File) bool) {
		for _, f := range files {
			if !yield(f) {
				return
			}
		}
	}, nil
}

func chain(list []iter.Seq[site.File]) iter.Seq[site.File] {
	return func(yield func(site.File) bool) {
		for _, files := range list {
			if files == nil {
				continue
			}
			for f := range files {
				if !yield(f) {
					return
				}
			}
		}
	}
}

// findingsOf turns what site says into findings. What a forbidden string was
// stays out: it is the secret.
func findingsOf(problems []site.Problem, report site.Report, forbidden withheld, from *sources) []finding.Finding {
	var list []finding.Finding
	for _, p := range problems {
		switch p.Code {
		case site.CodeForbiddenString:
			list = append(list, forbidden.leak(p.Path, p.Detail))
			continue
		case site.CodeForbidden:
			p.Detail = ""
		}
		f := finding.Finding{Code: finding.Site(p.Code), Severity: finding.Error, Value: p.Path, Args: map[string]string{"detail": p.Detail}}
		maps.Copy(f.Args, p.Args)
		if from.locate(&f, p) {
			list = append(list, f)
		}
	}
	for _, log := range report.Log {
		for line := range strings.Lines(log) {
			list = append(list, finding.Finding{Code: finding.TemplateWarning, Severity: finding.Warning, Args: map[string]string{"detail": strings.TrimSpace(strings.TrimPrefix(line, "WARN"))}})
		}
	}
	return list
}
