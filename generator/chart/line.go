package chart

import (
	"html"
	"math"
	"slices"
	"strconv"
	"strings"
)

// Measures of a line chart in em: the plot, what is above it and below it.
const (
	LineTop    = 1.5
	LineHeight = 14
	lineBelow  = 2.2
)

// Line is a chart of series over time.
type Line struct {
	ID          string // begins the ids of its elements
	Title, Text string // its name, and what it shows in words
	Periods     []string
	Series      []Series
	Level       *Level
	Number      func(float64) string // writes a value at the axis
}

// Series is one line: a mark for each period, its name at the end.
type Series struct {
	Name  string
	Marks []Mark
}

// Level is a value that the line is to be held against, such as a target.
type Level struct {
	Value float64
	Exact string // as published
	Name  string
}

// SVG draws the chart. Period i of n has its middle at (i+½)/n of the width, a
// value v lies LineTop + (High−v)/(High−Low)·LineHeight em below the upper edge;
// High and Low are the attributes data-high and data-low.
func (l Line) SVG() string {
	lists := make([][]Mark, len(l.Series))
	for i, s := range l.Series {
		lists[i] = s.Marks
	}
	var levels []float64
	if l.Level != nil {
		levels = []float64{l.Level.Value}
	}
	scale := ScaleOf(levels, lists...)
	at := func(i float64) string { return percent(100 * i / float64(len(l.Periods))) }
	down := func(v float64) string { return em(LineTop + scale.down(v, LineHeight)) }

	d := &drawing{}
	d.open("line", l.ID, l.Title, l.Text, LineTop+LineHeight+lineBelow, "data-low", number(scale.Low), "data-high", number(scale.High))
	states, _ := StatesOf(lists...)
	if slices.Contains(states, Withheld) {
		d.hatch(l.ID)
	}
	for _, t := range scale.Ticks() {
		d.text("y", "-.5em", down(t), l.Number(t))
	}
	bottom := em(LineTop + LineHeight + 1.4)
	for i, name := range l.Periods {
		if name != "" {
			d.text("x", at(float64(i)+.5), bottom, name)
		}
	}
	l.bands(d, lists, at)
	if l.Level != nil {
		d.put(`<line class="l" x2="100%" y1="`, down(l.Level.Value), `" y2="`, down(l.Level.Value), `"`, attribute("data-value", l.Level.Exact), `/>`)
		d.put(`<text class="l" dy="-.35em" x="0" y="`, down(l.Level.Value), `">`, html.EscapeString(l.Level.Name), `</text>`)
	}
	l.plot(d, scale)
	names := l.names(scale)
	for n, s := range l.Series {
		d.put(`<g class="s s`, string(rune('0'+n)), `">`)
		s.draw(d, at, down)
		if last := s.last(); last >= 0 && s.Name != "" {
			for i, part := range wrapped(s.Name, nameWidth) {
				d.text("whose", at(float64(last)+.5), em(names[n]+1.15*float64(i)), part)
			}
		}
		d.put(`</g>`)
	}
	return d.close()
}

// bands draws what has no value, over the whole height of the plot, so that nobody
// takes it for a value.
func (l Line) bands(d *drawing, lists [][]Mark, at func(float64) string) {
	for i := range l.Periods {
		done := map[State]bool{}
		for _, marks := range lists {
			m := marks[i]
			switch {
			case m.State.Has(), m.State == Absent:
				continue
			case m.State == Withheld:
				fill := ""
				if !done[Withheld] {
					fill = ` fill="url(#` + l.ID + `-h)"`
				} else {
					fill = ` fill="none"`
				}
				d.put(`<rect class="c"`, attribute("data-key", m.Key), ` x="`, at(float64(i)), `" width="`, at(1), `" y="`, em(LineTop), `" height="`, em(LineHeight), `"`, fill, `>`, title(m), `</rect>`)
			}
			if glyph := m.State.Glyph(); glyph != "" && !done[m.State] {
				d.text("sym", at(float64(i)+.5), em(LineTop+LineHeight/2+1.2*float64(m.State-Withheld)), glyph)
			}
			done[m.State] = true
		}
	}
}

