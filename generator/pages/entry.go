package pages

import (
	"slices"

	"elinde/generator/programme"
)

// entry is a service as a list shows it.
type entry struct {
	Href     string `json:"href"`
	Name     text   `json:"name"`
	Summary  text   `json:"summary"`
	Official *text  `json:"official,omitempty"` // its name, where Name is a discreet one
	Provider text   `json:"provider"`
	Where    []text `json:"where,omitempty"`  // at most shownPlaces
	More     int    `json:"more,omitempty"`   // further places
	Office   *text  `json:"office,omitempty"` // where one has to go, if that is none of the places served
	State    string `json:"state,omitempty"`  // see state; "" is in use
	Free     bool   `json:"free,omitempty"`
	Fee      *text  `json:"fee,omitempty"` // what it costs, of one that is not free
	Phone    string `json:"phone,omitempty"`
	Tel      string `json:"tel,omitempty"`

	service *programme.Service
	// step and nearness order services as people should try them, see firstThings.
	step, nearness int
}

// shownPlaces is how many places an entry names.
const shownPlaces = 3

func (w *planner) entry(s *programme.Service) *entry {
	e := &entry{Href: w.href(servicePath(s.ID)), Name: w.text(s.Name), Summary: w.text(s.Summary),
		State: w.state(s), Free: s.Fee == "free" && open(s), service: s}
	if !e.Free && open(s) {
		e.Fee = w.term("fee", s.Fee)
	}
	if e.Phone = s.Phone; s.Sensitive != programme.Yes {
		e.Phone = w.phoneOf(s)
	}
	if !open(s) {
		e.Phone = ""
	}
	e.Tel = tel(e.Phone)
	if p := w.Provider[s.ProviderID]; p != nil {
		e.Provider = w.text(p.Name)
	}
	near := w.graph.of[s.ID].near
	for i, p := range near {
		if i == shownPlaces {
			e.More = len(near) - shownPlaces
			break
		}
		e.Where = append(e.Where, w.text(p.Name))
	}
	e.Office = w.office(s)
	return e
}

// office names the place of a service's first location where none of its
// locations lies in a place that it serves. A confidential one is never named.
func (w *planner) office(s *programme.Service) *text {
	var first *programme.Place
	for _, sl := range w.LocationsOf[s.ID] {
		l := w.Location[sl.LocationID]
		if l == nil || l.Confidential == programme.Yes {
			continue
		}
		for _, p := range w.Within(l.PlaceID) {
			if slices.Contains(w.graph.of[s.ID].near, p) {
				return nil
			}
		}
		if first == nil {
			first = w.Place[l.PlaceID]
		}
	}
	if first == nil {
		return nil
	}
	return w.optional(first.Name)
}

// state says whether a service can be used today: "" (yes), "paused", "planned",
// "closed", or "unsure" after the last day that its row vouches for.
func (w *planner) state(s *programme.Service) string {
	switch {
	case s.Status != "active":
		return s.Status
	case s.ValidFrom != 0 && w.today < s.ValidFrom:
		return "planned"
	case s.ValidTo != 0 && w.today > s.ValidTo:
		return "unsure"
	}
	return ""
}
