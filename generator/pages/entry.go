package pages

import "elinde/generator/programme"

// entry is a service as a list shows it.
type entry struct {
	Href     string `json:"href"`
	Name     text   `json:"name"`
	Summary  text   `json:"summary"`
	Provider text   `json:"provider"`
	Where    []text `json:"where,omitempty"` // at most two places
	More     int    `json:"more,omitempty"`  // further places
	State    string `json:"state,omitempty"` // see state; "" is in use
	Free     bool   `json:"free,omitempty"`

	service *programme.Service
}

// shownPlaces is how many places an entry names.
const shownPlaces = 2

func (w *planner) entry(s *programme.Service) *entry {
	e := &entry{Href: w.href(servicePath(s.ID)), Name: w.text(s.Name), Summary: w.text(s.Summary),
		State: w.state(s), Free: s.Fee == "free", service: s}
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
	return e
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
