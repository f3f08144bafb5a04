package pages

import (
	"slices"

	"elinde/generator/programme"
)

// above links those to whom one may turn when a provider does not mend what one
// complains of: what it belongs to, up to the first authority, whose page leads
// further. Where there is none, the one state provider to which others belong
// follows, if there is one only.
func (w *planner) above(id programme.ProviderID) []link {
	var out []*programme.Provider
	p := w.Provider[id]
	if p == nil {
		return nil
	}
	own, state := p.Kind == "state", false
	for p = w.Provider[p.ParentID]; p != nil && !state && !slices.Contains(out, p); p = w.Provider[p.ParentID] {
		out = append(out, p)
		state = p.Kind == "state"
	}
	if !own && !state && len(w.listed.authorities) == 1 {
		out = append(out, w.listed.authorities[0])
	}
	var links []link
	for _, p := range out {
		links = append(links, w.providerLink(p))
	}
	return links
}
