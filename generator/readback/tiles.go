package readback

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// tiles holds the shades of a map of tiles against the figures that it marks; their
// words are judged like those of every figure.
func (p *pageReader) tiles(n *html.Node, s scope) {
	d := &drawing{pageReader: p, scope: s, place: placeOf(p.path, n)}
	each(n, func(n *html.Node) {
		if n.DataAtom != atom.Li || !hasClass(attribute(n.Parent, "class"), "tiles") {
			return
		}
		m := mark{node: n}
		if k, ok := parseKey(attribute(n, "data-key")); ok {
			m.key = k
			if cell, ok := d.at(k, s.release); ok && cell.value != "" && !cell.withheld {
				m.value, m.known = parse(cell.value)
			}
		}
		d.marks = append(d.marks, m)
		if hasClass(attribute(n, "class"), "zero") && !(m.known && m.value == 0) {
			d.wrong(m.key)
		}
	})
	d.judgeMap()
}
