package chart

import (
	"slices"
)

// Measures of a bar chart in em.
const (
	barRow   = 1.3 // a row of words
	barRise  = .2  // between words and bar
	barThick = .85
	barGap   = .8
	barWords = 27 // letters of a name in one row, beside the value
)

// Bars compares members of a dimension. Each has its name and its value in words
// over a bar.
type Bars struct {
	ID          string
	Title, Text string
	Rows        []Bar
}

// Bar is one of them.
type Bar struct {
	Name string
	Mark Mark
}

// SVG draws the bars; "" where a value is negative or none is known. A bar is
// 100·v/m per cent of the width long, m being the largest published value of the
// chart. What is withheld has a hatched frame over the whole width, which no value
// but the largest has, and the word for it.
func (b Bars) SVG() string {
	largest, height := 0.0, 0.0
	marks := make([]Mark, len(b.Rows))
	known := false
	for i, r := range b.Rows {
		marks[i] = r.Mark
		known = known || r.Mark.State.Has()
		if r.Mark.State.Has() && r.Mark.Value < 0 {
			return ""
		}
		if r.Mark.State.Has() {
			largest = max(largest, r.Mark.Value)
		}
		height += barRow*float64(max(1, len(wrapped(r.Name, barWords)))) + barRise + barThick + barGap
	}
	if !known {
		return ""
	}
	d := &drawing{}
	d.open("bars", b.ID, b.Title, b.Text, height-barGap+.3, "data-high", number(largest))
	if states, _ := StatesOf(marks); slices.Contains(states, Withheld) {
		d.hatch(b.ID)
	}
	y := 0.0
	for _, r := range b.Rows {
		rows := wrapped(r.Name, barWords)
		for i, part := range rows {
			d.text("", "0", em(y+1+barRow*float64(i)), part)
		}
		d.text("v", "100%", em(y+1), r.Mark.Shown)
		y += barRow*float64(max(1, len(rows))) + barRise
		b.bar(d, r.Mark, y, largest)
		y += barThick + barGap
	}
	return d.close()
}

func (b Bars) bar(d *drawing, m Mark, y, largest float64) {
	length := 0.0
	if m.State.Has() && largest > 0 {
		length = 100 * m.Value / largest
	}
	switch m.State {
	case Withheld:
		d.put(`<rect class="c"`, m.valued(), ` y="`, em(y), `" width="100%" height="`, em(barThick), `" fill="url(#`, b.ID, `-h)"/>`)
	case Missing, Inapplicable:
		d.put(`<line class="none"`, m.valued(), ` x2="100%" y1="`, em(y+barThick/2), `" y2="`, em(y+barThick/2), `"/>`)
	default:
		// The line at zero shows where the bar begins, also of a value of zero.
		d.put(`<line class="zero" y1="`, em(y-.15), `" y2="`, em(y+barThick+.15), `"/>`)
		d.put(`<rect class="`, m.State.String(), `"`, m.valued(), ` y="`, em(y), `" width="`, percent(length), `" height="`, em(barThick), `"/>`)
	}
}
