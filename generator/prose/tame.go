package prose

import (
	"net/url"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"elinde/generator/weblink"
)

// schemes are those a link of a cell may have. Relative links are not among
// them: a cell does not know on which page it will stand.
var schemes = map[string]bool{"http": true, "https": true, "mailto": true, "tel": true}

// tame replaces what a cell may not do by the words it shows: links with other
// schemes, and images, which would be requests to somebody else.
type tame struct{}

func (tame) Transform(doc *ast.Document, reader text.Reader, _ parser.Context) {
	var gone []ast.Node
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Heading:
			n.Level = min(n.Level+2, 6)
		case *ast.Image:
			gone = append(gone, n)
		case *ast.Link:
			if !allowed(string(n.Destination)) {
				gone = append(gone, n)
			}
		case *ast.AutoLink:
			if address := string(n.URL(reader.Source())); n.AutoLinkType == ast.AutoLinkURL && !allowed(address) {
				gone = append(gone, n)
			}
		}
		return ast.WalkContinue, nil
	})
	for _, n := range gone {
		unwrap(n, reader.Source())
	}
}

// allowed reports whether a link may go to the address. Browsers ignore control
// characters and spaces in a scheme, so an address that holds any is refused, and
// so is one that looks like another.
func allowed(address string) bool {
	if strings.ContainsFunc(address, func(r rune) bool { return r <= ' ' || r == 0x7f }) {
		return false
	}
	u, err := url.Parse(address)
	return err == nil && schemes[strings.ToLower(u.Scheme)] && !weblink.Misleading(address)
}

// unwrap puts the children of n, or the text of an autolink, in its place.
func unwrap(n ast.Node, source []byte) {
	parent := n.Parent()
	if auto, ok := n.(*ast.AutoLink); ok {
		parent.ReplaceChild(parent, n, ast.NewString(auto.Label(source)))
		return
	}
	for child := n.FirstChild(); child != nil; child = n.FirstChild() {
		parent.InsertBefore(parent, n, child)
	}
	parent.RemoveChild(parent, n)
}
