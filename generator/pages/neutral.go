package pages

import "elinde/generator/programme"

// neutral gives an entry as it may stand on a page without the way out, which may be
// read over a shoulder: a sensitive service has the name of the broadest type it is
// of, as in the results of the search, no provider, and in place of its summary and
// telephone the line for everybody. Others stay.
func (w *planner) neutral(e *entry) *entry {
	if e.service.Sensitive != programme.Yes {
		return e
	}
	quiet := *e
	quiet.Name, quiet.Summary, quiet.Provider, quiet.Phone, quiet.Tel = w.neutralName(e.service), text{}, text{}, "", ""
	for _, h := range w.sortedHelplines() {
		if len(h.TargetGroups) == 0 && len(h.FirstFor) > 0 {
			quiet.Summary, quiet.Phone, quiet.Tel = text{T: w.say("neutral_summary")}, h.Phone, tel(h.Phone)
			break
		}
	}
	return &quiet
}

// neutralName gives the name of a sensitive service that may be read over a shoulder.
func (w *planner) neutralName(s *programme.Service) text {
	if t := w.broadest(s); t != nil {
		return w.text(t.Name)
	}
	return text{T: w.say("neutral_title")}
}

// discreet gives an entry of a page that has the way out: there a sensitive service
// says what it is, but its own name, which may tell from afar, in small letters.
func (w *planner) discreet(e *entry) *entry {
	if e.service.Sensitive != programme.Yes {
		return e
	}
	small := *e
	small.Name, small.Official = w.neutralName(e.service), &e.Name
	return &small
}

// eachEntry changes the entries of some parts, which stay as they are.
func eachEntry(parts []part, change func(*entry) *entry) []part {
	out := make([]part, len(parts))
	for i, p := range parts {
		entries := make([]*entry, len(p.Entries))
		for j, e := range p.Entries {
			entries[j] = change(e)
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
