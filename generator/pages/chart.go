package pages

import (
	"strconv"
	"strings"

	"elinde/generator/chart"
	"elinde/generator/programme"
	"elinde/generator/series"
)

// figureChart is a chart with the words around it.
type figureChart struct {
	Name string     `json:"name"`           // what it shows
	Unit text       `json:"unit"`           // the measure
	SVG  string     `json:"svg"`            // of package chart, which escapes every text
	Room string     `json:"room,omitempty"` // how much room names at the right need: "", "few" or "many"
	Key  []keyEntry `json:"key,omitempty"`
	Text []text     `json:"text,omitempty"` // a sentence from the same rows
	Move string     `json:"move,omitempty"` // what the script calls its slider
	Wide bool       `json:"wide,omitempty"`
}

// keyEntry explains how a state is drawn.
type keyEntry struct {
	S     string `json:"s"`               // the letter of its symbol, which names its look
	Glyph string `json:"glyph,omitempty"` // what stands in the drawing
	Name  string `json:"name"`
	Bar   bool   `json:"bar,omitempty"` // in a chart of bars
}

// At most so many periods stand in a chart, so that a phone shows each.
const mostPeriods = 20

// stateOf says how a figure is drawn; a cell that no release has cannot exist where
// its place was not in force, and is missing otherwise, as in tables.
func (m *tableMaker) stateOf(f *series.Figure, k series.Key) chart.State {
	switch {
	case f == nil && !m.counted(k):
		return chart.Absent
	case f == nil:
		if p, ok := programme.ParsePeriod(k.Period); ok && !m.InForce(k.Area, p.Span()) {
			return chart.Inapplicable
		}
		return chart.Missing
	case f.Has(series.Withheld):
		return chart.Withheld
	case f.Has(series.Inapplicable):
		return chart.Inapplicable
	case !f.Value.Set():
		return chart.Missing
	case f.Has(series.Unreliable):
		return chart.Unreliable
	case f.Has(series.Estimated):
		return chart.Estimated
	case f.Has(series.Provisional):
		return chart.Provisional
	}
	return chart.Final
}

// counted reports whether the indicator has any figure of that period and frequency:
// surveys come once in some years.
func (m *tableMaker) counted(k series.Key) bool {
	if m.periodsOf == nil {
		m.periodsOf = map[string]bool{}
		for _, f := range m.table.Figures {
			m.periodsOf[f.TimePeriod] = true
		}
	}
	return m.periodsOf[k.Period]
}

// mark makes the mark of a key; who is said before its value, "" for nobody.
func (m *tableMaker) mark(k series.Key, who string) chart.Mark {
	f := m.table.At(k)
	mark := chart.Mark{State: m.stateOf(f, k)}
	said := []string{}
	if f != nil {
		mark.Key = f.Key.Name(m.indicator.ID)
		mark.Break = f.Has(series.Break)
		for _, s := range f.Symbols {
			said = append(said, m.symbolName(s))
		}
	} else if mark.State != chart.Absent {
		said = []string{m.symbolName(series.Symbol(mark.State.String()))}
	} else {
		return mark
	}
	if mark.State.Has() {
		mark.Exact, mark.Value = f.Value.Text, f.Value.F
		mark.Shown = m.number(f.Value, m.indicator.Decimals)
		said = append([]string{mark.Shown}, said...)
	} else {
		mark.Shown = "[" + m.say("sign_"+mark.State.String()) + "]"
	}
	mark.Say = m.shortPeriod(k.Period) + ": " + strings.Join(said, ", ")
	if who != "" {
		mark.Say = who + ", " + mark.Say
	}
	return mark
}

// over makes the marks of a key for periods that follow each other.
func (m *tableMaker) over(k series.Key, periods []programme.Period, who string) []chart.Mark {
	marks := make([]chart.Mark, len(periods))
	for i, p := range periods {
		k.Period = p.String()
		marks[i] = m.mark(k, who)
	}
	return marks
}

// span lists the periods from the first that has a figure of the key to the last,
// the newest ones where they are many.
func (m *tableMaker) span(k series.Key) []programme.Period {
	line := m.table.Line(k).Figures
	if len(line) == 0 {
		return nil
	}
	first, last := line[0].TimePeriod, line[len(line)-1].TimePeriod
	var list []programme.Period
	p, ok := programme.ParsePeriod(last)
	for ok && len(list) < mostPeriods && p.String() >= first {
		list = append([]programme.Period{p}, list...)
		p = p.Back(1)
	}
	return list
}

// axis names periods under a chart: few quarters by the first and the last, more by
// the year in which they begin, years by at most four: no more fits on a telephone.
func (m *tableMaker) axis(periods []programme.Period) []string {
	names := make([]string, len(periods))
	last := len(periods) - 1
	few := last < 4
	every := (last + 4) / 4
	for i, p := range periods {
		switch {
		case few && p.Quarter > 0:
			if i == 0 || i == last {
				names[i] = m.shortPeriod(p.String())
			}
		case p.Quarter == 1 || p.Quarter == 0 && (last-i)%every == 0:
			names[i] = strconv.Itoa(p.Year)
		}
	}
	return names
}

