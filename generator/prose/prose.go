// Package prose turns Markdown cells into safe HTML and into plain text. In comes
// what somebody typed into a spreadsheet; out comes HTML that holds no raw HTML,
// no script, no image, no identifier and no link but to http, https, mailto and
// tel. Nothing that a cell says is ever executed.
package prose

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// markdown has neither attributes nor heading ids: two cells on one page could
// claim the same id. Raw HTML is dropped by goldmark's default renderer.
var markdown = goldmark.New(
	// A cell's alignment would be an inline style, which the site's policy forbids.
	goldmark.WithExtensions(extension.NewTable(extension.WithTableCellAlignMethod(extension.TableCellAlignNone))),
	goldmark.WithParserOptions(parser.WithASTTransformers(util.Prioritized(tame{}, 1))),
)

// HTML renders a cell. The result may be put into a page as it is. Headings
// begin at level three, since the page and its sections have the first two.
func HTML(cell string) string {
	if strings.TrimSpace(cell) == "" {
		return ""
	}
	var out bytes.Buffer
	if err := markdown.Convert([]byte(cell), &out); err != nil {
		// Convert fails only when its writer does, and a Buffer does not.
		panic(err)
	}
	return strings.ReplaceAll(out.String(), "<!-- raw HTML omitted -->", "")
}

// Plain gives the words of a cell without any markup, blocks separated by a
// space: for summaries, descriptions and the search index.
func Plain(cell string) string {
	source := []byte(cell)
	doc := markdown.Parser().Parse(text.NewReader(source))
	var out strings.Builder
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *ast.Text:
			if entering {
				out.Write(n.Segment.Value(source))
				if n.SoftLineBreak() || n.HardLineBreak() {
					out.WriteByte(' ')
				}
			}
		case *ast.String:
			if entering {
				out.Write(n.Value)
			}
		case *ast.CodeBlock, *ast.FencedCodeBlock:
			if entering {
				for i := range n.Lines().Len() {
					line := n.Lines().At(i)
					out.Write(line.Value(source))
				}
			}
		}
		if !entering && n.Type() == ast.TypeBlock {
			out.WriteByte(' ')
		}
		return ast.WalkContinue, nil
	})
	words := util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations([]byte(out.String()))))
	return strings.Join(strings.Fields(string(words)), " ")
}
