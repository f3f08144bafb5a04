package pages

import (
	"cmp"
	"slices"

	"elinde/site"
)

// menusOf lists the pages that people wrote, by language, in the order of their
// weight, then of their names.
func menusOf(written []site.ContentPage) map[string][]link {
	pages := slices.Clone(written)
	slices.SortStableFunc(pages, func(a, b site.ContentPage) int {
		return cmp.Or(cmp.Compare(a.Weight, b.Weight), cmp.Compare(a.Name, b.Name))
	})
	out := map[string][]link{}
	for _, p := range pages {
		l := link{Href: p.Path, text: text{T: p.Title}, Key: p.Name}
		if p.Description != "" {
			l.Tip = &text{T: p.Description}
		}
		out[p.Language] = append(out[p.Language], l)
	}
	return out
}
