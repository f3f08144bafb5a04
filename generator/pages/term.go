package pages

import (
	"slices"

	"elinde/generator/programme"
)

// terms names the terms of a list cell; an id that the scheme does not have is
// left out (the checks report it).
func (w *planner) terms(scheme string, ids programme.List) []text {
	var out []text
	for _, id := range ids {
		if t := w.Term[scheme][programme.TermID(id)]; t != nil {
			out = append(out, w.text(t.Name))
		}
	}
	return out
}

// termLinks links the terms of a list cell to their pages.
func (w *planner) termLinks(scheme string, ids programme.List) []link {
	var out []link
	terms := w.Term[scheme]
	for _, id := range ids {
		if t := terms[programme.TermID(id)]; t != nil {
			out = append(out, w.listed.term[t])
		}
	}
	return out
}

// term names one term, nil where the scheme does not have it.
func (w *planner) term(scheme string, id programme.TermID) *text {
	t := w.Term[scheme][id]
	if t == nil {
		return nil
	}
	return w.optional(t.Name)
}

// termLink links one term, nil where the scheme does not have it.
func (w *planner) termLink(scheme string, id programme.TermID) *link {
	list := w.termLinks(scheme, programme.List{string(id)})
	if len(list) == 0 {
		return nil
	}
	return &list[0]
}

// scheme lists the terms of a scheme by position, then by name.
func (w *planner) scheme(name string) []*programme.Term {
	var list []*programme.Term
	for _, t := range w.Term[name] {
		list = append(list, t)
	}
	sortBy(w.order, list, func(t *programme.Term) string { return w.text(t.Name).T },
		func(t *programme.Term) string { return string(t.ID) })
	slices.SortStableFunc(list, func(a, b *programme.Term) int { return byPosition(a.Position, b.Position) })
	return list
}
