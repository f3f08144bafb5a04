package pages

import (
	"math"
	"slices"
	"strconv"

	"elinde/generator/chart"
	"elinde/generator/programme"
)

// figureMap shows the latest figure of each region: the number, and a shade.
type figureMap struct {
	Width  int          `json:"width"`
	Height int          `json:"height"`
	Name   string       `json:"name"`
	Unit   text         `json:"unit"`
	Text   string       `json:"text"`
	Areas  []figureArea `json:"areas"`
	Shades []mapShade   `json:"shades,omitempty"` // those that it has, the lightest first
	Key    []keyEntry   `json:"key,omitempty"`
}

// mapShade says which values a shade stands for.
type mapShade struct {
	Class string      `json:"class"`
	Low   figureCell  `json:"low"`
	High  *figureCell `json:"high,omitempty"`
}

// figureArea is a region: Class is its shade, 0 to 3, or the letter of the symbol
// that stands in place of its number.
type figureArea struct {
	Path  string  `json:"path,omitempty"`
	Point *[2]int `json:"point,omitempty"`
	X     int     `json:"x"`
	Y     int     `json:"y"`
	Class string  `json:"class"`
	Key   string  `json:"key,omitempty"`
	Value string  `json:"value,omitempty"` // as published
	Shown string  `json:"shown"`
	Say   string  `json:"say"`
}

// coarse is how far a border of a map of figures may be off, in units of its
// drawing: it shows where a number belongs, not where a border runs.
const coarse = 7

const mostShades = 4

// drawMap puts the latest figures of the regions on a map; nil where fewer than two
// are known or there are no outlines. Shades divide the span from the smallest to
// the largest published value evenly.
func (m *tableMaker) drawMap() *figureMap {
	regions, base := m.regionOutlines()
	if base == nil {
		return nil
	}
	v := &figureMap{Width: base.Width, Height: base.Height, Unit: m.unit(m.indicator),
		Name: m.say("chart_in_period", "name", m.say("by_place"), "period", m.shortPeriod(m.total.Period))}
	marks := make([]chart.Mark, len(regions))
	names := make([]string, len(regions))
	numbers := make([]figureCell, len(regions))
	for i, p := range regions {
		k := m.total
		k.Area = p.ID
		names[i] = capital(m.text(p.Name)).T
		marks[i] = m.mark(k, names[i])
		numbers[i] = figureCell{V: marks[i].State.Glyph(), Key: marks[i].Key}
		if marks[i].State.Has() {
			numbers[i].V = m.number(m.table.At(k).Value, m.indicator.Decimals)
		}
	}
	if valued(marks) < 2 {
		return nil
	}
	s := shadesOf(marks)
	for _, a := range base.Areas {
		i := slices.IndexFunc(regions, func(p *programme.Place) bool { return m.href(placePath(p.ID)) == a.Href })
		v.Areas = append(v.Areas, figureArea{Path: a.Path, Point: a.Point, X: a.X, Y: a.Y, Class: s.class(marks[i]), Key: marks[i].Key,
			Value: marks[i].Exact, Shown: numbers[i].V, Say: marks[i].Say})
	}
	v.Text = m.ends(names, marks)
	v.Shades, v.Key = s.legend(marks, numbers), withoutValue(m.key(marks))
	return v
}

// regionOutlines gives the regions and their map, made once for a language.
func (w *planner) regionOutlines() ([]*programme.Place, *regionMap) {
	w.coarse.Do(func() { w.coarseMap = w.mapOf(w.regions(), coarse) })
	return w.regions(), w.coarseMap
}

// shades divide the span of the published values evenly.
type shades struct{ low, high float64 }

func shadesOf(marks []chart.Mark) shades {
	s := shades{math.Inf(1), math.Inf(-1)}
	for _, m := range marks {
		if m.State.Has() {
			s.low, s.high = min(s.low, m.Value), max(s.high, m.Value)
		}
	}
	return s
}

// class names the shade of a mark, or the letter of why it has no value.
func (s shades) class(m chart.Mark) string {
	switch {
	case !m.State.Has():
		return m.State.String()
	case s.low == s.high:
		return "0"
	}
	return strconv.Itoa(min(mostShades-1, int((m.Value-s.low)/(s.high-s.low)*mostShades)))
}

// ends finds the smallest and the largest mark of a shade; -1 where it has none.
func (s shades) ends(n int, marks []chart.Mark) (low, high int) {
	low, high = -1, -1
	for i, m := range marks {
		if s.class(m) != strconv.Itoa(n) {
			continue
		}
		if low < 0 || m.Value < marks[low].Value {
			low = i
		}
		if high < 0 || m.Value > marks[high].Value {
			high = i
		}
	}
	return low, high
}
