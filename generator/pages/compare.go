package pages

import (
	"iter"

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

// comparePages yields the page of all regions and the pages of each place that has figures.
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
			if !w.placeFigures(p, themes, list, yield) {
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
