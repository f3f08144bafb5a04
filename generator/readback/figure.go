package readback

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// figure holds an element that tells a figure against it: its number and nothing
// else where it is published, a symbol and no number where it is withheld or missing.
func (p *pageReader) figure(n *html.Node, name string, s scope) {
	place := placeOf(p.path, n)
	k, ok := parseKey(name)
	if !ok {
		p.fault(Foreign, place, name)
		return
	}
	list := numbers(textOf(n, p), p.language)
	each(n, func(n *html.Node) {
		for _, a := range n.Attr {
			if key := strings.ToLower(a.Key); !slices.Contains(structural, key) && !(n.Namespace == "svg" && isGeometry(key)) {
				list = append(list, numbers(a.Val, plainDigits(key, p.language))...)
			}
		}
	})
	p.compare(place, k, s.release, list)
}

// plainDigits says how the numbers of an attribute are written: those for programs
// have a point and no groups.
func plainDigits(attribute string, l *Language) *Language {
	if attribute == "title" || attribute == "aria-label" || attribute == "aria-valuetext" {
		return l
	}
	return nil
}

// compare holds numbers that stand for a figure against it.
func (r *reading) compare(place string, k key, release string, list []number) {
	known := r.indicators[k.indicator()]
	cell, ok := r.at(k, release)
	hasValue := ok && cell.value != "" && !cell.withheld
	told := 0
	for _, n := range list {
		switch {
		case n.glued || n.isYear() && !(ok && cell.withheld && !namesYear(k, release, n)) && (known == nil || !hasValue || !known.isNumber(n.text, cell.value)):
		case hasValue && known.isNumber(n.text, cell.value):
			told++
		case r.written.knows(n):
		case ok && cell.withheld:
			r.fault(Withheld, place, k.String())
		case !ok || cell.value == "":
			r.fault(Foreign, place, k.String())
		default:
			r.fault(Differs, place, k.String())
		}
	}
	if hasValue && told == 0 {
		r.fault(Differs, place, k.String())
	}
}

// textOf gives the text of an element without the numbers of notes.
func textOf(n *html.Node, p *pageReader) string {
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
			b.WriteByte(' ')
		}
		if n.DataAtom == atom.Time || n.DataAtom == atom.Sup && p.isNoteNumber(n) {
			return
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(n)
	return b.String()
}

// isNoteNumber says whether a raised number is that of a note of the page.
func (p *pageReader) isNoteNumber(n *html.Node) bool {
	total, rest := 0, n.LastChild
	if rest == nil || rest.Type != html.TextNode {
		return false
	}
	for _, c := range strings.TrimSpace(rest.Data) {
		if c < '0' || c > '9' {
			return false
		}
		total = total*10 + int(c-'0')
	}
	return total >= 1 && total <= p.notes
}

func isNote(n *html.Node) bool {
	return n.DataAtom == atom.Li && n.Parent != nil && n.Parent.DataAtom == atom.Ol
}

// each visits an element and all in it.
func each(n *html.Node, do func(*html.Node)) {
	do(n)
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		each(c, do)
	}
}

func count(n *html.Node, want func(*html.Node) bool) int {
	total := 0
	each(n, func(n *html.Node) {
		if want(n) {
			total++
		}
	})
	return total
}

func find(n *html.Node, tag atom.Atom) *html.Node {
	if n == nil || n.DataAtom == tag {
		return n
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if f := find(c, tag); f != nil {
			return f
		}
	}
	return nil
}

func attribute(n *html.Node, name string) string {
	if n != nil {
		for _, a := range n.Attr {
			if a.Key == name {
				return a.Val
			}
		}
	}
	return ""
}

func span(n *html.Node) int {
	if s := attribute(n, "colspan"); len(s) == 1 && s[0] >= '1' {
		return int(s[0] - '0')
	}
	return 1
}

// namesYear says whether a number is the year of a figure's period or release. Beside
// a withheld figure no other year belongs: it may be the figure.
func namesYear(k key, release string, n number) bool {
	return strings.HasPrefix(k.period(), n.text) || strings.HasPrefix(release, n.text)
}