// plot draws grid and lines in a drawing of its own, stretched over the plot:
// period i stands at 2i+1 of 2n, a value at 1000·(High−v)/(High−Low).
func (l Line) plot(d *drawing, scale Scale) {
	width := strconv.Itoa(2 * len(l.Periods))
	d.put(`<svg y="`, em(LineTop), `" width="100%" height="`, em(LineHeight), `" viewBox="0 0 `, width, ` 1000" preserveAspectRatio="none"><path class="g" d="`)
	for _, t := range scale.Ticks() {
		d.put(`M0 `, whole(scale.down(t, 1000)), `H`, width)
	}
	d.put(`"/>`)
	for n, s := range l.Series {
		var firm, loose strings.Builder
		for i, m := range s.Marks {
			before := i - 1
			for before >= 0 && s.Marks[before].State == Absent {
				before--
			}
			if before < 0 || m.Break || !m.State.Has() || !s.Marks[before].State.Has() {
				continue
			}
			path := &firm
			if m.State != Final {
				path = &loose
			}
			from := strconv.Itoa(2*before+1) + " " + whole(scale.down(s.Marks[before].Value, 1000))
			if path.Len() == 0 || !joins(path.String(), from) {
				path.WriteString("M" + from)
			}
			path.WriteString("L" + strconv.Itoa(2*i+1) + " " + whole(scale.down(m.Value, 1000)))
		}
		for class, path := range []string{firm.String(), loose.String()} {
			if path != "" {
				d.put(`<path class="s s`, strconv.Itoa(n), [2]string{"", " d"}[class], `" d="`, path, `"/>`)
			}
		}
	}
	d.put(`</svg>`)
}

// joins reports whether a path ends where the next segment begins.
func joins(path, from string) bool {
	return strings.HasSuffix(path, "L"+from) || strings.HasSuffix(path, "M"+from)
}

func whole(x float64) string { return strconv.FormatFloat(math.Round(x), 'f', 0, 64) }

// draw writes the breaks of a series and its marks.
func (s Series) draw(d *drawing, at func(float64) string, down func(float64) string) {
	for i, m := range s.Marks {
		if m.Break {
			d.put(`<line class="b" x1="`, at(float64(i)), `" x2="`, at(float64(i)), `" y1="`, em(LineTop), `" y2="`, em(LineTop+LineHeight), `"/>`)
		}
	}
	for i, m := range s.Marks {
		if m.State.Has() {
			d.mark(m, at(float64(i)+.5), down(m.Value))
		}
	}
}

// mark draws a value by its state: a full dot, an empty one, an empty square, a
// dot in a ring.
func (d *drawing) mark(m Mark, x, y string) {
	switch m.State {
	case Estimated:
		d.put(`<rect class="e"`, attribute("data-key", m.Key), ` x="`, x, `" y="`, y, `">`, title(m), `</rect>`)
	case Unreliable:
		d.put(`<circle class="u" cx="`, x, `" cy="`, y, `"/><circle class="o"`, attribute("data-key", m.Key), ` cx="`, x, `" cy="`, y, `">`, title(m), `</circle>`)
	default:
		d.put(`<circle class="`, m.State.String(), `"`, attribute("data-key", m.Key), ` cx="`, x, `" cy="`, y, `">`, title(m), `</circle>`)
	}
}

func title(m Mark) string { return `<title>` + html.EscapeString(m.Say) + `</title>` }

// last gives the place of the last value, -1 where there is none.
func (s Series) last() int {
	for i := len(s.Marks) - 1; i >= 0; i-- {
		if s.Marks[i].State.Has() {
			return i
		}
	}
	return -1
}
