package pages

import (
	"slices"

	"elinde/generator/programme"
)

// above links those to whom one may turn when a provider does not mend what one
// complains of: what it belongs to, nearest first. Where no authority is among
// these, the one state provider to which others belong follows, if there is one
// only.
func (w *planner) above(id programme.ProviderID) []link {
	var out []*programme.Provider
	p := w.Provider[id]
	if p == nil {
		return nil
	}
	state := p.Kind == "state"
	for p = w.Provider[p.ParentID]; p != nil && !slices.Contains(out, p); p = w.Provider[p.ParentID] {
		out = append(out, p)
		state = state || p.Kind == "state"
	}
	if !state && len(w.listed.authorities) == 1 {
		out = append(out, w.listed.authorities[0])
	}
	var links []link
	for _, p := range out {
		links = append(links, w.providerLink(p))
	}
	return links
}
