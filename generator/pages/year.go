package pages

import (
	"strconv"

	"elinde/generator/programme"
	"elinde/generator/series"
)

// yearsSummed is how many years stand side by side.
const yearsSummed = 3

// A yearFigure is a year, or the quarters of it that there are, in a list.
type yearFigure struct {
	Name string     `json:"name"`
	Cell figureCell `json:"cell"`
}

// addsUp reports whether the quarters of the indicator may be added up to a year.
func (m *tableMaker) addsUp() bool {
	return m.total.Freq == "Q" && m.indicator.AdditiveOver.Has("time_period")
}

// years gives the last quarter of each year to be summed, the newest first; none
// where quarters must not be added up.
func (m *tableMaker) years() []programme.Period {
	if !m.addsUp() {
		return nil
	}
	list := m.table.LastQuarters()
	return list[:min(yearsSummed, len(list))]
}

// yearName names a whole year, or from which quarter to which.
func (w *words) yearName(last programme.Period) string {
	switch last.Quarter {
	case 4:
		return w.shortPeriod(strconv.Itoa(last.Year))
	case 1:
		return w.shortPeriod(last.String())
	}
	return w.say("period_range", "from", w.shortPeriod(programme.Period{Year: last.Year, Quarter: 1}.String()), "to", w.shortPeriod(last.String()))
}

func (m *tableMaker) yearCell(k series.Key, last programme.Period) figureCell {
	sum := m.table.YearTo(k, last)
	m.shown.add(sum.Symbols)
	return figureCell{V: m.number(sum.Value, m.indicator.Decimals), S: sum.Symbols, Key: sum.Key.Name(m.indicator.ID)}
}

// byYear sets the country and its regions under each other, years beside.
func (m *tableMaker) byYear() (figureTable, bool) {
	t := m.start("by-year", m.say("by_year"), m.say("stats_place"))
	years := m.years()
	for _, last := range years {
		t.Heads = append(t.Heads, text{T: m.yearName(last)})
	}
	regions := map[programme.PlaceID]bool{m.total.Area: true}
	for _, p := range m.regions() {
		regions[p.ID] = true
	}
	for _, p := range m.areas() {
		if !regions[p.ID] {
			continue
		}
		row := figureRow{Name: capital(m.text(p.Name)), Total: p.ID == m.total.Area}
		k := m.total
		k.Area = p.ID
		for _, last := range years {
			row.Cells = append(row.Cells, m.yearCell(k, last))
		}
		t.Rows = append(t.Rows, row)
	}
	return t, len(years) > 0 && len(t.Rows) > 0
}

// yearsOf lists the years of one place.
func (m *tableMaker) yearsOf(k series.Key) []yearFigure {
	var list []yearFigure
	for _, last := range m.years() {
		if sum := m.yearCell(k, last); last.Year > m.today.Time().Year()-2 {
			list = append(list, yearFigure{m.yearName(last), sum})
		}
	}
	return list
}

// noYear says why quarters are not added up; "" where they are, or where there are
// none.
func (w *planner) noYear(n *programme.Indicator) string {
	switch {
	case n.Frequency != "Q" || n.AdditiveOver.Has("time_period"):
		return ""
	case n.Kind == "count":
		return w.say("year_counted_twice")
	}
	return w.say("year_no_sum")
}
