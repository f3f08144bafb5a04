package readback

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// Measures of docs/charts.md.
const (
	lineTop, lineHeight = 1.5, 14.0
	near                = 0.011 // lengths have two decimals
	nearWhole           = 0.51  // paths have none
)

// measure holds the measures of a drawing against the figures that it marks.
func (d *drawing) measure() {
	class := attribute(d.svg, "class")
	switch {
	case hasClass(class, "line"):
		d.judgeLine()
	case hasClass(class, "spark"):
		d.judgeSpark()
	case hasClass(class, "bars") && len(d.marks) > 0:
		d.judgeBars()
	case len(d.marks) > 0:
		d.judgeMap()
	case d.whole && len(d.shapes) > 4 && !strings.Contains(class, "map"):
		d.fault(Drawn, d.place, strings.Join(d.own, " "))
	}
}

func (d *drawing) wrong(k key) { d.fault(Drawn, d.place, k.String()) }

// judgeLine: a value stands lineTop + (high−v)/(high−low)·lineHeight below the edge.
func (d *drawing) judgeLine() {
	if len(d.marks) == 0 {
		d.fault(Unread, d.place, "")
		return
	}
	low, high := length(d.svg, "data-low"), length(d.svg, "data-high")
	var values []float64
	for _, m := range d.marks {
		if m.known {
			values = append(values, m.value)
		}
	}
	levels := d.levels()
	if !areEnds(append(values, levels...), low, high) {
		d.fault(Drawn, d.place+": axis", "")
		return
	}
	down := func(v float64) float64 { return lineTop + (high-v)/(high-low)*lineHeight }
	for _, m := range d.marks {
		y := either(length(m.node, "cy"), length(m.node, "y"))
		switch {
		case m.known && math.Abs(y-down(m.value)) > near:
			d.wrong(m.key)
		case !m.known && (!same(y, lineTop) || !same(length(m.node, "height"), lineHeight)):
			d.wrong(m.key)
		}
	}
	for _, t := range d.ticks {
		for _, n := range numbers(t.text, d.language) {
			if v, ok := parse(n.text); !ok || math.Abs(t.at-down(v)) > near {
				d.fault(Drawn, d.place+": axis", "")
			}
		}
	}
	d.judgeShapes(func(y float64) bool {
		return slices.ContainsFunc(append(values, levels...), func(v float64) bool { return math.Abs(y-down(v)) <= near }) || same(y, lineTop) || same(y, lineTop+lineHeight)
	})
	each(d.svg, func(n *html.Node) {
		if n.Data == "svg" && n != d.svg {
			width, _ := viewBox(n)
			d.judgePaths(n, func(x, y float64, grid bool) bool {
				if grid {
					return slices.ContainsFunc(d.ticks, func(t tick) bool { return math.Abs(t.at-lineTop-y/1000*lineHeight) < 2*near })
				}
				at := 100 * x / width
				return slices.ContainsFunc(d.marks, func(m mark) bool {
					return m.known && math.Abs(either(length(m.node, "cx"), length(m.node, "x"))-at) < near && math.Abs((high-m.value)/(high-low)*1000-y) <= nearWhole
				})
			})
		}
	})
}

// levels are values that lines are held against; each is told by its indicator.
func (d *drawing) levels() []float64 {
	var list []float64
	for _, n := range d.shapes {
		if s := attribute(n, "data-value"); s != "" {
			if !d.isTold(number{text: s}, d.own) {
				d.fault(Foreign, d.place, strings.Join(d.own, " "))
			}
			v, _ := parse(s)
			list = append(list, v)
		}
	}
	return list
}

// judgeShapes: a shape without a key stands where a mark or an axis does.
func (d *drawing) judgeShapes(mayBe func(y float64) bool) {
	for _, n := range d.shapes {
		for _, name := range []string{"cy", "y1", "y2", "y"} {
			if y := length(n, name); !math.IsNaN(y) && !mayBe(y) {
				d.fault(Drawn, d.place, "")
			}
		}
	}
}

var point = regexp.MustCompile(`[MLHVmlhv]?\s*(-?[\d.]+)(?:[ ,](-?[\d.]+))?`)

// judgePaths: each point of a path lies on a mark; grids lie on ticks.
func (d *drawing) judgePaths(inner *html.Node, mayBe func(x, y float64, grid bool) bool) {
	each(inner, func(n *html.Node) {
		if n.Data != "path" {
			return
		}
		grid := attribute(n, "class") == "g"
		for _, m := range point.FindAllStringSubmatch(attribute(n, "d"), -1) {
			x, _ := parse(m[1])
			y, has := parse(m[2])
			if has && !mayBe(x, y, grid) || !has && !strings.HasPrefix(m[0], "H") && m[0] != "h0" {
				d.fault(Drawn, d.place, "")
			}
		}
	})
}

// judgeBars: a bar is 100·v/m per cent long, m being the largest published value.
func (d *drawing) judgeBars() {
	largest := 0.0
	for _, m := range d.marks {
		if m.known {
			largest = math.Max(largest, m.value)
		}
	}
	if !same(length(d.svg, "data-high"), largest) {
		d.fault(Drawn, d.place+": axis", "")
	}
	for _, m := range d.marks {
		width := either(length(m.node, "width"), length(m.node, "x2"))
		if m.known && largest > 0 && math.Abs(width-100*m.value/largest) > near || !m.known && !same(width, 100) {
			d.wrong(m.key)
		}
	}
	for _, n := range d.shapes {
		if w := length(n, "width"); !math.IsNaN(w) && !same(w, 100) {
			d.fault(Drawn, d.place, "")
		}
	}
}

