package readback

import (
	"path"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// turns reports whether an element is the number of a page among the parts of a
// long list: it links to that part, whose address has the same number, or stands on
// it. The first part has the address of the list.
func (p *pageReader) turns(n *html.Node) bool {
	address := p.path
	switch {
	case n.DataAtom == atom.A && attribute(n, "href") != "":
		address = attribute(n, "href")
	case attribute(n, "aria-current") != "page":
		return false
	}
	if n.FirstChild == nil || n.FirstChild != n.LastChild || n.FirstChild.Type != html.TextNode {
		return false
	}
	switch text := strings.TrimSpace(n.FirstChild.Data); text {
	case "":
		return false
	case "1":
		return strings.HasSuffix(address, "/") || path.Base(address) == "index.html"
	default:
		return path.Base(address) == text+".html"
	}
}
