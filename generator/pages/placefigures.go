package pages

import (
	"strings"

	"elinde/generator/programme"
	"elinde/site"
)

// placeFigures is a page of a place with the indicators that have a figure of it,
// theme by theme; a long list is sliced.
type placeFigures struct {
	frame
	All     []link       `json:"all,omitempty"` // themes of all slices, where there are several
	Pager   *pager       `json:"pager,omitempty"`
	Themes  []placeTheme `json:"themes"`
	Symbols []symbolNote `json:"symbols,omitempty"`
	Page    link         `json:"page"` // of the place: its services
	Inside  []link       `json:"inside,omitempty"`
	Levels  string       `json:"levels,omitempty"` // how many of each level lie inside
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
	Period  string     `json:"period"`
	Here    figureCell `json:"here"`
	Before  string     `json:"before,omitempty"` // the unit, as the language puts it around the number
	After   string     `json:"after,omitempty"`
	Earlier []earlier  `json:"earlier,omitempty"`
	Whole   figureCell `json:"whole"`
	SVG     string     `json:"svg,omitempty"`
	// Years are sums of quarters, where they add up.
	Years []yearFigure `json:"years,omitempty"`
}

// mostOfPlace is how many indicators of a place stand on a page.
const mostOfPlace = 20

// placeFigures plans the pages of a place.
func (w *planner) placeFigures(p *programme.Place, themes []programme.TermID, list map[programme.TermID][]compared, yield func(site.Page) bool) bool {
	path := placeFiguresPath(p.ID)
	name := capital(w.text(p.Name))
	heading := w.say("place_figures_title", "place", name.T)
	slices := w.figuresOfPlace(p, themes, list)
	var all []link
	for i, slice := range slices {
		for _, id := range slice.themes {
			l := link{Href: w.href(slicePath(path, i+1)) + "#" + themeAnchor(id), text: w.themeName(id)}
			if last := len(all) - 1; len(slices) > 1 && (last < 0 || all[last].text != l.text) {
				all = append(all, l)
			}
		}
	}
	var inside []link
	var places []*programme.Place
	for _, c := range w.placesWithFigures() {
		if c.ParentID == p.ID {
			l := w.placeLine(c)
			l.Href = w.href(placeFiguresPath(c.ID))
			inside, places = append(inside, l), append(places, c)
		}
	}
	for i, slice := range slices {
		v := placeFigures{All: all, Pager: w.pager(path, i+1, len(slices)), Page: w.placeLine(p), Inside: inside, Levels: w.levels(places),
			Country: capital(w.placeName(programme.PlaceID(w.settings.Country)))}
		shown := symbolSet{}
		for _, id := range slice.themes {
			theme := placeTheme{ID: themeAnchor(id), Name: w.themeName(id)}
			for _, c := range slice.list[id] {
				f := w.placeFigure(p, c, shown)
				v.Summed = v.Summed || f.Years != nil
				theme.List = append(theme.List, f)
			}
			v.Themes = append(v.Themes, theme)
		}
		v.Symbols = w.symbolNotes(shown)
		title := heading
		if i > 0 {
			title = w.say("page_title", "title", heading, "n", w.whole(i+1))
		}
		v.frame = frame{Heading: text{T: heading, L: name.L, D: name.D}, Description: heading, Section: "statistics",
			Crumbs: w.crumbs(w.room("nav_statistics", roomStatistic), w.room("compare_title", roomCompare))}
		if !yield(w.page("placefigures", slicePath(path, i+1), title, v)) {
			return false
		}
	}
	return true
}

func themeAnchor(id programme.TermID) string { return "theme-" + string(id) }

// placeSlice is what stands on one page of a place.
type placeSlice struct {
	themes []programme.TermID
	list   map[programme.TermID][]compared
}

// figuresOfPlace spreads the indicators that have a figure of the place over pages; a
// theme is cut only where it has no room on a page of its own.
func (w *planner) figuresOfPlace(p *programme.Place, themes []programme.TermID, list map[programme.TermID][]compared) []placeSlice {
	var out []placeSlice
	room := 0
	for _, id := range themes {
		var here []compared
		for _, c := range list[id] {
			k := c.total
			k.Area = p.ID
			if w.stats.tables[c.n.ID].At(k) != nil {
				here = append(here, c)
			}
		}
		for len(here) > 0 {
			if room < min(len(here), mostOfPlace) {
				out = append(out, placeSlice{list: map[programme.TermID][]compared{}})
				room = mostOfPlace
			}
			n := min(len(here), room)
			last := &out[len(out)-1]
			last.themes, last.list[id] = append(last.themes, id), here[:n]
			here, room = here[n:], room-n
		}
	}
	if len(out) == 0 { // only figures of former times
		out = []placeSlice{{}}
	}
	return out
}

func (w *planner) placeFigure(p *programme.Place, c compared, shown symbolSet) placeFigure {
	m := w.newTableMaker(c.n, c.total, shown)
	k := c.total
	k.Area = p.ID
	f := placeFigure{link: *w.indicatorLink(c.n.ID), Period: w.shortPeriod(k.Period), Here: m.cellOf(k), Earlier: m.earlierOf(k), Whole: m.cellOf(c.total), Years: m.yearsOf(k)}
	if here := m.table.At(k).Value; here.Set() {
		f.Before, f.After, _ = strings.Cut(flat(w.value(c.n, here)), f.Here.V)
	}
	periods := m.span(k)
	if marks := m.over(k, periods, ""); valued(marks) > 1 {
		f.SVG = m.spark("s-"+string(c.n.ID), f.T, k, periods, marks, nil).SVG()
	}
	return f
}