// judgeMap: four shades divide the span of the published values.
func (d *drawing) judgeMap() {
	low, high := math.Inf(1), math.Inf(-1)
	for _, m := range d.marks {
		if m.known {
			low, high = math.Min(low, m.value), math.Max(high, m.value)
		}
	}
	for _, m := range d.marks {
		class, _, _ := strings.Cut(attribute(m.node, "class"), " ")
		shade, isShade := strings.CutPrefix(class, "a")
		n, err := strconv.Atoi(shade)
		want := 0
		if high > low {
			want = min(3, int((m.value-low)/(high-low)*4))
		}
		if m.known && (!isShade || err != nil || n != want) || !m.known && err == nil {
			d.wrong(m.key)
		}
	}
}

// judgeSpark: in the inner drawing period i stands at i, a value at
// 100·(high−v)/(high−low).
func (d *drawing) judgeSpark() {
	name, from := attribute(d.svg, "data-key"), attribute(d.svg, "data-from")
	low, high := length(d.svg, "data-low"), length(d.svg, "data-high")
	d.from, d.to = math.Inf(1), math.Inf(-1)
	value := func(i int) (float64, bool) {
		k, ok := parseKey(name + "." + earlier(from, -i))
		if !ok {
			return 0, false
		}
		cell, ok := d.at(k, d.scope.release)
		if !ok || cell.withheld || cell.value == "" {
			return 0, false
		}
		return parse(cell.value)
	}
	for i := range d.pointsOf(d.svg) {
		if v, ok := value(i); ok {
			d.from, d.to = math.Min(d.from, v), math.Max(d.to, v)
		}
	}
	mayBe := func(x, y float64) bool {
		v, ok := value(int(x))
		return ok && x == math.Trunc(x) && math.Abs((high-v)/(high-low)*100-y) <= nearWhole
	}
	each(d.svg, func(n *html.Node) {
		if n.Data == "svg" && n != d.svg {
			d.judgePaths(n, func(x, y float64, _ bool) bool { return mayBe(x, y) })
		}
	})
	for _, n := range d.shapes {
		if cy := length(n, "cy"); !math.IsNaN(cy) {
			if last, ok := value(d.pointsOf(d.svg) - 1); !ok || math.Abs((high-last)/(high-low)*100-cy) > near {
				d.fault(Drawn, d.place, name)
			}
		}
		if n.Data == "rect" && attribute(n, "height") != "100%" {
			d.fault(Drawn, d.place, name)
		}
	}
	d.pageReader.sparks = append(d.pageReader.sparks, d)
}

// pointsOf gives how many periods a small chart has.
func (p *pageReader) pointsOf(svg *html.Node) int {
	n := 0
	each(svg, func(inner *html.Node) {
		if inner.Data == "svg" && inner != svg {
			width, _ := viewBox(inner)
			n = int(width) + 1
		}
	})
	return n
}

// judgeSparks: the ends of a small chart come from its own figures, or from those of
// all on the page that have the same ends.
func (p *pageReader) judgeSparks() {
	for _, d := range p.sparks {
		low, high := length(d.svg, "data-low"), length(d.svg, "data-high")
		if areEnds([]float64{d.from, d.to}, low, high) {
			continue
		}
		from, to := math.Inf(1), math.Inf(-1)
		for _, other := range p.sparks {
			if same(length(other.svg, "data-low"), low) && same(length(other.svg, "data-high"), high) {
				from, to = math.Min(from, other.from), math.Max(to, other.to)
			}
		}
		if !areEnds([]float64{from, to}, low, high) {
			p.fault(Drawn, d.place+": axis", attribute(d.svg, "data-key"))
		}
	}
}

// areEnds says whether a scale ends where the values make it end: at round numbers,
// or at the values themselves.
func areEnds(values []float64, low, high float64) bool {
	a, b := ends(values)
	return same(a, low) && same(b, high) || same(slices.Min(values), low) && same(slices.Max(values), high)
}

// ends gives the first round numbers around values: steps of 1, 2 or 5 times a power
// of ten, at most five of them, from zero unless all lie in the upper half.
func ends(values []float64) (low, high float64) {
	low, high = math.Inf(1), math.Inf(-1)
	for _, v := range values {
		if !math.IsInf(v, 0) {
			low, high = math.Min(low, v), math.Max(high, v)
		}
	}
	switch {
	case low > high:
		return 0, 1
	case low == 0 && high == 0:
		high = 1
	case low >= 0 && 2*low <= high:
		low = 0
	case low == high:
		low, high = math.Min(0, low), math.Max(0, high)
	}
	for power := math.Floor(math.Log10((high - low) / 5)); ; power++ {
		for _, times := range []float64{1, 2, 5} {
			step := times * math.Pow(10, power)
			a, b := math.Floor(low/step+1e-9)*step, math.Ceil(high/step-1e-9)*step
			if (b-a)/step < 5.5 {
				return a, b
			}
		}
	}
}

func viewBox(n *html.Node) (width, height float64) {
	f := strings.Fields(attribute(n, "viewBox"))
	if len(f) != 4 {
		return math.NaN(), math.NaN()
	}
	width, _ = parse(f[2])
	height, _ = parse(f[3])
	return width, height
}

func hasClass(list, class string) bool { return slices.Contains(strings.Fields(list), class) }

func same(a, b float64) bool { return math.Abs(a-b) <= 1e-9*math.Max(1, math.Abs(a)+math.Abs(b)) }

func either(a, b float64) float64 {
	if math.IsNaN(a) {
		return b
	}
	return a
}
