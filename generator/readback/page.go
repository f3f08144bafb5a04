package readback

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// page reads an HTML page, if it tells of an indicator at all.
func (r *reading) page(path string, data []byte) {
	own, whole := ownSubject(path)
	if !whole && !bytes.Contains(data, []byte("data-key")) {
		if _, any := first(r.names.in(data)); !any && !(bytes.Contains(data, []byte("/statistics/")) && linksIndicator.Match(data)) {
			r.packs(path, data)
			return
		}
	}
	root, err := html.Parse(bytes.NewReader(data))
	if err != nil {
		r.fault(Unread, path, "")
		return
	}
	p := &pageReader{reading: r, path: path, whole: whole, notes: count(root, isNote)}
	if id := r.folders[own]; id != "" {
		p.own = []string{id}
	} else if whole {
		p.own = r.all
	}
	p.language = r.languages[attribute(find(root, atom.Html), "lang")]
	p.ends = endsIn(root)
	p.walk(root, scope{})
	p.flush()
	p.judgeSparks()
	r.packs(path, data)
}

// sections are the folders of pages that are about figures from top to bottom.
var sections = regexp.MustCompile(`^[a-z-]+/(statistics|releases)/(?:([a-z0-9.-]+)/)?`)

var linksIndicator = regexp.MustCompile(`/statistics/[a-z0-9.-]+/`)

// ownSubject gives the folder of the indicator that a page is about, and whether all of the page
// tells of figures.
func ownSubject(path string) (id string, whole bool) {
	m := sections.FindStringSubmatch(path)
	if m == nil {
		return "", false
	}
	return m[2], true
}

func first(seq func(func(string, int) bool)) (string, bool) {
	for id := range seq {
		return id, true
	}
	return "", false
}

// pageReader walks a page and gathers its text in blocks.
type pageReader struct {
	*reading
	path     string
	whole    bool     // all of it tells of figures
	own      []string // indicators that it is about
	language *Language
	notes    int // notes under tables: their numbers stand beside figures
	text     strings.Builder
	named    []string // indicators that the block links
	place    string
	shown    map[string]bool // figures of the drawing or list around
	ends     []float64       // of the scales of its drawings, which are judged apart
	sparks   []*drawing
}

// scope is what elements around a place say of the figures in it.
type scope struct {
	table   string // a key with {row} and {col}
	cols    []string
	row     string
	release string
}

func (p *pageReader) walk(n *html.Node, s scope) {
	switch n.Type {
	case html.TextNode:
		p.text.WriteString(n.Data)
		return
	case html.CommentNode:
		p.judge(block{place: p.path + ": comment", language: p.language, about: p.own, text: n.Data})
		return
	case html.ElementNode:
		if p.turns(n) {
			return
		}
	default:
		p.children(n, s)
		return
	}
	if before := p.language; attribute(n, "lang") != "" {
		if l := p.languages[attribute(n, "lang")]; l != nil {
			p.flush()
			p.language = l
			defer func() { p.flush(); p.language = before }()
		}
	}
	if v := attribute(n, "data-release"); v != "" {
		s.release = v
	}
	switch n.DataAtom {
	case atom.Script:
		p.script(n)
		return
	case atom.Style, atom.Link, atom.Time, atom.Head:
		if n.DataAtom != atom.Head {
			return
		}
	case atom.Meta:
		p.meta(n)
		return
	case atom.A:
		if m := linksIndicator.FindString(attribute(n, "href")); m != "" {
			p.named = append(p.named, p.folders[strings.Split(m, "/")[2]])
		}
	case atom.Figure, atom.Li:
		p.flush()
		before := p.shown
		if own := p.figuresIn(n, s); len(own) > 0 {
			p.shown = own
		}
		defer func() { p.flush(); p.shown = before }()
		if hasClass(attribute(n, "class"), "tilemap") {
			p.tiles(n, s)
		}
	case atom.Svg:
		p.flush()
		p.drawing(n, s)
		return
	case atom.Table:
		s.table, s.cols, s.row = attribute(n, "data-key"), columns(n), ""
	case atom.Tr:
		s.row = attribute(n, "data-key")
	case atom.Td:
		p.flush()
		if k := s.keyOf(n); k != "" {
			p.figure(n, k, s)
			return
		}
	}
	if k := attribute(n, "data-key"); k != "" && n.DataAtom != atom.Table && n.DataAtom != atom.Tr && n.DataAtom != atom.Th {
		p.figure(n, k, s)
		p.text.WriteString(" " + hole + " ")
		return
	}
	p.attributes(n)
	if isBlock(n.DataAtom) {
		p.flush()
		p.place = placeOf(p.path, n)
		p.children(n, s)
		p.flush()
		return
	}
	p.children(n, s)
}

