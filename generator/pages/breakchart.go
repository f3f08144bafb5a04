package pages

import (
	"slices"
	"strings"

	"elinde/generator/chart"
	"elinde/generator/programme"
	"elinde/generator/series"
)

// A dimension is drawn as lines while its members are few enough for their names
// to stand beside them, as bars of the latest period otherwise.
const (
	mostLines = 3
	mostBars  = 16
)

// split is a dimension: its chart and the rows of it.
type split struct {
	By    series.Dimension `json:"-"`
	Name  string           `json:"name"`
	Chart *figureChart     `json:"chart,omitempty"`
	Table *figureTable     `json:"table,omitempty"`
}

// splits makes a chart and a table of each dimension by which figures of the
// country are split.
func (m *tableMaker) splits() []split {
	var list []split
	add := func(d series.Dimension, scheme, name, corner string) {
		if t, ok := m.by(d, scheme, name, corner); ok {
			list = append(list, split{By: d, Name: name, Chart: m.split(d, scheme, name), Table: &t})
		}
	}
	for _, d := range series.Fixed {
		add(d, string(d), m.say("by_"+string(d)), m.say("stats_"+string(d)))
	}
	for _, d := range m.settings.Dimensions {
		name := m.declaredName(d.Name, d.ID)
		add(series.Dimension(d.ID), d.Scheme, m.say("by_declared", "name", name), name)
	}
	return list
}

// roomForSplits is how heavy the splits on the page of an indicator may be, in
// packed bytes as weight guesses them: the others have a page of their own.
const roomForSplits = 650

// parts makes the splits that stand on the page of the indicator and those that do
// not.
func (m *tableMaker) parts() (here, more []split) {
	list := m.splits()
	sum := 0
	for i, s := range list {
		if sum += s.weight(); sum > roomForSplits {
			return list[:i], list[i:]
		}
	}
	return list, nil
}

// show notes the symbols of a split.
func (s split) show(shown symbolSet) {
	for _, r := range s.Table.Rows {
		for _, c := range r.Cells {
			shown.add(c.S)
		}
	}
	if s.Chart != nil {
		for _, k := range s.Chart.Key {
			shown[series.Symbol(k.S)] = true
		}
	}
}

// weight guesses the packed bytes of a split, as measured on pages.
func (s split) weight() int {
	cells := len(s.Table.Rows) * (len(s.Table.Heads) + 2)
	n := 120 + 7*cells
	if s.Chart != nil {
		n += 100 + len(s.Chart.SVG)/14
	}
	return n
}

func names(w *words, list []split) string {
	parts := make([]string, len(list))
	for i, s := range list {
		parts[i] = s.Name
	}
	return strings.Join(parts, w.say("list_separator"))
}

func (m *tableMaker) split(d series.Dimension, scheme, name string) *figureChart {
	members := m.members(d, scheme, func(f *series.Figure) bool { return f.RefArea == m.total.Area && f.TimePeriod == m.total.Period })
	if len(members) < 2 || len(members) > mostBars {
		return nil
	}
	if len(members) <= mostLines {
		if c := m.lines(d, scheme, name, members); c != nil {
			return c
		}
	}
	return m.bars(d, scheme, name, members)
}

// lines draws members over the periods of the total; nil where one of them has
// fewer than two values.
func (m *tableMaker) lines(d series.Dimension, scheme, name string, members []programme.TermID) *figureChart {
	periods := m.span(m.total)
	l := chart.Line{ID: "c-" + dashed(d), Title: name, Periods: m.axis(periods), Number: m.amount}
	var lists [][]chart.Mark
	var last []chart.Mark
	var names []string
	for _, id := range members {
		who := m.member(scheme, id).T
		marks := m.over(m.total.With(d, id, m.stats.extra), periods, who)
		if valued(marks) < 2 {
			return nil
		}
		l.Series = append(l.Series, chart.Series{Name: who, Marks: marks})
		lists, last, names = append(lists, marks), append(last, marks[len(marks)-1]), append(names, who)
	}
	l.Text = m.shortPeriod(periods[len(periods)-1].String()) + ": " + m.ends(names, last)
	return &figureChart{Name: name, Unit: m.unit(m.indicator), SVG: l.SVG(), Room: "many", Key: m.key(lists...), Move: m.say("chart_move")}
}

// bars draws members in the latest period.
func (m *tableMaker) bars(d series.Dimension, scheme, name string, members []programme.TermID) *figureChart {
	b := chart.Bars{ID: "c-" + dashed(d), Title: name}
	var marks []chart.Mark
	var names []string
	for _, id := range members {
		who := m.member(scheme, id).T
		mark := m.mark(m.total.With(d, id, m.stats.extra), who)
		b.Rows = append(b.Rows, chart.Bar{Name: who, Mark: mark})
		marks, names = append(marks, mark), append(names, who)
	}
	b.Text = m.ends(names, marks)
	svg := b.SVG()
	if svg == "" {
		return nil
	}
	key := slices.DeleteFunc(m.key(marks), func(k keyEntry) bool { return k.S == "x" || k.S == "z" || k.S == "b" })
	for i := range key {
		key[i].Bar = true
	}
	return &figureChart{Name: m.say("chart_in_period", "name", name, "period", m.shortPeriod(m.total.Period)), Unit: m.unit(m.indicator), SVG: svg, Key: key}
}

func dashed(d series.Dimension) string { return strings.ReplaceAll(string(d), "_", "-") }
