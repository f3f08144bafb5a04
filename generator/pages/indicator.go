package pages

import (
	"cmp"
	"strings"

	"elinde/generator/downloads"
	"elinde/generator/programme"
	"elinde/generator/prose"
	"elinde/site"
)

// indicatorPage is the plain page of an indicator: what it says now, tables, and
// all that one must know to use the figures.
type indicatorPage struct {
	frame
	Figure       *headFigure  `json:"figure,omitempty"`
	Theme        *link        `json:"theme,omitempty"`
	NoTotal      bool         `json:"no_total,omitempty"` // figures, but none for the whole country
	Goals        [][]text     `json:"goals,omitempty"`    // baseline and target, a sentence each
	Progress     *progress    `json:"progress,omitempty"` // from one to the other
	Chart        *figureChart `json:"chart,omitempty"`    // the total over time
	Series       *figureTable `json:"series,omitempty"`   // the rows of the chart
	Map          *figureMap   `json:"map,omitempty"`
	Places       *figureTable `json:"places,omitempty"`  // the regions, where they are few
	Years        *figureTable `json:"years,omitempty"`   // sums of quarters
	Splits       []split      `json:"splits,omitempty"`  // by dimension
	More         []link       `json:"more,omitempty"`    // pages with what has no room here
	Reforms      []string     `json:"reforms,omitempty"` // of boundaries, in the periods shown
	Revised      *revisedList `json:"revised,omitempty"`
	Cite         string       `json:"cite"`
	Definition   *passage     `json:"definition,omitempty"`
	Symbols      []symbolNote `json:"symbols,omitempty"`
	About        []described  `json:"about"`
	Method       *passage     `json:"method,omitempty"`
	Facts        []fact       `json:"facts,omitempty"`
	Release      *link        `json:"release,omitempty"` // the one the latest figure is from
	ReleaseDay   *day         `json:"release_day,omitempty"`
	Next         *next        `json:"next,omitempty"`
	Files        []file       `json:"files"`
	Successor    *link        `json:"successor,omitempty"`
	Illustration bool         `json:"illustration,omitempty"`
}

// described is a line of a list of properties.
type described struct {
	Name string `json:"name"`
	T    []text `json:"t"`
	Href string `json:"href,omitempty"` // elsewhere on the web
}

// file is a download.
type file struct {
	Href   string `json:"href"`
	Format string `json:"format"`
	T      string `json:"t"`
}

func (w *planner) indicatorPage(n *programme.Indicator) site.Page {
	shown := symbolSet{}
	name := w.text(n.Name)
	p := indicatorPage{Figure: w.head(n), Definition: w.passage(n.Definition), Method: w.passage(n.Method), About: w.about(n),
		Goals: w.goals(n), Next: w.nextRelease(), Illustration: n.Origin == programme.Illustration, Successor: w.indicatorLink(n.SuccessorID)}
	p.frame = frame{Heading: name, Description: w.describe(n, p.Figure), Section: "statistics", Exit: w.isSensitiveTheme(n.Theme),
		Crumbs: w.crumbs(w.room("nav_statistics", roomStatistic))}
	if newest := w.newest(n); newest != nil {
		total := newest.Key.TotalOf(programme.PlaceID(w.settings.Country))
		if latest := w.latest(n); latest != nil {
			newest, total = latest, latest.Key
			shown.add(latest.Symbols)
		}
		p.NoTotal = p.Figure == nil
		m := w.newTableMaker(n, total, shown)
		if t, ok := m.series(); ok {
			p.Series = &t
		}
		p.Chart, p.Map = m.overTime(), m.drawMap()
		here, more := w.newTableMaker(n, total, symbolSet{}).parts()
		p.Splits = here
		for _, s := range here {
			s.show(shown)
		}
		if len(more) > 0 {
			p.More = append(p.More, link{Href: w.href(splitPath(w.indicatorPath(n))), text: text{T: w.say("statistics_more_splits", "list", names(w.words, more))}})
		}
		if t, ok := m.byPlace(); ok && len(t.Rows) <= mostPlaces {
			p.Places = &t
		}
		if t, ok := m.byYear(); ok {
			p.Years = &t
		}
		if m.hasPlaces() {
			p.More = append(p.More, link{Href: w.href(placesPath(w.indicatorPath(n))), text: text{T: w.say("statistics_more_places")}})
		}
		p.Progress = w.progress(n, w.latest(n))
		p.Reforms = m.reforms(m.span(total))
		p.Revised = w.revisions(w.stats.revised.OfIndicator(n.ID), shown, false)
		p.Release, p.ReleaseDay = w.releaseOf(newest)
	}
	p.Symbols = w.symbolNotes(shown)
	for _, f := range w.stats.facts[n.ID] {
		p.Facts = append(p.Facts, w.fact(f))
	}
	p.Cite = w.cite(name, p.Release, p.ReleaseDay, w.indicatorPath(n))
	p.Files = []file{{downloads.IndicatorXLSX(n.ID, w.language.Code), "XLSX", w.say("download_xlsx")}, {downloads.IndicatorCSV(n.ID), "CSV", w.say("download_csv")},
		{downloads.IndicatorJSON(n.ID), "JSON", w.say("download_json")}, {downloads.IndicatorZip(n.ID), "ZIP", w.say("download_zip")}}
	title := name.T
	if p.Exit {
		title, p.Description = w.say("nav_statistics"), ""
	}
	if !p.Exit {
		p.Structured = w.structuredDataset(n)
	}
	return w.page("indicator", w.indicatorPath(n), title, p)
}

