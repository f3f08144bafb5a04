package readback

import (
	"strings"

	"golang.org/x/net/html"
)

// drawing reads an SVG: its words are judged like others, its marks are collected.
func (p *pageReader) drawing(n *html.Node, s scope) {
	d := &drawing{pageReader: p, scope: s, place: placeOf(p.path, n)}
	d.walk(n)
	p.text.Reset()
	d.judge()
}

// mark is a shape that stands for a figure.
type mark struct {
	node  *html.Node
	key   key
	value string // "" where it is withheld or missing
}

type drawing struct {
	*pageReader
	scope  scope
	place  string
	marks  []mark
	shapes int // without a key
}

func (d *drawing) walk(n *html.Node) {
	if n.Type == html.TextNode {
		d.judgeText(d.place, n.Data, nil)
		return
	}
	if n.Type != html.ElementNode {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			d.walk(c)
		}
		return
	}
	name := attribute(n, "data-key")
	switch {
	case n.Data == "use" || n.Data == "defs":
		return
	case name != "" && isShape(n.Data):
		d.mark(n, name)
	case name != "" && n.Data == "text":
		d.figure(n, name, d.scope)
		return
	case name != "":
		d.mark(n, name)
		return
	case isShape(n.Data):
		d.shapes++
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		d.walk(c)
	}
}

func isShape(tag string) bool {
	switch tag {
	case "rect", "circle", "ellipse", "path", "polyline", "polygon", "line":
		return true
	}
	return false
}

// isGeometry says whether an attribute is a measure or a look of a shape: those are
// judged together.
func isGeometry(name string) bool {
	switch name {
	case "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "rx", "ry", "width", "height", "d", "points", "transform", "dx", "dy", "fill", "stroke", "viewbox", "data-value", "data-at":
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
	if cell, ok := d.at(k, d.scope.release); ok && !cell.withheld {
		m.value = cell.value
	} else if !ok {
		d.fault(Foreign, d.place, k.String())
	}
	d.marks = append(d.marks, m)
	if words := textOf(n, d.pageReader); strings.TrimSpace(words) != "" {
		d.figure(n, name, d.scope)
	}
}

// judge holds the measures of the marks against the figures.
func (d *drawing) judge() {}
