package pages

import "elinde/generator/programme"

// region is the directory of a welaýat (or a city of its rank) as one carries it
// away: on paper and in a single file. The theme's paper/region.html reads it.
type region struct {
	place    *programme.Place
	Name     text
	Lines    []helpline
	Chapters []chapter
	Total    string // how many services, in words
	Example  bool   // the numbers do not work
	services []*programme.Service
}

// chapter is what is offered in a district, or, in the first, beyond one.
type chapter struct {
	ID       string // of its heading
	Name     text
	Wide     bool   // says of each service where it is offered
	Count    string // how many services, in words
	Services []card // see fill
	entries  []*entry
}

// card is a service in a chapter: its page's record, with an id.
type card struct {
	*service
	Anchor string
	Speaks bool // what it says is worth a look beyond the first lines
}

// anchors of the single file and the booklet.
func serviceAnchor(id programme.ServiceID) string { return "s-" + string(id) }
func placeAnchor(id programme.PlaceID) string     { return "p-" + string(id) }

// MostCarried is how many services still make a booklet. A region with more has
// none: nobody hands out a thousand sheets, and a phone does not open them.
const MostCarried = 1000

// private reports whether a service may stand in nothing that is handed on or
// kept on a device: it or one of its terms is sensitive. Helplines stand there.
func (w *planner) private(s *programme.Service) bool {
	if s.Sensitive == programme.Yes {
		return true
	}
	for _, t := range w.graph.of[s.ID].terms {
		if t.Sensitive == programme.Yes {
			return true
		}
	}
	return false
}

// regionOf gathers the directory of a region; nil where it has no service, or too
// many, which it tells.
func (w *planner) regionOf(p *programme.Place) (r *region, tooMany bool) {
	r = &region{place: p, Name: capital(w.text(p.Name)), Lines: w.helplines(), Example: w.settings.Illustration}
	wide := chapter{ID: placeAnchor(p.ID), Name: text{T: w.say("paper_wide", "place", r.Name.T)}, Wide: true}
	districts := w.placesIn(p.ID)
	byDistrict := map[programme.PlaceID]*chapter{}
	for _, d := range districts {
		byDistrict[d.ID] = &chapter{ID: placeAnchor(d.ID), Name: capital(w.text(d.Name))}
	}
	type found struct {
		*entry
		in *chapter
	}
	var all []found
	for _, e := range w.listed.services {
		if !open(e.service) || w.private(e.service) {
			continue
		}
		if district, here := w.reachIn(p, e.service); here {
			in := byDistrict[district]
			if in == nil {
				in = &wide
			}
			if all = append(all, found{e, in}); len(all) > MostCarried {
				return nil, true
			}
		}
	}
	for _, f := range all {
		r.services = append(r.services, f.service)
		f.in.entries = append(f.in.entries, f.entry)
	}
	for _, d := range districts {
		if c := byDistrict[d.ID]; len(c.entries) > 0 {
			r.Chapters = append(r.Chapters, *c)
		}
	}
	if len(wide.entries) > 0 {
		r.Chapters = append([]chapter{wide}, r.Chapters...)
	}
	if len(r.services) == 0 {
		return nil, false
	}
	for i := range r.Chapters {
		r.Chapters[i].Count = w.count("services_count", len(r.Chapters[i].entries))
	}
	r.Total = w.count("services_count", len(r.services))
	return r, false
}

// fill makes the cards.
func (w *planner) fill(r *region) {
	for i := range r.Chapters {
		c := &r.Chapters[i]
		c.Services = nil
		for _, e := range c.entries {
			c.Services = append(c.Services, w.card(e))
		}
	}
}

// reachIn tells whether a service is for people of the region, and the one
// district of it that it is for; "" where it is for several or for all.
func (w *planner) reachIn(region *programme.Place, s *programme.Service) (district programme.PlaceID, here bool) {
	several := false
	for _, p := range w.graph.of[s.ID].near {
		up := w.Within(p.ID)
		at := -1
		for i, u := range up {
			if u.ID == region.ID {
				at = i
			}
		}
		switch {
		case at > 0 && (district == "" || district == up[at-1].ID):
			district, here = up[at-1].ID, true
		case at >= 0:
			several, here = true, true
		case p.ID == w.settings.Country:
			several, here = true, true
		}
	}
	if several {
		district = ""
	}
	return district, here
}

// card makes the card of a service out of what its page says.
func (w *planner) card(e *entry) card {
	v := w.service(e)
	return card{service: v, Anchor: serviceAnchor(e.service.ID), Speaks: v.Body != nil || v.Apply != nil || v.Steps != nil}
}
