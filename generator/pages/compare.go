package pages

import (
	"iter"
	"strings"

	"elinde/generator/programme"
	"elinde/generator/series"
	"elinde/site"
)

// comparePage sets the regions beside each other in every indicator.
type comparePage struct {
	frame
	Tables  []figureTable `json:"tables,omitempty"`
	Symbols []symbolNote  `json:"symbols,omitempty"`
	Places  []link        `json:"places,omitempty"` // pages of one place each
}

// placeFigures is the page of a place with every indicator that has a figure of it.
type placeFigures struct {
	frame
	Themes  []placeTheme `json:"themes"`
	Symbols []symbolNote `json:"symbols,omitempty"`
	Page    link         `json:"page"` // of the place: its services
	Inside  []link       `json:"inside,omitempty"`
	Country text         `json:"country"`
	Summed  bool         `json:"summed,omitempty"` // some have sums of quarters
}

type placeTheme struct {
	ID   string        `json:"id"` // anchor
	Name text          `json:"name"`
	List []placeFigure `json:"list"`
}

// placeFigure is an indicator in one place, beside the country.
type placeFigure struct {
	link
	Period string     `json:"period"`
	Here   figureCell `json:"here"`
	Before string     `json:"before,omitempty"` // the unit, as the language puts it around the number
	After  string     `json:"after,omitempty"`
	Whole  figureCell `json:"whole"`
	SVG    string     `json:"svg,omitempty"`
	// Years are sums of quarters, where they add up.
	Years []yearFigure `json:"years,omitempty"`
}

// compared is an indicator with the key of its total in the newest period.
type compared struct {
	n     *programme.Indicator
	total series.Key
}

// comparedBy lists the indicators of each theme that have figures below the
// country, themes in their order.
func (w *planner) comparedBy() (themes []programme.TermID, list map[programme.TermID][]compared) {
	list = map[programme.TermID][]compared{}
	byTheme := map[programme.TermID][]indicatorEntry{}
	for i := range w.Indicators {
		n := &w.Indicators[i]
		newest := w.newest(n)
		if w.Indicator[n.ID] != n || newest == nil {
			continue
		}
		c := compared{n, w.totalOf(n, newest)}
		byTheme[n.Theme] = nil
		list[n.Theme] = append(list[n.Theme], c)
	}
	return w.themesInOrder(byTheme), list
}

// comparePages yields the page of all regions and a page a place that has figures.
func (w *planner) comparePages() iter.Seq[site.Page] {
	return func(yield func(site.Page) bool) {
		places := w.placesWithFigures()
		if len(places) == 0 {
			return
		}
		themes, list := w.comparedBy()
		if !yield(w.comparePage(themes, list, places)) {
			return
		}
		for _, p := range places {
			if !yield(w.placeFigures(p, themes, list)) {
				return
			}
		}
	}
}

// placesWithFigures lists the places below the country of which totals are
// published, in table order.
func (w *planner) placesWithFigures() []*programme.Place {
	has := map[programme.PlaceID]bool{}
	for _, t := range w.stats.tables {
		for _, f := range t.Figures {
			has[f.RefArea] = has[f.RefArea] || w.isTotal(f)
		}
	}
	var list []*programme.Place
	for i := range w.Places {
		if p := &w.Places[i]; has[p.ID] && w.Place[p.ID] == p && p.ParentID != "" {
			list = append(list, p)
		}
	}
	return list
}

func (w *planner) comparePage(themes []programme.TermID, list map[programme.TermID][]compared, places []*programme.Place) site.Page {
	shown := symbolSet{}
	var p comparePage
	areas := []programme.PlaceID{programme.PlaceID(w.settings.Country)}
	for _, r := range w.regions() {
		areas = append(areas, r.ID)
	}
	for _, id := range themes {
		t := figureTable{ID: "t-" + string(id), Name: w.themeName(id).T, Caption: []text{w.themeName(id)}, Corner: w.say("stats_indicator")}
		for _, a := range areas {
			t.Heads = append(t.Heads, capital(w.placeName(a)))
		}
		for _, c := range list[id] {
			m := w.newTableMaker(c.n, c.total, shown)
			row := figureRow{Name: w.text(c.n.Name), Href: w.href(w.indicatorPath(c.n)), Note: w.shortPeriod(c.total.Period) + ", " + w.unit(c.n).T}
			known := 0
			for _, a := range areas {
				k := c.total
				k.Area = a
				if m.table.At(k) != nil {
					known++
				}
				row.Cells = append(row.Cells, m.cellOf(k))
			}
			if known > 1 {
				t.Rows = append(t.Rows, row)
			}
		}
		if len(t.Rows) > 0 {
			p.Tables = append(p.Tables, t)
		}
	}
	for _, place := range places {
		l := w.placeLine(place)
		l.Href = w.href(placeFiguresPath(place.ID))
		p.Places = append(p.Places, l)
	}
	p.Symbols = w.symbolNotes(shown)
	p.frame = frame{Heading: text{T: w.say("compare_title")}, Description: w.say("compare_intro"), Section: "statistics",
		Crumbs: w.crumbs(w.room("nav_statistics", roomStatistic))}
	return w.page("compare", roomCompare, p.Heading.T, p)
}

// cellOf is cell with the key of the observation, without a note.
func (m *tableMaker) cellOf(k series.Key) figureCell {
	c := m.cell(k, new([]text))
	c.N = 0
	if f := m.table.At(k); f != nil {
		c.Key = f.Key.Name(m.indicator.ID)
	}
	return c
}

func (w *planner) placeFigures(p *programme.Place, themes []programme.TermID, list map[programme.TermID][]compared) site.Page {
	shown := symbolSet{}
	name := capital(w.text(p.Name))
	v := placeFigures{Page: w.placeLine(p), Country: capital(w.placeName(programme.PlaceID(w.settings.Country)))}
	for _, id := range themes {
		theme := placeTheme{ID: "theme-" + string(id), Name: w.themeName(id)}
		for _, c := range list[id] {
			m := w.newTableMaker(c.n, c.total, shown)
			k := c.total
			k.Area = p.ID
			if m.table.At(k) == nil {
				continue
			}
			f := placeFigure{link: *w.indicatorLink(c.n.ID), Period: w.shortPeriod(k.Period), Here: m.cellOf(k), Whole: m.cellOf(c.total), Years: m.yearsOf(k)}
			if here := m.table.At(k).Value; here.Set() {
				f.Before, f.After, _ = strings.Cut(flat(w.value(c.n, here)), f.Here.V)
			}
			v.Summed = v.Summed || f.Years != nil
			periods := m.span(k)
			if marks := m.over(k, periods, ""); valued(marks) > 1 {
				f.SVG = m.spark("s-"+string(c.n.ID), f.T, k, periods, marks, nil).SVG()
			}
			theme.List = append(theme.List, f)
		}
		if len(theme.List) > 0 {
			v.Themes = append(v.Themes, theme)
		}
	}
	for _, inside := range w.placesWithFigures() {
		if inside.ParentID == p.ID {
			l := w.placeLine(inside)
			l.Href = w.href(placeFiguresPath(inside.ID))
			v.Inside = append(v.Inside, l)
		}
	}
	v.Symbols = w.symbolNotes(shown)
	heading := w.say("place_figures_title", "place", name.T)
	v.frame = frame{Heading: text{T: heading, L: name.L, D: name.D}, Description: heading, Section: "statistics",
		Crumbs: w.crumbs(w.room("nav_statistics", roomStatistic), w.room("compare_title", roomCompare))}
	return w.page("placefigures", placeFiguresPath(p.ID), heading, v)
}
