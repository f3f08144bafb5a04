package programme

import (
	"slices"
	"sync"
)

// Index finds rows of Tables by id and follows their links. It points into the
// slices it was made from, which must not change afterwards. Of rows with the
// same id the first counts; the checks report the others.
type Index struct {
	*Tables
	Place     map[PlaceID]*Place
	Term      map[string]map[TermID]*Term // by scheme, then id
	Provider  map[ProviderID]*Provider
	Service   map[ServiceID]*Service
	Location  map[LocationID]*Location
	Indicator map[IndicatorID]*Indicator
	Release   map[ReleaseID]*Release
	Source    map[string]*Source

	Children        map[PlaceID][]*Place // direct children, in table order
	Validity        map[PlaceID][]Span
	LocationsOf     map[ServiceID][]*ServiceLocation
	ServicesAt      map[LocationID][]*ServiceLocation
	AreasOf         map[ServiceID][]*ServiceArea
	SchedulesOf     map[ServiceID][]*Schedule
	ServiceClosures map[ServiceID][]*Closure
	PlaceClosures   map[LocationID][]*Closure

	sums func() map[ServiceID]Sum
}

// NewIndex makes the index of t.
func NewIndex(t *Tables) *Index {
	x := &Index{Tables: t,
		Place:           byKey(t.Places, func(p *Place) PlaceID { return p.ID }),
		Term:            map[string]map[TermID]*Term{},
		Provider:        byKey(t.Providers, func(p *Provider) ProviderID { return p.ID }),
		Service:         byKey(t.Services, func(s *Service) ServiceID { return s.ID }),
		Location:        byKey(t.Locations, func(l *Location) LocationID { return l.ID }),
		Indicator:       byKey(t.Indicators, func(i *Indicator) IndicatorID { return i.ID }),
		Release:         byKey(t.Releases, func(r *Release) ReleaseID { return r.ID }),
		Source:          byKey(t.Sources, func(s *Source) string { return s.ID }),
		Children:        groupBy(t.Places, func(p *Place) PlaceID { return p.ParentID }),
		Validity:        map[PlaceID][]Span{},
		LocationsOf:     groupBy(t.ServiceLocations, func(s *ServiceLocation) ServiceID { return s.ServiceID }),
		ServicesAt:      groupBy(t.ServiceLocations, func(s *ServiceLocation) LocationID { return s.LocationID }),
		AreasOf:         groupBy(t.ServiceAreas, func(a *ServiceArea) ServiceID { return a.ServiceID }),
		SchedulesOf:     groupBy(t.Schedules, func(s *Schedule) ServiceID { return s.ServiceID }),
		ServiceClosures: groupBy(t.Closures, func(c *Closure) ServiceID { return c.ServiceID }),
		PlaceClosures:   groupBy(t.Closures, func(c *Closure) LocationID { return c.LocationID }),
	}
	x.sums = sync.OnceValue(x.sumServices)
	for i := range t.Terms {
		term := &t.Terms[i]
		if x.Term[term.Scheme] == nil {
			x.Term[term.Scheme] = map[TermID]*Term{}
		}
		if _, ok := x.Term[term.Scheme][term.ID]; !ok {
			x.Term[term.Scheme][term.ID] = term
		}
	}
	for _, v := range t.PlaceValidity {
		x.Validity[v.PlaceID] = append(x.Validity[v.PlaceID], Span{v.ValidFrom, v.ValidTo})
	}
	return x
}

// InForce reports whether the place was in force on some day of the span.
func (x *Index) InForce(id PlaceID, s Span) bool {
	spans := x.Validity[id]
	for _, v := range spans {
		if v.Meets(s) {
			return true
		}
	}
	return len(spans) == 0
}

// Within lists a place and what it lies in, smallest first: etrap, welaýat,
// country. A cycle ends the list.
func (x *Index) Within(id PlaceID) []*Place {
	var up []*Place
	for p := x.Place[id]; p != nil && len(up) < 8; p = x.Place[p.ParentID] {
		up = append(up, p)
	}
	return up
}

// Region gives the unit of the first rank below the country that the place lies
// in (a welaýat or a city with its rights), nil for the country itself.
func (x *Index) Region(id PlaceID) *Place {
	up := x.Within(id)
	if len(up) < 2 {
		return nil
	}
	return up[len(up)-2]
}

// PlacesOf lists the places whose people a service is for: its areas, or, where it
// names none, the places of its locations; each once, in table order. An office
// alone serves nobody: it may stand in an etrap that its service does not reach.
func (x *Index) PlacesOf(id ServiceID) []*Place {
	var out []*Place
	add := func(id PlaceID) {
		if p := x.Place[id]; p != nil && !slices.Contains(out, p) {
			out = append(out, p)
		}
	}
	for _, a := range x.AreasOf[id] {
		add(a.PlaceID)
	}
	if len(out) > 0 {
		return out
	}
	for _, sl := range x.LocationsOf[id] {
		if l := x.Location[sl.LocationID]; l != nil {
			add(l.PlaceID)
		}
	}
	return out
}

func byKey[K comparable, T any](rows []T, key func(*T) K) map[K]*T {
	m := make(map[K]*T, len(rows))
	for i := range rows {
		if k := key(&rows[i]); m[k] == nil {
			m[k] = &rows[i]
		}
	}
	return m
}

func groupBy[K comparable, T any](rows []T, key func(*T) K) map[K][]*T {
	m := map[K][]*T{}
	for i := range rows {
		k := key(&rows[i])
		m[k] = append(m[k], &rows[i])
	}
	return m
}
