package pages

import "elinde/generator/programme"

// neutral gives an entry as it may stand on a page without the way out, which may be
// read over a shoulder: a sensitive service has the name of the broadest type it is
// of, as in the results of the search, no summary, provider or telephone. Others stay.
func (w *planner) neutral(e *entry) *entry {
	if e.service.Sensitive != programme.Yes {
		return e
	}
	quiet := *e
	quiet.Summary, quiet.Provider, quiet.Phone, quiet.Tel = text{}, text{}, "", ""
	quiet.Name = text{T: w.say("neutral_title")}
	if t := w.broadest(e.service); t != nil {
		quiet.Name = w.text(t.Name)
	}
	return &quiet
}

// neutralParts is neutral for all entries of some parts, which stay as they are.
func (w *planner) neutralParts(parts []part) []part {
	out := make([]part, len(parts))
	for i, p := range parts {
		entries := make([]*entry, len(p.Entries))
		for j, e := range p.Entries {
			entries[j] = w.neutral(e)
		}
		p.Entries = entries
		out[i] = p
	}
	return out
}

// broadest gives the broadest type that a service is of; nil for an unknown type.
func (w *planner) broadest(s *programme.Service) *programme.Term {
	types := w.Term["service_type"]
	t := types[s.ServiceType]
	for depth := 0; t != nil && depth < 8; depth++ { // a ring is an error of the export
		up := types[t.ParentID]
		if up == nil {
			break
		}
		t = up
	}
	return t
}
