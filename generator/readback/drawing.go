package readback

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// drawing reads an SVG: its words are judged like others, its marks by where they
// stand (docs/charts.md).
func (p *pageReader) drawing(n *html.Node, s scope) {
	d := &drawing{pageReader: p, scope: s, place: placeOf(p.path, n), svg: n}
	before := p.shown
	if p.shown == nil {
		p.shown = p.figuresIn(n, s)
	}
	d.walk(n)
	p.text.Reset()
	d.measure()
	p.shown = before
}

// mark is a shape that stands for a figure.
type mark struct {
	node  *html.Node
	key   key
	value float64
	known bool // it has a value that is published
}

type drawing struct {
	*pageReader
	scope  scope
	place  string
	svg    *html.Node
	marks  []mark
	shapes []*html.Node // without a key
	ticks  []tick
	from   float64 // what the ends of a small chart's scale come from
	to     float64
}

// tick is a word at an axis, where it stands.
type tick struct {
	text string
	at   float64
}

func (d *drawing) walk(n *html.Node) {
	if n.Type == html.TextNode {
		d.judgeText(d.place, n.Data, nil)
		return
	}
	if n.Type == html.CommentNode {
		d.judge(block{place: d.place, language: d.language, about: d.own, text: n.Data})
		return
	}
	name := attribute(n, "data-key")
	switch {
	case n.Data == "use" || n.Data == "defs" || n.Data == "pattern":
		return
	case name != "" && n == d.svg:
	case name != "":
		d.mark(n, name)
		return
	case n.Data == "text" && attribute(n, "class") == "y":
		d.ticks = append(d.ticks, tick{textOf(n, d.pageReader), length(n, "y")})
		return
	case isShape(n.Data):
		d.shapes = append(d.shapes, n)
	}
	for _, a := range n.Attr {
		if !isGeometry(strings.ToLower(a.Key)) && !slices.Contains(structural, strings.ToLower(a.Key)) {
			d.judgeText(d.place+" "+a.Key, a.Val, nil)
		}
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		d.walk(c)
	}
}

func isShape(tag string) bool {
	switch tag {
	case "rect", "circle", "ellipse", "path", "polyline", "polygon", "line", "image":
		return true
	}
	return false
}

// isGeometry says whether an attribute is a measure or a look of a shape: those are
// judged together.
func isGeometry(name string) bool {
	switch name {
	case "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "rx", "ry", "width", "height", "d", "points", "transform", "dx", "dy", "fill", "stroke", "viewbox",
		"data-value", "data-at", "data-low", "data-high", "data-from", "patternunits", "patterntransform", "direction", "preserveaspectratio", "focusable":
		return true
	}
	return false
}

// mark takes a shape, or a group with the words of one figure.
func (d *drawing) mark(n *html.Node, name string) {
	k, ok := parseKey(name)
	if !ok {
		d.fault(Foreign, d.place, name)
		return
	}
	m := mark{node: n, key: k}
	cell, ok := d.at(k, d.scope.release)
	exact := attribute(n, "data-value")
	switch {
	case ok && cell.value != "" && !cell.withheld:
		m.value, m.known = parse(cell.value)
		if exact != "" && plain(exact) != plain(cell.value) {
			d.fault(Differs, d.place, k.String())
		}
	case exact != "" && ok && cell.withheld:
		d.fault(Withheld, d.place, k.String())
	case exact != "":
		d.fault(Foreign, d.place, k.String())
	}
	d.marks = append(d.marks, m)
	if strings.TrimSpace(textOf(n, d.pageReader)) != "" {
		d.figure(n, name, d.scope)
	}
}

// figuresIn lists the published figures that are marked in an element, as its words
// may repeat them.
func (p *pageReader) figuresIn(n *html.Node, s scope) map[string]bool {
	shown := map[string]bool{}
	each(n, func(n *html.Node) {
		name := attribute(n, "data-key")
		if name == "" || strings.Contains(name, "{") {
			return
		}
		names := []string{name}
		if from := attribute(n, "data-from"); from != "" {
			names = nil
			for i := range p.pointsOf(n) {
				names = append(names, name+"."+earlier(from, -i))
			}
		}
		for _, name := range names {
			k, ok := parseKey(name)
			if !ok || p.indicators[k.indicator()] == nil {
				continue
			}
			if cell, ok := p.at(k, s.release); ok && cell.value != "" && !cell.withheld {
				shown[plain(cell.value)] = true
				shown[plain(p.indicators[k.indicator()].rounded(cell.value))] = true
			}
		}
	})
	return shown
}

// endsIn lists the ends of the scales of a page.
func endsIn(root *html.Node) []float64 {
	var list []float64
	each(root, func(n *html.Node) {
		for _, name := range []string{"data-low", "data-high"} {
			if v := length(n, name); !math.IsNaN(v) && !slices.Contains(list, v) {
				list = append(list, v)
			}
		}
	})
	return list
}

func parse(s string) (float64, bool) {
	v, err := strconv.ParseFloat(s, 64)
	return v, err == nil
}

// length reads a measure with or without its unit; NaN where there is none.
func length(n *html.Node, name string) float64 {
	s := strings.TrimRight(attribute(n, name), "em%px")
	if v, ok := parse(s); ok {
		return v
	}
	return math.NaN()
}