func (p *pageReader) children(n *html.Node, s scope) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		p.walk(c, s)
	}
}

// flush judges the text gathered so far. On a page that is not about figures only
// what names an indicator, or links it, is held against the figures.
func (p *pageReader) flush() {
	text, named := p.text.String(), p.named
	p.text.Reset()
	p.named = nil
	p.judgeText(p.place, text, named)
}

func (p *pageReader) judgeText(place, text string, about []string) {
	if !strings.ContainsAny(text, "0123456789") && !hasOtherDigits(text) {
		return
	}
	if !p.whole {
		for id := range p.names.in([]byte(text)) {
			about = append(about, id)
		}
		if len(about) == 0 {
			return
		}
	}
	p.judge(block{place, p.language, append(about, p.own...), p.shown, p.ends, text})
}

// keyOf gives the key of a cell of a table: its own, or that of its row and column.
func (s scope) keyOf(n *html.Node) string {
	if k := attribute(n, "data-key"); k != "" || s.table == "" {
		return k
	}
	i := 0
	for c := n.Parent.FirstChild; c != nil && c != n; c = c.NextSibling {
		if c.Type == html.ElementNode {
			i += span(c)
		}
	}
	k := strings.Replace(s.table, "{row}", s.row, 1)
	if strings.Contains(k, "{col}") {
		if i >= len(s.cols) || s.cols[i] == "" {
			return ""
		}
		k = strings.Replace(k, "{col}", s.cols[i], 1)
	}
	return k
}

func columns(table *html.Node) []string {
	var list []string
	if tr := find(find(table, atom.Thead), atom.Tr); tr != nil {
		for c := tr.FirstChild; c != nil; c = c.NextSibling {
			if c.Type == html.ElementNode {
				for range span(c) {
					list = append(list, attribute(c, "data-key"))
				}
			}
		}
	}
	return list
}

// structural attributes hold no words for people.
var structural = []string{"class", "id", "href", "src", "srcset", "for", "scope", "colspan", "rowspan", "lang", "dir", "tabindex", "headers", "rel", "type",
	"hreflang", "aria-labelledby", "aria-describedby", "aria-controls", "aria-hidden", "aria-current", "aria-level", "role", "name", "datetime", "action", "method", "width", "height",
	"viewbox", "data-key", "data-keys", "data-release", "integrity", "crossorigin", "xmlns", "sizes", "media", "maxlength", "rows", "cols", "start", "download", "cite"}

// attributes judges what attributes say to people or to scripts.
func (p *pageReader) attributes(n *html.Node) {
	for _, a := range n.Attr {
		if !slices.Contains(structural, strings.ToLower(a.Key)) {
			p.judgeText(placeOf(p.path, n)+" "+a.Key, a.Val, nil)
		}
	}
}

func (p *pageReader) meta(n *html.Node) {
	switch attribute(n, "name") {
	case "viewport", "theme-color", "color-scheme", "referrer", "generator", "robots":
		return
	}
	if attribute(n, "charset") == "" && attribute(n, "http-equiv") == "" {
		p.judgeText(p.path+": meta "+attribute(n, "name")+attribute(n, "property"), attribute(n, "content"), nil)
	}
}

func (p *pageReader) script(n *html.Node) {
	if n.FirstChild == nil || attribute(n, "src") != "" {
		return
	}
	text := n.FirstChild.Data
	switch {
	case strings.Contains(attribute(n, "type"), "ld+json"):
		p.jsonOf(p.path+": ld+json", []byte(text), p.language, p.own)
	case p.whole && !strings.HasPrefix(strings.TrimSpace(text), "{\"ELS\""):
		p.judge(block{place: p.path + ": script", language: p.language, about: p.own, text: text})
	}
}

func isBlock(a atom.Atom) bool {
	switch a {
	case atom.A, atom.Span, atom.Strong, atom.Em, atom.B, atom.I, atom.Small, atom.Sup, atom.Sub, atom.Abbr, atom.Code, atom.Data, atom.Bdi, atom.Bdo, atom.Mark, atom.Q, atom.Cite, atom.Br, atom.Wbr:
		return false
	}
	return true
}

func placeOf(path string, n *html.Node) string {
	for at := n; at != nil; at = at.Parent {
		if id := attribute(at, "id"); id != "" {
			return fmt.Sprintf("%s#%s: %s", path, id, n.Data)
		}
	}
	return path + ": " + n.Data
}
