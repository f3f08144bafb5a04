package site

import (
	"crypto/sha256"
	"fmt"
	"hash"
	"iter"
)

// writtenPages turns the pages that people wrote into pages of the plan. Their
// Markdown goes along as content: here, and only here, Hugo reads text.
func (b *build) writtenPages() iter.Seq[Page] {
	return func(yield func(Page) bool) {
		written := b.plan.Written.Pages
		for _, p := range b.plan.Written.Problems {
			b.problem(p)
		}
		sums := map[string]hash.Hash{}
		for _, c := range written {
			if sums[c.Language] == nil {
				sums[c.Language] = sha256.New()
			}
			fmt.Fprintf(sums[c.Language], "%q", fmt.Sprint(c)) // fmt prints maps sorted
		}
		known := map[string]ContentPage{}
		for _, c := range written {
			known[c.Path] = c
		}
		for _, c := range written {
			if !b.checkShortcodes(c) {
				continue
			}
			params := map[string]any{"description": c.Description, "weight": c.Weight}
			for key, value := range c.Params {
				params[key] = value
			}
			noindex, _ := c.Params["noindex"].(bool)
			p := Page{Path: c.Path, Layout: "page", Language: c.Language, Title: c.Title, Params: params, NoIndex: noindex, markdown: c.Markdown, siblings: sums[c.Language].Sum(nil)}
			for _, l := range b.plan.Languages {
				if path := l.Code + "/" + c.Name + "/"; known[path].Name != "" {
					p.Alternates = append(p.Alternates, Alternate{Language: l.Code, Path: path})
				}
			}
			if !yield(p) {
				return
			}
		}
	}
}
