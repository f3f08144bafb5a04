package pages

import (
	"slices"

	"elinde/generator/programme"
)

// where is a location as a service's or a provider's page shows it. Of a
// confidential one only the place is there.
type where struct {
	Name         *text     `json:"name,omitempty"`
	Address      *text     `json:"address,omitempty"`
	Postal       string    `json:"postal,omitempty"`
	Places       []link    `json:"places,omitempty"` // smallest first
	Directions   *text     `json:"directions,omitempty"`
	Note         *text     `json:"note,omitempty"`
	Phone        string    `json:"phone,omitempty"`
	Tel          string    `json:"tel,omitempty"`
	Email        string    `json:"email,omitempty"`
	Geo          string    `json:"geo,omitempty"` // after "geo:"
	Access       []text    `json:"access,omitempty"`
	Hours        []hours   `json:"hours,omitempty"`
	Open         string    `json:"open,omitempty"` // see opening
	Closures     []closure `json:"closures,omitempty"`
	Stale        bool      `json:"stale,omitempty"`
	Confidential bool      `json:"confidential,omitempty"`
}

// where shows where a service is given.
func (w *planner) where(s *programme.Service, sl *programme.ServiceLocation, l *programme.Location) where {
	v := w.location(l)
	if v.Confidential {
		return v
	}
	v.Note = w.optional(sl.Note)
	if sl.Phone != "" {
		v.Phone, v.Tel = sl.Phone, tel(sl.Phone)
	}
	list := w.schedulesAt(s.ID, l.ID)
	v.Hours = w.hours(list)
	if w.state(s) == "" {
		v.Open = w.opening(list, w.ServiceClosures[s.ID], w.PlaceClosures[l.ID])
	}
	return v
}

// location shows a location. Disclosure control has emptied a confidential one;
// that nothing of it is read here but its region is a second lock.
func (w *planner) location(l *programme.Location) where {
	if l.Confidential == programme.Yes {
		v := where{Confidential: true}
		if r := w.Region(l.PlaceID); r != nil {
			v.Places = []link{w.placeLine(r)}
		}
		return v
	}
	v := where{Name: w.optional(l.Name), Address: w.optional(l.Address), Postal: l.PostalCode,
		Directions: w.optional(l.Directions), Phone: l.Phone, Tel: tel(l.Phone), Email: l.Email,
		Access: w.terms("accessibility", l.Accessibility), Closures: w.closures(w.PlaceClosures[l.ID]),
		Stale: w.stale(l.LastVerified)}
	if l.Latitude.Set() && l.Longitude.Set() {
		v.Geo = l.Latitude.Text + "," + l.Longitude.Text
	}
	for _, p := range w.Within(l.PlaceID) {
		if p.Level != "country" {
			v.Places = append(v.Places, w.placeLink(p))
		}
	}
	return v
}

// placeLink links a place's page.
func (w *planner) placeLink(p *programme.Place) link {
	return link{Href: w.href(placePath(p.ID)), text: w.text(p.Name)}
}

// placeLine is placeLink at the beginning of a line.
func (w *planner) placeLine(p *programme.Place) link {
	l := w.placeLink(p)
	l.text = capital(l.text)
	return l
}

// locationsOf lists the locations of a provider, in table order.
func (w *planner) locationsOf(id programme.ProviderID) []where {
	var out []where
	seenRegion := map[string]bool{}
	for _, l := range w.graph.locations[id] {
		v := w.location(l)
		if v.Confidential { // one line a region: how many there are is nobody's business
			key := ""
			if len(v.Places) > 0 {
				key = v.Places[0].Href
			}
			if seenRegion[key] {
				continue
			}
			seenRegion[key] = true
		}
		out = append(out, v)
	}
	slices.SortStableFunc(out, func(a, b where) int {
		switch {
		case a.Confidential == b.Confidential:
			return 0
		case a.Confidential:
			return 1
		}
		return -1
	})
	return out
}
