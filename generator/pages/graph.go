package pages

import (
	"slices"

	"elinde/generator/programme"
)

// graph says which service stands in which list. It is the same in every
// language and made once.
type graph struct {
	of map[programme.ServiceID]*membership
	// current holds the places that are in force today, by id.
	current map[programme.PlaceID]bool
	// locations are those of a provider, in table order.
	locations map[programme.ProviderID][]*programme.Location
}

// membership is what one service belongs to.
type membership struct {
	terms   []*programme.Term // that have a page, broader types included
	places  []served
	near    []*programme.Place // smallest units named in the rows, for its entry
	similar []*programme.Service
	row     programme.Sum // fingerprint of the service's own row
}

// served is a place whose page lists the service.
type served struct {
	id programme.PlaceID
	// reach says how: within (offered in the place or in a part of it), or for
	// the larger unit around it.
	reach reach
}

type reach int

// Values of reach, in the order of a place's page.
const (
	within reach = iota
	around
	reaches
)

// open reports whether a service stands in the lists of what can be used or will
// be: a closed one keeps its page, and its place at its provider.
func open(s *programme.Service) bool { return s.Status != "closed" }

// newGraph finds them; keyed also makes the fingerprints of rows.
func newGraph(x *programme.Index, today programme.Date, keyed bool) *graph {
	g := &graph{of: make(map[programme.ServiceID]*membership, len(x.Services)), current: map[programme.PlaceID]bool{},
		locations: map[programme.ProviderID][]*programme.Location{}}
	for i := range x.Locations {
		if l := &x.Locations[i]; x.Location[l.ID] == l {
			g.locations[l.ProviderID] = append(g.locations[l.ProviderID], l)
		}
	}
	for id := range x.Place {
		g.current[id] = x.InForce(id, programme.Span{From: today, To: today})
	}
	for id, s := range x.Service {
		m := &membership{terms: termsOf(x, s), near: x.PlacesOf(id)}
		m.places = g.placesOf(x, m.near)
		if keyed {
			m.row = x.Sums()[id]
		}
		g.of[id] = m
	}
	g.findSimilar(x)
	return g
}

// termsOf lists the terms whose pages list the service, each once.
func termsOf(x *programme.Index, s *programme.Service) []*programme.Term {
	var out []*programme.Term
	add := func(scheme string, id programme.TermID) {
		for depth := 0; id != "" && depth < 8; depth++ {
			t := x.Term[scheme][id]
			if t == nil || slices.Contains(out, t) {
				return
			}
			out = append(out, t)
			id = t.ParentID
		}
	}
	add("service_type", s.ServiceType)
	for _, of := range []struct {
		scheme string
		ids    programme.List
	}{{"target_group", s.TargetGroups}, {"need", s.Needs}, {"delivery_mode", s.DeliveryModes}} {
		for _, id := range of.ids {
			add(of.scheme, programme.TermID(id))
		}
	}
	return out
}

// placesOf lists the places whose pages list a service that is offered at near:
// what lies around each of them, and what lies in it.
func (g *graph) placesOf(x *programme.Index, near []*programme.Place) []served {
	best := map[programme.PlaceID]reach{}
	var order []programme.PlaceID
	add := func(id programme.PlaceID, r reach) {
		if old, ok := best[id]; !ok {
			order = append(order, id)
			best[id] = r
		} else if r < old {
			best[id] = r
		}
	}
	var below func(id programme.PlaceID, depth int)
	below = func(id programme.PlaceID, depth int) {
		for _, c := range x.Children[id] {
			if depth < 8 && g.current[c.ID] {
				add(c.ID, around)
				below(c.ID, depth+1)
			}
		}
	}
	for _, p := range near {
		for _, up := range x.Within(p.ID) {
			add(up.ID, within)
		}
		below(p.ID, 0)
	}
	out := make([]served, len(order))
	for i, id := range order {
		out[i] = served{id, best[id]}
	}
	return out
}

// similarWanted is how many similar services a service's page names.
const similarWanted = 3

// findSimilar finds for each service open ones of the same type, then of the same
// broader type: first those in the same smallest place, then in the same region.
// Those for one of its target groups go before all others.
func (g *graph) findSimilar(x *programme.Index) {
	type corner struct {
		kind  programme.TermID
		place programme.PlaceID
		group string // "" for any
	}
	at := map[corner][]*programme.Service{}
	corners := func(s *programme.Service, groups ...string) (list []corner) {
		kinds := []programme.TermID{s.ServiceType}
		if t := x.Term["service_type"][s.ServiceType]; t != nil && t.ParentID != "" {
			kinds = append(kinds, t.ParentID)
		}
		add := func(kind programme.TermID, p programme.PlaceID) {
			for _, group := range groups {
				list = append(list, corner{kind, p, group})
			}
		}
		for _, kind := range kinds {
			for _, p := range g.of[s.ID].near {
				add(kind, p.ID)
			}
			for _, p := range g.of[s.ID].near {
				if r := x.Region(p.ID); r != nil && r != p {
					add(kind, r.ID)
				}
			}
		}
		return list
	}
	for i := range x.Services { // in table order, so that the choice is stable
		if s := &x.Services[i]; x.Service[s.ID] == s && open(s) {
			for _, c := range append(corners(s, s.TargetGroups...), corners(s, "")...) {
				at[c] = append(at[c], s)
			}
		}
	}
	for _, s := range x.Service {
		m := g.of[s.ID]
		for _, c := range append(corners(s, s.TargetGroups...), corners(s, "")...) {
			for _, other := range at[c] {
				if len(m.similar) == similarWanted {
					break
				}
				if other != s && !slices.Contains(m.similar, other) {
					m.similar = append(m.similar, other)
				}
			}
		}
	}
}
