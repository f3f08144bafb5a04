package pages

import (
	"cmp"
	"iter"
	"path"
	"slices"
	"strings"

	"elinde/generator/config"
	"elinde/generator/disclosure"
	"elinde/generator/downloads"
	"elinde/generator/programme"
	"elinde/generator/revision"
	"elinde/generator/series"
	"elinde/site"
)

// statistics is what the statistics pages of all languages are made from; it is
// made once and only read afterwards.
type statistics struct {
	tables   map[programme.IndicatorID]*series.Table
	releases []*programme.Release // out, oldest first
	planned  []*programme.Release // announced, nearest first
	extra    []string             // ids of the declared dimensions
	facts    map[programme.IndicatorID][]*programme.Fact
	revised  *revision.Log
	told     map[programme.ReleaseID]map[programme.IndicatorID]toldFigures // totals

	certificates []disclosure.Certificate // of the releases that are out, oldest first
}

// newStatistics makes it. The figures that open files were made from are taken from
// there: of millions one copy is enough.
func newStatistics(p *disclosure.Protected, s config.Settings, open *downloads.Downloads) *statistics {
	x := p.Index()
	tables := open.Figures()
	if tables == nil {
		tables = series.Of(p)
	}
	t := &statistics{tables: tables, releases: series.Releases(p), planned: series.Planned(p), certificates: p.Certificates(),
		facts: map[programme.IndicatorID][]*programme.Fact{}, revised: revision.Of(p)}
	if open != nil {
		t.told = toldBy(open.Editions())
	} else {
		t.told = toldBy(series.ByRelease(p))
	}
	for _, d := range s.Dimensions {
		t.extra = append(t.extra, d.ID)
	}
	for i := range x.Facts {
		f := &x.Facts[i]
		t.facts[f.IndicatorID] = append(t.facts[f.IndicatorID], f)
	}
	return t
}

// statisticsPages are all pages about figures.
func (w *planner) statisticsPages() iter.Seq[site.Page] {
	return func(yield func(site.Page) bool) {
		if !w.hasFigures() {
			return
		}
		if !yield(w.indicatorList()) || !yield(w.releaseList()) || !yield(w.withheldPage()) {
			return
		}
		if len(w.Facts) > 0 && !yield(w.factsPage()) {
			return
		}
		for page := range w.comparePages() {
			if !yield(page) {
				return
			}
		}
		for _, r := range w.stats.releases {
			if !yield(w.releasePage(r)) {
				return
			}
		}
		for i := range w.Indicators {
			n := &w.Indicators[i]
			if w.Indicator[n.ID] != n {
				continue
			}
			if !yield(w.indicatorPage(n)) {
				return
			}
			for page := range w.furtherPages(n) {
				if !yield(page) {
					return
				}
			}
		}
	}
}

// indicatorList is the page of all indicators by theme.
type indicatorList struct {
	frame
	Themes  []theme      `json:"themes"`
	Symbols []symbolNote `json:"symbols,omitempty"`
	Release *release     `json:"release,omitempty"` // the newest
	Next    *next        `json:"next,omitempty"`
	Links   []link       `json:"links"`
	Glance  []fact       `json:"glance,omitempty"` // single figures of the programme
	Versus  []fact       `json:"versus,omitempty"` // and some that contradict each other
	// Components lead to what is known of each component of the programme and of plans.
	Components []link `json:"components,omitempty"`
}

type theme struct {
	ID   string           `json:"id"` // anchor
	Name text             `json:"name"`
	List []indicatorEntry `json:"list"`
}

// indicatorEntry is an indicator in a list with its latest figure.
type indicatorEntry struct {
	link
	Figure  *entryFigure `json:"figure,omitempty"`
	NoTotal bool         `json:"no_total,omitempty"`
	SVG     string       `json:"svg,omitempty"` // its total over time
}

// entryFigure is the latest figure of an indicator in a list.
type entryFigure struct {
	Value   []text          `json:"value"`
	Short   string          `json:"short"` // the period
	Symbols []series.Symbol `json:"symbols,omitempty"`
}

