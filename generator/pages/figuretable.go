package pages

import (
	"slices"
	"strings"

	"elinde/generator/programme"
	"elinde/generator/series"
)

// figureTable is a table of figures. Every cell says something: a value, or a
// symbol that says why there is none.
type figureTable struct {
	ID      string `json:"id"`
	Name    string `json:"name"`    // in the list of tables
	Caption []text `json:"caption"` // the name and the unit
	Corner  string `json:"corner"`  // head of the first column
	Heads   []text `json:"heads"`
	// Key names the observation of each cell, with {row} and {col} where the keys
	// of its row and of its column go: so the finished page can be read back.
	Key     string      `json:"key,omitempty"`
	Cols    []string    `json:"cols,omitempty"` // keys of the columns
	Rows    []figureRow `json:"rows"`
	Notes   []text      `json:"notes,omitempty"`   // numbered from 1
	Release string      `json:"release,omitempty"` // whose figures these are, where not the newest of each
}

type figureRow struct {
	Key   string       `json:"key,omitempty"`
	Name  text         `json:"name"`
	Href  string       `json:"href,omitempty"`
	Total bool         `json:"total,omitempty"`
	Note  string       `json:"note,omitempty"` // under the name, small
	Cells []figureCell `json:"cells"`
}

// figureCell is a value with its symbols, or the symbol alone.
type figureCell struct {
	V string          `json:"v,omitempty"`
	S []series.Symbol `json:"s,omitempty"`
	N int             `json:"n,omitempty"` // number of its note
	// Key is that of the observation, where row and column do not name it.
	Key string `json:"key,omitempty"`
}

// tableMaker makes the tables of one indicator.
type tableMaker struct {
	*planner
	indicator *programme.Indicator
	table     *series.Table
	total     series.Key         // of the country's total, at the latest period
	periods   []programme.Period // shown side by side, newest first
	shown     symbolSet
	periodsOf map[string]bool // see counted
}

// How many periods stand side by side: a year's change of quarters can be read
// off five, and a phone shows the newest without scrolling.
const (
	quartersBeside = 5
	yearsBeside    = 4
)

func (w *planner) newTableMaker(n *programme.Indicator, total series.Key, shown symbolSet) *tableMaker {
	m := &tableMaker{planner: w, indicator: n, table: w.stats.tables[n.ID], total: total, shown: shown}
	p, ok := programme.ParsePeriod(total.Period)
	beside := quartersBeside
	if p.Quarter == 0 {
		beside = yearsBeside
	}
	for i := range beside {
		if before := p.Back(i); ok && m.has(before.String()) {
			m.periods = append(m.periods, before)
		}
	}
	return m
}

// has reports whether any figure of the period was published.
func (m *tableMaker) has(period string) bool {
	return slices.ContainsFunc(m.table.Figures, func(f *series.Figure) bool { return f.TimePeriod == period })
}

// cell makes the cell of a key; notes gains its comment. A cell that no release
// has cannot exist where the place was not in force, and is not available
// otherwise: it is never left blank.
func (m *tableMaker) cell(k series.Key, notes *[]text) figureCell {
	f := m.table.At(k)
	if f == nil {
		s := series.NotAvailable
		if p, ok := programme.ParsePeriod(k.Period); ok && !m.InForce(k.Area, p.Span()) {
			s = series.Inapplicable
		}
		m.shown[s] = true
		return figureCell{S: []series.Symbol{s}}
	}
	m.shown.add(f.Symbols)
	c := figureCell{V: m.number(f.Value, m.indicator.Decimals), S: f.Symbols}
	if !f.Comment.Empty() {
		c.N = noteNumber(notes, m.text(f.Comment))
	} else if reason := m.reasonOf(f); reason != nil {
		c.N = noteNumber(notes, *reason)
	}
	return c
}

// noteNumber gives the 1-based number of a note, which is added where it is new.
func noteNumber(notes *[]text, n text) int {
	if i := slices.Index(*notes, n); i >= 0 {
		return i + 1
	}
	*notes = append(*notes, n)
	return len(*notes)
}

// beside makes a row of one key over the periods side by side.
func (m *tableMaker) beside(k series.Key, notes *[]text) []figureCell {
	cells := make([]figureCell, len(m.periods))
	for i, p := range m.periods {
		k.Period = p.String()
		cells[i] = m.cell(k, notes)
	}
	return cells
}

// keyed names the observations of the table: k has the marks "{row}" and "{col}" in
// two of its parts.
func (m *tableMaker) keyed(t *figureTable, k series.Key) {
	parts := []string{k.Freq, string(k.Area), string(m.indicator.ID), string(k.ServiceType), string(k.Sex), string(k.Age), string(k.TargetGroup)}
	if k.Extra != "" {
		parts = append(parts, k.Extra)
	}
	t.Key = strings.Join(append(parts, k.Period), ".")
}

// The parts of a table's key that its rows and columns fill.
const rowKey, colKey = "{row}", "{col}"

func (m *tableMaker) periodKeys() []string {
	keys := make([]string, len(m.periods))
	for i, p := range m.periods {
		keys[i] = p.String()
	}
	return keys
}

func (m *tableMaker) heads() []text {
	heads := make([]text, len(m.periods))
	for i, p := range m.periods {
		heads[i] = text{T: m.shortPeriod(p.String())}
	}
	return heads
}

// start begins a table of that name.
func (m *tableMaker) start(id, name, corner string) figureTable {
	return figureTable{ID: id, Name: name, Corner: corner,
		Caption: m.sentence("table_caption", map[string][]text{"name": said(name), "unit": {m.unit(m.indicator)}})}
}
