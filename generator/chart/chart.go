// Package chart draws published figures as static SVG. In come marks, each with
// its value, its words and the key of its observation; out comes markup in which
// every text is escaped. The same marks give the same bytes. It knows nothing of
// tables, languages or services, reads nothing, and never sees a value that is not
// published: a withheld mark comes without one.
//
// Geometry, so that a drawing can be read back (docs/charts.md): across, positions
// are per cents of the width; down, they are em of the drawing's own font, so that
// a chart grows with the reader's letters and fits any screen without a script.
// No colour, no font and no length of a dash is written here: classes name what
// the style sheet draws.
package chart

import (
	"html"
	"math"
	"strconv"
	"strings"
)

// State is what a mark says about its value.
type State int

// The states; the first is the plain one. Withheld, Missing and Inapplicable have
// no value.
const (
	Final State = iota
	Provisional
	Estimated
	Unreliable
	Withheld
	Missing      // exists or may exist, but there is no figure
	Inapplicable // cannot exist
	Absent       // nobody counted in this period: nothing is drawn, and lines go on over it
)

// letters are the classes of the states, which are also the letters of their
// symbols in files.
var letters = [...]string{"f", "p", "e", "u", "c", "x", "z", "-"}

// glyphs stand in drawings where there is no value and no hatching: signs that are
// letters of no alphabet, and of which a key says what they mean.
var glyphs = [...]string{Missing: "…", Inapplicable: "×", Absent: ""}

// String gives the letter of the state's symbol; "f" for a plain value.
func (s State) String() string { return letters[s] }

// Glyph gives the sign that stands in a drawing for a value that is missing or
// cannot exist; "" for other states, which are drawn.
func (s State) Glyph() string { return glyphs[s] }

// Has reports whether a mark of the state has a value.
func (s State) Has() bool { return s < Withheld }

// Mark is a figure to be drawn.
type Mark struct {
	Key   string  // of the observation, as in table revisions; "" where none was published
	Exact string  // the value as published, "" without one
	Value float64 // the same as a number
	Shown string  // the value, or the words for its absence, as people read it
	Say   string  // all of it in words: whose, when, how much, how final
	State State
	Break bool // not comparable with the marks before
}

// Scale maps values onto a length. Its ends come from published values alone.
type Scale struct {
	Low, High, Step float64
}

// ScaleOf finds round ends for the values of the marks and of levels: a step of 1,
// 2 or 5 times a power of ten, at most five of them. It begins at zero unless the
// values lie in the upper half of what that would show. Marks without a value
// count for nothing.
func ScaleOf(levels []float64, lists ...[]Mark) Scale {
	low, high := math.Inf(1), math.Inf(-1)
	for _, v := range levels {
		low, high = min(low, v), max(high, v)
	}
	for _, marks := range lists {
		for _, m := range marks {
			if m.State.Has() {
				low, high = min(low, m.Value), max(high, m.Value)
			}
		}
	}
	switch {
	case low > high: // nothing at all
		return Scale{0, 1, 1}
	case low == high && low == 0:
		high = 1
	case low >= 0 && low <= high/2:
		low = 0
	case low == high:
		low = min(0, low)
		high = max(0, high)
	}
	step := math.Pow(10, math.Floor(math.Log10((high-low)/5)))
	for _, times := range []float64{1, 2, 5, 10} {
		s := Scale{math.Floor(low/(step*times)+1e-9) * step * times, math.Ceil(high/(step*times)-1e-9) * step * times, step * times}
		if (s.High-s.Low)/s.Step < 5.5 {
			return s
		}
	}
	return Scale{low, high, high - low}
}

// Ticks lists the round values from the low end to the high one.
func (s Scale) Ticks() []float64 {
	var list []float64
	for i := 0; i <= int(math.Round((s.High-s.Low)/s.Step)); i++ {
		// Decimal steps are no binary numbers: 3·0.1 must be 0.3.
		t, _ := strconv.ParseFloat(strconv.FormatFloat(s.Low+float64(i)*s.Step, 'g', 12, 64), 64)
		list = append(list, t)
	}
	return list
}

// down gives the distance of a value from the top of a plot so high.
func (s Scale) down(v, height float64) float64 { return (s.High - v) / (s.High - s.Low) * height }

// StatesOf lists the states that marks have, plain ones left out, each once in
// their order, and whether there is a break: what a key must explain.
func StatesOf(lists ...[]Mark) (states []State, broken bool) {
	var has [Absent + 1]bool
	for _, marks := range lists {
		for _, m := range marks {
			has[m.State] = true
			broken = broken || m.Break
		}
	}
	for s := Provisional; s <= Inapplicable; s++ {
		if has[s] {
			states = append(states, s)
		}
	}
	return states, broken
}

// drawing writes SVG.
type drawing struct{ strings.Builder }

// open begins the drawing: an image with its title and, unless it follows, its description, as high as
// that many em.
func (d *drawing) open(class, id, title, text string, height float64, more ...string) {
	d.put(`<svg class="`, class, `" role="img" aria-labelledby="`, id, `-t" aria-describedby="`, id, `-d" width="100%" height="`, em(height), `" direction="ltr"`)
	for i := 0; i+1 < len(more); i += 2 {
		d.put(` `, more[i], `="`, html.EscapeString(more[i+1]), `"`)
	}
	d.put(`><title id="`, id, `-t">`, html.EscapeString(title), `</title>`)
	if text != "" {
		d.put(`<desc id="`, id, `-d">`, html.EscapeString(text), `</desc>`)
	}
}

func (d *drawing) close() string {
	d.put(`</svg>`)
	return d.String()
}

func (d *drawing) put(parts ...string) {
	for _, p := range parts {
		d.WriteString(p)
	}
}

// text writes words; the class says how, x and y where.
func (d *drawing) text(class, x, y, words string) {
	d.put(`<text`, attribute("class", class), ` x="`, x, `" y="`, y, `">`, html.EscapeString(words), `</text>`)
}

// hatch defines the pattern of withheld figures.
func (d *drawing) hatch(id string) {
	d.put(`<pattern id="`, id, `-h" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V6"/></pattern>`)
}

// valued ties a mark to its observation, by its key and its exact value.
func (m Mark) valued() string {
	if m.State.Has() {
		return attribute("data-key", m.Key) + attribute("data-value", m.Exact)
	}
	return attribute("data-key", m.Key)
}

func attribute(name, value string) string {
	if value == "" {
		return ""
	}
	return " " + name + `="` + html.EscapeString(value) + `"`
}

// em and percent write a length with at most two decimals.
func em(x float64) string      { return short(x) + "em" }
func percent(x float64) string { return short(x) + "%" }

func short(x float64) string {
	s := strconv.FormatFloat(math.Round(x*100)/100, 'f', -1, 64)
	if s == "-0" {
		return "0"
	}
	return s
}

// number writes the end of a scale for machines.
func number(x float64) string { return strconv.FormatFloat(x, 'g', 12, 64) }
