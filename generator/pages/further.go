package pages

import (
	"iter"

	"elinde/generator/chart"
	"elinde/generator/programme"
	"elinde/generator/series"
	"elinde/site"
)

// mostPlaces is how many rows the table of places may have on the page of an
// indicator; longer ones stand on the page of its places, in slices.
const mostPlaces = 12

// furtherPage is what has no room on the page of an indicator: splits by
// dimension, or its places.
type furtherPage struct {
	frame
	Of      link          `json:"of"` // the indicator
	Figure  *headFigure   `json:"figure,omitempty"`
	Splits  []split       `json:"splits,omitempty"`
	Map     *figureMap    `json:"map,omitempty"`
	Tiles   *tileGrid     `json:"tiles,omitempty"`
	Small   []small       `json:"small,omitempty"`
	Tables  []figureTable `json:"tables,omitempty"`
	Symbols []symbolNote  `json:"symbols,omitempty"`
	Key     []keyEntry    `json:"key,omitempty"` // of the small charts
	Unit    text          `json:"unit"`
	Range   string        `json:"range,omitempty"` // of the small charts: their periods and their scale
	Pager   *pager        `json:"pager,omitempty"`
}

// small is one of several charts of the same scale.
type small struct {
	link
	Shown string `json:"shown"` // the latest value
	Mark  string `json:"mark"`  // key of its observation
	SVG   string `json:"svg"`
}

// hasPlaces reports whether there is more to say of places than the table of the
// indicator's page.
func (m *tableMaker) hasPlaces() bool { return len(m.areas()) > 2 }

// furtherPages yields the further pages of an indicator.
func (w *planner) furtherPages(n *programme.Indicator) iter.Seq[site.Page] {
	return func(yield func(site.Page) bool) {
		newest := w.newest(n)
		if newest == nil {
			return
		}
		total := w.totalOf(n, newest)
		path := w.indicatorPath(n)
		m := w.newTableMaker(n, total, symbolSet{})
		if _, more := w.newTableMaker(n, total, symbolSet{}).parts(); len(more) > 0 {
			p := furtherPage{Splits: more}
			for _, s := range more {
				s.show(m.shown)
			}
			if !yield(m.further(p, splitPath(path), "statistics_by_heading")) {
				return
			}
		}
		m = w.newTableMaker(n, total, symbolSet{})
		if m.hasPlaces() {
			m.placePages(yield, placesPath(path))
		}
	}
}

// further fills in what all further pages have.
func (m *tableMaker) further(p furtherPage, path, heading string) site.Page {
	name := m.text(m.indicator.Name)
	p.Of, p.Unit = *m.indicatorLink(m.indicator.ID), m.unit(m.indicator)
	p.Symbols = m.symbolNotes(m.shown)
	title := m.say(heading, "name", name.T)
	p.frame = frame{Heading: text{T: title, L: name.L, D: name.D}, Section: "statistics", Exit: m.isSensitiveTheme(m.indicator.Theme),
		Crumbs: m.crumbs(m.room("nav_statistics", roomStatistic), p.Of)}
	if p.Exit {
		title = m.say("nav_statistics")
	}
	return m.page("further", path, title, p)
}

// placeCells is how many cells the table of places has on one page, a name counted
// as two; with the tiles of etraps above it there are as many fewer. So a page
// keeps its weight when a quarter is added.
const placeCells = 120

// placePages yields the page of an indicator's places, and further slices of its
// table where that is long.
func (m *tableMaker) placePages(yield func(site.Page) bool, path string) bool {
	p := furtherPage{Map: m.drawMap(), Tiles: m.drawTiles()}
	p.Small, p.Key, p.Range = m.smallMultiples()
	t, _ := m.byPlace()
	first := placeCells
	if p.Tiles != nil {
		first = max(placeCells/3, placeCells-p.Tiles.count())
	}
	slices := rowSlices(t.Rows, first, placeCells, len(t.Cols)+2)
	if t, ok := m.crossed(series.Sex, "sex", "by_place_and_sex"); ok && len(rowSlices(t.Rows, placeCells, placeCells, len(t.Cols)+2)) == 1 {
		p.Tables = append(p.Tables, t)
	}
	for i, rows := range slices {
		t.Rows = rows
		q := p
		if i > 0 {
			q = furtherPage{}
		}
		q.Tables = append([]figureTable{t}, q.Tables...)
		q.Pager = m.pager(path, i+1, len(slices))
		if !yield(m.further(q, slicePath(path, i+1), "statistics_places_heading")) {
			return false
		}
	}
	return true
}

// rowSlices cuts rows of so many cells each into pages of at most first and then
// most cells, each with a row at least.
func rowSlices(rows []figureRow, first, most, cells int) (out [][]figureRow) {
	for room := first; len(rows) > 0; room = most {
		n := min(len(rows), max(1, room/cells))
		out, rows = append(out, rows[:n]), rows[n:]
	}
	return out
}

// smallMultiples draws the regions beside each other on one scale.
func (m *tableMaker) smallMultiples() (list []small, key []keyEntry, span string) {
	periods := m.span(m.total)
	if len(periods) < 2 {
		return nil, nil, ""
	}
	var all [][]chart.Mark
	var keys []series.Key
	for _, p := range m.regions() {
		k := m.total
		k.Area = p.ID
		if marks := m.over(k, periods, ""); valued(marks) > 1 {
			all, keys = append(all, marks), append(keys, k)
			l := m.placeLine(p)
			l.Href = m.href(placeFiguresPath(p.ID))
			list = append(list, small{link: l, Shown: marks[len(marks)-1].Shown, Mark: marks[len(marks)-1].Key})
		}
	}
	if len(list) < 2 {
		return nil, nil, ""
	}
	scale := chart.ScaleOf(nil, all...)
	for i := range list {
		list[i].SVG = m.spark("s"+string(keys[i].Area), list[i].T, keys[i], periods, all[i], &scale).SVG()
	}
	first, last := periods[0].String(), periods[len(periods)-1].String()
	return list, m.key(all...), m.say("small_range", "from", m.shortPeriod(first), "to", m.shortPeriod(last))
}

// spark makes a small chart of a key.
func (m *tableMaker) spark(id, name string, k series.Key, periods []programme.Period, marks []chart.Mark, scale *chart.Scale) chart.Spark {
	m.key(marks) // the page explains what is drawn
	return chart.Spark{ID: id, Title: name, Key: k.Stem(m.indicator.ID), From: periods[0].String(), Marks: marks, Scale: scale}
}