// amount writes a number at an axis.
func (m *tableMaker) amount(v float64) string {
	return m.localNumber(strconv.FormatFloat(v, 'f', -1, 64))
}

func (m *tableMaker) key(lists ...[]chart.Mark) []keyEntry {
	states, broken := chart.StatesOf(lists...)
	var list []keyEntry
	for _, s := range states {
		list = append(list, keyEntry{S: s.String(), Glyph: s.Glyph(), Name: m.symbolName(series.Symbol(s.String()))})
		m.shown[series.Symbol(s.String())] = true
	}
	if broken {
		list = append(list, keyEntry{S: "b", Name: m.symbolName(series.Break)})
		m.shown[series.Break] = true
	}
	return list
}

// overTime draws the country's total, against the target where there is one.
func (m *tableMaker) overTime() *figureChart {
	periods := m.span(m.total)
	marks := m.over(m.total, periods, "")
	if valued(marks) < 2 {
		return nil
	}
	last := ""
	if end := marks[len(marks)-1]; end.State.Has() {
		last = m.number(m.table.At(m.keyAt(m.total, periods[len(periods)-1])).Value, m.indicator.Decimals)
	}
	c := &figureChart{Name: m.say("chart_over_time", "place", capital(m.placeName(m.total.Area)).T), Unit: m.unit(m.indicator), Key: m.key(marks),
		Text: m.told(periods, marks), Move: m.say("chart_move"), Wide: true}
	l := chart.Line{ID: "c", Title: m.text(m.indicator.Name).T, Text: flat(c.Text), Periods: m.axis(periods), Number: m.amount,
		Series: []chart.Series{{Name: last, Marks: marks}}}
	if n := m.indicator; n.Target.Set() {
		name := m.sentence("target_short_undated", map[string][]text{"value": said(m.number(n.Target, n.Decimals))})
		if n.TargetPeriod != "" {
			name = m.sentence("target_short", map[string][]text{"value": said(m.number(n.Target, n.Decimals)), "period": said(m.shortPeriod(n.TargetPeriod))})
		}
		l.Level = &chart.Level{Value: n.Target.F, Exact: n.Target.Text, Name: flat(name)}
	}
	c.SVG, c.Room = l.SVG(), "few"
	return c
}

func (m *tableMaker) keyAt(k series.Key, p programme.Period) series.Key {
	k.Period = p.String()
	return k
}

func valued(marks []chart.Mark) (n int) {
	for _, m := range marks {
		if m.State.Has() {
			n++
		}
	}
	return n
}

// told says a series in a sentence: where it began and ended, the lowest and the
// highest value if none is withheld, and whether any is withheld or missing.
func (m *tableMaker) told(periods []programme.Period, marks []chart.Mark) []text {
	first, last, low, high, withheld, missing := -1, -1, -1, -1, false, false
	for i, k := range marks {
		switch {
		case k.State.Has():
			if first < 0 {
				first, low, high = i, i, i
			}
			last = i
			if k.Value < marks[low].Value {
				low = i
			}
			if k.Value > marks[high].Value {
				high = i
			}
		case k.State == chart.Withheld:
			withheld = true
		case k.State == chart.Missing:
			missing = true
		}
	}
	if first < 0 {
		return nil
	}
	at := func(i int) (string, string) {
		f := m.table.At(m.keyAt(m.total, periods[i]))
		return m.shortPeriod(periods[i].String()), m.number(f.Value, m.indicator.Decimals)
	}
	p1, v1 := at(first)
	p2, v2 := at(last)
	s := m.say("chart_told", "p1", p1, "v1", v1, "p2", p2, "v2", v2)
	if !withheld && (low != first && low != last || high != first && high != last) {
		pl, vl := at(low)
		ph, vh := at(high)
		s += " " + m.say("chart_told_ends", "pl", pl, "vl", vl, "ph", ph, "vh", vh)
	}
	if withheld {
		s += " " + m.say("chart_told_withheld")
	}
	if missing {
		s += " " + m.say("chart_told_missing")
	}
	return said(s)
}

// ends names the smallest and the largest of marks: what a drawing shows at a
// glance. Their numbers stand in it and beside. Where any is withheld it says only
// that: the smallest of those that are published need not be the smallest.
func (m *tableMaker) ends(names []string, marks []chart.Mark) string {
	low, high, withheld := -1, -1, false
	for i, k := range marks {
		switch {
		case k.State == chart.Withheld:
			withheld = true
		case !k.State.Has():
		case low < 0:
			low, high = i, i
		default:
			if k.Value < marks[low].Value {
				low = i
			}
			if k.Value > marks[high].Value {
				high = i
			}
		}
	}
	if low < 0 {
		return ""
	}
	if withheld {
		return m.say("chart_told_withheld")
	}
	return m.say("chart_told_members", "low", names[low], "high", names[high])
}
