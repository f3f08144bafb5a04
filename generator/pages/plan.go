// Package pages plans the site: every page of every language with its address,
// its links and all that its template reads. In comes a Protected, out comes a
// site.Plan; nothing is rendered, read from the tables' files or printed here. No
// page can be made from rows that were not checked and protected.
//
// Files are named after what they plan. What a template may rely on:
//   - .Params holds the frame of planner.go and the fields of the page's own
//     struct; keys are snake_case.
//   - links are relative to the root of the site: href="{{ $root }}{{ .href }}".
//   - a text is {"t", "l", "d"} and printed by the partial "text.html"; HTML is
//     {"html", "l", "d"} and printed by "prose.html"; dates and numbers come
//     formatted.
//   - site.Params holds what shared.go makes.
package pages

import (
	"cmp"
	"fmt"
	"io/fs"
	"iter"

	"elinde/generator/config"
	"elinde/generator/disclosure"
	"elinde/generator/downloads"
	"elinde/generator/ledger"
	"elinde/generator/programme"
	"elinde/site"
)

// rooms are the sequences of pages of a language: each yields pages of one kind.
var rooms = []func(*planner) iter.Seq[site.Page]{
	(*planner).homePages,
	(*planner).servicePages,
	(*planner).serviceLists,
	(*planner).letterPages,
	(*planner).termPages,
	(*planner).placePages,
	(*planner).providerPages,
	(*planner).helplinePages,
	(*planner).tombstones,
	(*planner).missingPages,
	(*planner).statisticsPages,
	(*planner).searchPages,
	(*planner).checkerPages,
	(*planner).offlinePages,
	(*planner).findPages,
	(*planner).savedPages,
	(*planner).reportPages,
	(*planner).coveragePages,
	(*planner).openDataPages,
}

// Options of a plan.
type Options struct {
	// Index packs the search of the single files, which have none where it is nil.
	Index Indexer
	// Inputs is a fingerprint of all that the plan is made from, this program
	// included, but the rows of services: with it the pages of services carry keys
	// and are planned late.
	Inputs []byte
	// Rest is a fingerprint of these and of the theme.
	Rest []byte
	// Ledger knows what former builds worked out from the same; nil: nothing.
	Ledger *ledger.Ledger
	// Downloads are the open files that pages tell of, with sizes and checksums.
	// Where it is nil, pages name the files of indicators only.
	Downloads *downloads.Downloads
	// TooLarge, unless nil, is told each region that has more than MostCarried
	// services and therefore no booklet and no single file; from any goroutine.
	TooLarge func(*programme.Place)
	// Before, unless zero, is another day of which the plan gives the shared values
	// too, see site.Plan.
	Before programme.Date
	// Sought, unless nil, is told the pages to be found besides records and what
	// people wrote.
	Sought func(Sought)
}

// Plan plans the whole site. The theme is read for its interface texts, content
// for the pages that people wrote. An error means that the theme or an index
// cannot be made.
func Plan(p *disclosure.Protected, s config.Settings, theme, content fs.FS, opt Options) (site.Plan, error) {
	plan := site.Plan{BaseURL: s.BaseURL, Theme: theme, Written: site.ReadContent(content, s.Codes()), Shared: map[string]map[string]any{}, Before: map[string]map[string]any{}}
	if len(s.Languages) == 0 {
		return plan, fmt.Errorf("settings name no language")
	}
	menus := menusOf(plan.Written.Pages)
	g := newGraph(p.Index(), p.Today(), opt.Inputs != nil)
	stats := newStatistics(p, s, opt.Downloads)
	planners := make([]*planner, len(s.Languages))
	for i, l := range s.Languages {
		w, err := newPlanner(p, s, theme, g, stats, opt.Inputs, i)
		if err != nil {
			return plan, fmt.Errorf("cannot plan the pages in %s: %w", l.Code, err)
		}
		w.indexed = opt.Index != nil
		w.tooLarge = opt.TooLarge
		w.downloads = opt.Downloads
		w.rest, w.ledger = opt.Rest, opt.Ledger
		for _, p := range plan.Written.Pages {
			if p.Language == l.Code && p.Params["keep"] == true {
				w.kept.Store(p.Path, true)
				w.keptWritten = append(w.keptWritten, p.Name+"/")
			}
		}
		planners[i] = w
		if opt.Sought != nil {
			for _, page := range w.sought() {
				opt.Sought(page)
			}
		}
	}
	if err := carry(planners, opt.Index); err != nil {
		return plan, err
	}
	plan.Last = func(sizes map[string]int64) iter.Seq[site.File] { return packFiles(planners, sizes) }
	for i, l := range s.Languages {
		w := planners[i]
		plan.Languages = append(plan.Languages, site.Language{Code: l.Code, Name: l.Name,
			Direction: cmp.Or(l.Direction, "ltr"), Interface: cmp.Or(l.Interface, l.Code)})
		plan.Shared[l.Code] = w.shared(menus[l.Code])
		if opt.Before != 0 {
			w.today = opt.Before
			plan.Before[l.Code] = w.shared(menus[l.Code])
			w.today = p.Today()
		}
		for _, room := range rooms {
			plan.Pages = append(plan.Pages, w.remember(room(w)))
		}
	}
	plan.Pages = append(plan.Pages, rootPages(planners))
	if count := coverageTable(planners[0]); count != nil {
		opt.Downloads.TellCoverage(count)
	}
	plan.Files = each(feeds(planners), checkerFiles(planners), offlineFiles(planners), findFiles(planners))
	return plan, nil
}

// each yields the files of several sequences.
func each(list ...iter.Seq[site.File]) iter.Seq[site.File] {
	return func(yield func(site.File) bool) {
		for _, files := range list {
			for f := range files {
				if !yield(f) {
					return
				}
			}
		}
	}
}
