package pages

import (
	"elinde/generator/programme"
)

// listed holds the lists of a language, sorted by its alphabet.
type listed struct {
	services  []*entry // all that have a page
	open      []*entry // those that can be used or will be: what every list and count is of
	providers []*programme.Provider
	byTerm    map[*programme.Term][]*entry
	byPlace   map[programme.PlaceID]*[reaches][]*entry
	byOwner   map[programme.ProviderID][]*entry
	of        map[programme.ServiceID]*entry
	term      map[*programme.Term]link
	// firstTypes are the service types of the worker to whom one turns first: the
	// type of the lowest position, with all that is narrower. firstIn holds these
	// services by the place that they serve.
	firstTypes map[programme.TermID]bool
	firstIn    map[programme.PlaceID][]*entry
	parts      map[programme.ProviderID][]*programme.Provider // that belong to one
	// authorities are state providers to which others belong, and which belong to none.
	authorities []*programme.Provider
}

// newListed sorts everything of a language once.
func newListed(w *planner) *listed {
	l := &listed{byTerm: map[*programme.Term][]*entry{}, byPlace: map[programme.PlaceID]*[reaches][]*entry{},
		byOwner: map[programme.ProviderID][]*entry{}, of: make(map[programme.ServiceID]*entry, len(w.Service))}
	l.term = make(map[*programme.Term]link, len(w.Terms))
	for scheme := range termRooms {
		for _, t := range w.Term[scheme] {
			l.term[t] = link{Href: w.href(termPath(t)), text: w.text(t.Name)}
		}
	}
	l.findFirstTypes(w)
	for _, s := range w.Service {
		e := w.entry(s)
		l.rank(w, e)
		l.services = append(l.services, e)
	}
	sortBy(w.order, l.services, func(e *entry) string { return e.Name.T }, func(e *entry) string { return e.Href })
	for _, e := range l.services {
		s := e.service
		l.of[s.ID] = e
		l.byOwner[s.ProviderID] = append(l.byOwner[s.ProviderID], e)
		if !open(s) {
			continue
		}
		l.open = append(l.open, e)
		m := w.graph.of[s.ID]
		for _, t := range m.terms {
			l.byTerm[t] = append(l.byTerm[t], e)
		}
		if l.firstTypes[s.ServiceType] {
			for _, p := range m.near {
				l.firstIn[p.ID] = append(l.firstIn[p.ID], e)
			}
		}
		for _, p := range m.places {
			if l.byPlace[p.id] == nil {
				l.byPlace[p.id] = &[reaches][]*entry{}
			}
			l.byPlace[p.id][p.reach] = append(l.byPlace[p.id][p.reach], e)
		}
	}
	for _, p := range w.Provider {
		l.providers = append(l.providers, p)
	}
	sortBy(w.order, l.providers, func(p *programme.Provider) string { return w.text(p.Name).T },
		func(p *programme.Provider) string { return string(p.ID) })
	l.parts = map[programme.ProviderID][]*programme.Provider{}
	for _, p := range l.providers {
		if p.ParentID != "" {
			l.parts[p.ParentID] = append(l.parts[p.ParentID], p)
		}
	}
	for _, p := range l.providers {
		if p.Kind == "state" && p.ParentID == "" && len(l.parts[p.ID]) > 0 {
			l.authorities = append(l.authorities, p)
		}
	}
	return l
}

func (l *listed) findFirstTypes(w *planner) {
	l.firstTypes, l.firstIn = map[programme.TermID]bool{}, map[programme.PlaceID][]*entry{}
	var first *programme.Term
	for _, t := range w.scheme("service_type") {
		if t.ParentID == "" && t.Position.Set {
			first = t
			break
		}
	}
	if first == nil {
		return
	}
	for id, t := range w.Term["service_type"] {
		for depth := 0; t != nil && depth < 8; depth++ {
			if t == first {
				l.firstTypes[id] = true
			}
			t = w.Term["service_type"][t.ParentID]
		}
	}
}

// at counts the services that a place's page lists.
func (l *listed) at(id programme.PlaceID) int {
	lists := l.byPlace[id]
	if lists == nil {
		return 0
	}
	return len(lists[within]) + len(lists[around])
}
