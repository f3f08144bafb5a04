package documents

import (
	"slices"
	"strings"

	"elinde/generator/programme"
)

// term adds the words of a term and the facet values of it and of broader ones.
func (d *draft) term(facet, scheme string, id programme.TermID) {
	for _, t := range d.w.broader(scheme, id) {
		if slices.Contains(d.Facets[facet], string(t.ID)) {
			return // with all that is broader
		}
		d.facet(facet, string(t.ID))
		d.termWords(t)
	}
}

// termWords indexes a term's name and what else people call it. Synonyms have no
// fallback: a word of another language is no synonym.
func (d *draft) termWords(t *programme.Term) {
	d.text(t.Name, weightWords)
	if d.w.at < len(t.Synonyms) {
		d.words(strings.ReplaceAll(t.Synonyms[d.w.at], ";", ". "), "", weightWords)
	}
}

// broader lists a term and the broader terms, narrowest first. A cycle ends the list.
func (w *writer) broader(scheme string, id programme.TermID) []*programme.Term {
	var chain []*programme.Term
	for t := w.Term[scheme][id]; t != nil && len(chain) < 8; t = w.Term[scheme][t.ParentID] {
		if slices.Contains(chain, t) {
			break
		}
		chain = append(chain, t)
	}
	return chain
}