// cite says in plain text how to quote a page: whose it is, what it is called, which
// release its figures are from, where it stands and as of when.
func (w *planner) cite(name text, release *link, day *day, path string) string {
	s := w.title() + ". " + name.T + "."
	if release != nil {
		s += " " + release.T
		if day != nil {
			s += ", " + day.T
		}
		s = strings.TrimSuffix(s, ".") + "."
	}
	if address := w.absolute(path); address != "" {
		s += " " + address
	}
	return s
}

// describe gives the description of the document: the latest figure where there
// is one, what is measured otherwise.
func (w *planner) describe(n *programme.Indicator, h *headFigure) string {
	if h != nil {
		return w.text(n.Name).T + ". " + flat(h.Sentence)
	}
	return prose.Plain(w.text(n.Definition).T)
}

// goals gives the baseline and the target in a sentence each.
func (w *planner) goals(n *programme.Indicator) [][]text {
	var list [][]text
	add := func(key string, d programme.Decimal, period string) {
		if !d.Set() {
			return
		}
		if period == "" {
			list = append(list, w.sentence(key+"_undated", map[string][]text{"value": w.value(n, d)}))
			return
		}
		list = append(list, w.sentence(key, map[string][]text{"value": w.value(n, d), "period": said(w.period(period))}))
	}
	add("baseline", n.Baseline, n.BaselinePeriod)
	add("target", n.Target, n.TargetPeriod)
	return list
}

// about lists the properties of an indicator that are a word or a line.
func (w *planner) about(n *programme.Indicator) []described {
	var list []described
	add := func(key string, t ...text) {
		if len(t) > 0 && t[0].T != "" {
			list = append(list, described{Name: w.say(key), T: t})
		}
	}
	if t := w.Term["theme"][n.Theme]; t != nil {
		add("stats_theme", w.text(t.Name))
	}
	add("stats_unit", w.unit(n))
	add("stats_kind", text{T: w.say("kind_" + n.Kind)})
	add("stats_frequency", text{T: w.say("frequency_" + n.Frequency)})
	add("stats_year", text{T: w.noYear(n)})
	if n.Direction != "" {
		add("stats_direction", text{T: w.say("direction_" + n.Direction)})
	}
	add("stats_sdg_target", text{T: n.SDGTarget})
	if href := goalAddress(n.SDGTarget); href != "" {
		list[len(list)-1].Href = href
	}
	add("stats_source", w.text(n.Source))
	if n.ProvisionalFor.Set && n.ProvisionalFor.N > 0 {
		add("stats_becomes_final", text{T: w.count("after_quarters", n.ProvisionalFor.N)})
	}
	add("stats_contact", text{T: n.Contact})
	return list
}

func (w *planner) indicatorLink(id programme.IndicatorID) *link {
	n := w.Indicator[id]
	if n == nil {
		return nil
	}
	return &link{Href: w.href(w.indicatorPath(n)), text: w.text(n.Name)}
}

func (w *planner) isSensitiveTheme(id programme.TermID) bool {
	t := w.Term["theme"][id]
	return t != nil && t.Sensitive == programme.Yes
}

// declaredName names a dimension that config.toml declares.
func (w *planner) declaredName(names map[string]string, id string) string {
	return cmp.Or(names[w.language.Code], names[w.settings.Languages[0].Code], id)
}
