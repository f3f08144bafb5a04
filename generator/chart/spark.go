package chart

import (
	"html"
	"strconv"
	"strings"
)

// SparkHeight is the height of a small chart in em.
const SparkHeight = 3

// Spark is a small chart without axis, for comparing shapes: one series on the
// scale given, or on its own.
type Spark struct {
	ID    string
	Title string
	Key   string // of the series: that of its marks without their period
	From  string // the first period; the others follow without a gap
	Marks []Mark
	Scale *Scale
}

// SVG draws it; its description is what the last mark says. In the inner drawing period i stands at i, a value at
// 100·(High−v)/(High−Low), rounded to a whole number. A run of neighbours that can
// be compared is one path, which names its first place in data-at.
func (s Spark) SVG() string {
	scale := s.Scale
	if scale == nil {
		own := ScaleOf(nil, s.Marks)
		scale = &own
	}
	d := &drawing{}
	d.open("spark", s.ID, s.Title, "", SparkHeight, "data-key", s.Key, "data-from", s.From, "data-low", number(scale.Low), "data-high", number(scale.High))
	if last := len(s.Marks) - 1; last >= 0 {
		d.put(`<desc id="`, s.ID, `-d"`, attribute("data-key", s.Marks[last].Key), `>`, html.EscapeString(s.Marks[last].Say), `</desc>`)
	}
	n := max(1, len(s.Marks)-1)
	for i, m := range s.Marks {
		x := 100 * float64(i) / float64(n)
		if m.State == Withheld {
			w := min(8, 100/float64(n))
			d.put(`<rect class="c" x="`, percent(max(0, x-w/2)), `" width="`, percent(w), `" height="100%"/>`)
		}
		if glyph := m.State.Glyph(); glyph != "" {
			d.put(`<text class="sym" x="`, percent(x), `" y="1.9em">`, glyph, `</text>`)
		}
	}
	d.put(`<svg viewBox="0 0 `, strconv.Itoa(n), ` 100" preserveAspectRatio="none" width="100%" height="100%">`)
	for i := 0; i < len(s.Marks); i++ {
		if !s.Marks[i].State.Has() {
			continue
		}
		first := i
		var path strings.Builder
		for ; i < len(s.Marks) && (s.Marks[i].State.Has() || s.Marks[i].State == Absent) && (i == first || !s.Marks[i].Break); i++ {
			if s.Marks[i].State == Absent {
				continue
			}
			path.WriteString(map[bool]string{true: "M", false: "L"}[i == first])
			path.WriteString(strconv.Itoa(i) + " " + whole(scale.down(s.Marks[i].Value, 100)))
		}
		if i == first+1 { // a lone value has no line
			path.WriteString("h0")
		}
		d.put(`<path`, attribute("data-at", strconv.Itoa(first)), ` d="`, html.EscapeString(path.String()), `"/>`)
		i--
	}
	d.put(`</svg>`)
	if last := len(s.Marks) - 1; last >= 0 && s.Marks[last].State.Has() {
		m := s.Marks[last]
		d.put(`<circle class="`, m.State.String(), `" cx="100%" cy="`, percent(scale.down(m.Value, 100)), `"/>`)
	}
	return d.close()
}