func (w *planner) indicatorList() site.Page {
	shown := symbolSet{}
	byTheme := map[programme.TermID][]indicatorEntry{}
	for i := range w.Indicators {
		n := &w.Indicators[i]
		if w.Indicator[n.ID] != n {
			continue
		}
		e := indicatorEntry{link: link{Href: w.href(w.indicatorPath(n)), text: w.text(n.Name)}}
		if h := w.head(n); h != nil {
			e.Figure = &entryFigure{Value: h.Value, Short: h.Short, Symbols: h.Symbols}
			shown.add(h.Symbols)
			m := w.newTableMaker(n, w.latest(n).Key, shown)
			periods := m.span(m.total)
			if marks := m.over(m.total, periods, ""); valued(marks) > 1 {
				e.SVG = m.spark("s-"+string(n.ID), e.T, m.total, periods, marks, nil).SVG()
			}
		}
		e.NoTotal = e.Figure == nil && w.newest(n) != nil
		byTheme[n.Theme] = append(byTheme[n.Theme], e)
		e.SVG = "" // an id stands once on a page
		for _, id := range n.AlsoThemes {
			if t := programme.TermID(id); t != n.Theme {
				byTheme[t] = append(byTheme[t], e)
			}
		}
	}
	list := indicatorList{Symbols: w.symbolNotes(shown), Next: w.nextRelease()}
	for _, id := range w.themesInOrder(byTheme) {
		list.Themes = append(list.Themes, theme{ID: themeAnchor(id), Name: w.themeName(id), List: byTheme[id]})
	}
	if n := len(w.stats.releases); n > 0 {
		r := w.release(w.stats.releases[n-1])
		list.Release = &r
	}
	list.Glance, list.Versus = w.glance()
	for _, t := range w.components() {
		if slices.ContainsFunc(w.Facts, func(f programme.Fact) bool { return f.Component == t.ID }) {
			list.Components = append(list.Components, link{Href: w.href(roomFigures) + "#c-" + string(t.ID), text: w.text(t.Name)})
		}
	}
	if len(w.placesWithFigures()) > 0 {
		list.Links = append(list.Links, w.room("compare_title", roomCompare))
	}
	list.Links = append(list.Links, w.room("nav_releases", roomReleases))
	if len(w.Facts) > 0 {
		list.Links = append(list.Links, w.room("nav_figures", roomFigures))
	}
	list.Links = append(list.Links, w.room("withheld_title", roomWithheld), w.room("opendata_title", roomOpenData))
	list.frame = frame{Heading: text{T: w.say("nav_statistics")}, Description: w.say("statistics_description"), Crumbs: w.crumbs(), Section: "statistics"}
	return w.page("statistics", roomStatistic, list.Heading.T, list)
}

// openData lists the files of the site that are not about one indicator.
func (w *planner) openData() []file {
	named := []struct{ name, key string }{
		{downloads.Readme, "download_readme"}, {downloads.IndicatorsCSV, "download_indicators"}, {downloads.FactsCSV, "download_facts"},
		{downloads.ServicesCSV, "download_services"}, {downloads.ProvidersCSV, "download_providers"}, {downloads.LocationsCSV, "download_locations"},
		{downloads.PlacesCSV, "download_places"}, {downloads.TermsCSV, "download_terms"}, {downloads.SourcesCSV, "download_sources"},
	}
	list := make([]file, len(named))
	for i, f := range named {
		list[i] = file{Href: downloads.Folder + f.name, Format: strings.ToUpper(strings.TrimPrefix(path.Ext(f.name), ".")), T: w.say(f.key)}
	}
	return list
}

// themesInOrder gives the themes by position, those of no term last, by id.
func (w *planner) themesInOrder(byTheme map[programme.TermID][]indicatorEntry) []programme.TermID {
	ids := make([]programme.TermID, 0, len(byTheme))
	for id := range byTheme {
		ids = append(ids, id)
	}
	position := func(id programme.TermID) programme.Whole {
		if t := w.Term["theme"][id]; t != nil {
			return t.Position
		}
		return programme.Whole{}
	}
	slices.SortFunc(ids, func(a, b programme.TermID) int {
		return cmp.Or(byPosition(position(a), position(b)), cmp.Compare(a, b))
	})
	return ids
}
