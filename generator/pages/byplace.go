package pages

import (
	"cmp"
	"slices"
	"strings"

	"elinde/generator/programme"
	"elinde/site"
)

// A list over the whole country helps nobody who needs help near home. The page of
// a term with many services therefore asks first where people live: it leads to a
// page per region, with a section per district.

// byPlaceFrom is the number of services from which a term's page asks for the
// place; fewer are shown at once, so that the nearest can be seen.
const byPlaceFrom = 13

// chosenPlace is a region to choose on a term's page, with its districts.
type chosenPlace struct {
	link
	Inside []link `json:"inside,omitempty"`
}

// regional holds the services of a term in one region: those for all of it, and
// those for a district only.
type regional struct {
	region    *programme.Place
	whole     []*entry
	districts map[programme.PlaceID][]*entry
	all       []*entry // each once, in the order of the list
}

// byRegion spreads the services of a list over the regions that they serve, in
// the order of the regions. Regions without any are left out.
func (w *planner) byRegion(entries []*entry) []*regional {
	at := map[programme.PlaceID]*regional{}
	var out []*regional
	for _, r := range w.regions() {
		at[r.ID] = &regional{region: r, districts: map[programme.PlaceID][]*entry{}}
		out = append(out, at[r.ID])
	}
	add := func(to *[]*entry, e *entry) {
		if len(*to) == 0 || (*to)[len(*to)-1] != e {
			*to = append(*to, e)
		}
	}
	for _, e := range entries {
		for _, p := range w.graph.of[e.service.ID].near {
			up := w.Within(p.ID)
			i := slices.IndexFunc(up, func(u *programme.Place) bool { return at[u.ID] != nil })
			if i < 0 { // the country
				for _, r := range out {
					add(&r.whole, e)
					add(&r.all, e)
				}
				continue
			}
			r := at[up[i].ID]
			add(&r.all, e)
			if i == 0 {
				add(&r.whole, e)
				continue
			}
			list := r.districts[up[i-1].ID]
			add(&list, e)
			r.districts[up[i-1].ID] = list
		}
	}
	return slices.DeleteFunc(out, func(r *regional) bool { return len(r.all) == 0 })
}

// absent links the regions in which no service of a list that is offered somewhere
// can be had: who lives there must not look in vain.
func (w *planner) absent(entries []*entry) []link {
	here := map[programme.PlaceID]bool{}
	for _, r := range w.byRegion(entries) {
		here[r.region.ID] = true
	}
	var out []link
	for _, r := range w.regions() {
		if !here[r.ID] && len(here) > 0 {
			out = append(out, w.placeLink(r))
		}
	}
	return out
}

// partsByRegion gives a part a region, on one page: of a sensitive need a page per
// region would leave more in the history. nil where a service is in no region.
func (w *planner) partsByRegion(entries []*entry) []part {
	var parts []part
	seen := map[*entry]bool{}
	for _, r := range w.byRegion(entries) {
		for _, e := range r.all {
			seen[e] = true
		}
		parts = append(parts, part{ID: string(r.region.ID), Heading: capital(w.text(r.region.Name)).T, Entries: w.firstThings(r.all)})
	}
	if len(seen) < len(entries) {
		return nil
	}
	return parts
}

// firstThings orders services as people should try them: the worker to whom one
// turns first, then help that comes home, institutions last. The order of the
// terms in the table decides: types by the position of the broadest, delivery
// modes by theirs. Services alike stay in the order of the alphabet.
func (w *planner) firstThings(list []*entry) []*entry {
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(a, b *entry) int {
		return cmp.Or(cmp.Compare(a.step, b.step), cmp.Compare(a.nearness, b.nearness))
	})
	return list
}

// rank finds where an entry stands in that order.
func (l *listed) rank(w *planner, e *entry) {
	if !l.firstTypes[e.service.ServiceType] {
		e.step = 1
	}
	e.nearness = w.nearness(e.service)
}

// nearness is the position of the nearest way in which the service is given; one
// in an institution counts as such however else it is given.
func (w *planner) nearness(s *programme.Service) int {
	best := 1 << 30
	for _, id := range s.DeliveryModes {
		if t := w.Term["delivery_mode"][programme.TermID(id)]; t != nil && t.Position.Set {
			best = min(best, t.Position.N)
		}
	}
	return best
}

// regionPath is the address of a term's page for a region.
func regionPath(t *programme.Term, r *programme.Place) string {
	return termPath(t) + string(r.ID) + "/"
}

// asksForPlace reports whether a term's page asks for the place.
func (w *planner) asksForPlace(t *programme.Term) bool {
	return (t.Scheme == "need" || t.Scheme == "target_group") && len(w.listed.byTerm[t]) >= byPlaceFrom && len(w.regions()) > 1
}

// byPlace plans the page of a term that asks for the place, and a page per region.
func (w *planner) byPlace(t *programme.Term, title string, head list, yield func(site.Page) bool) bool {
	regions := w.byRegion(w.listed.byTerm[t])
	choice := head
	pages := make([]list, len(regions))
	parts := make([][]part, len(regions))
	for i, r := range regions {
		at := regionPath(t, r.region)
		parts[i] = w.regionParts(t, r)
		name := capital(w.text(r.region.Name))
		c := chosenPlace{link: link{Href: w.href(at), text: name, N: shown(parts[i])}}
		c.Inside = w.anchors(at, parts[i])
		choice.Choose = append(choice.Choose, c)
		pages[i] = head
		pages[i].Region = &name
		pages[i].Crumbs = append(head.Crumbs[:len(head.Crumbs):len(head.Crumbs)], link{Href: w.href(termPath(t)), text: head.Heading})
		pages[i].Intro, pages[i].Figures, pages[i].Absent = nil, nil, nil
		for j := range parts[i] {
			parts[i][j].Fold = len(parts[i]) > 1 && parts[i][j].ID != wholeID
		}
		if !head.Exit {
			pages[i].Description = w.say("term_in_place", "term", head.Heading.T, "place", name.T)
		}
	}
	if !yield(w.page("directory", termPath(t), title, choice)) {
		return false
	}
	for i, r := range regions {
		pageTitle := title
		if !head.Exit {
			pageTitle = w.say("term_in_place", "term", title, "place", pages[i].Region.T)
		}
		pages[i].Count = shown(parts[i])
		if !w.sliced(regionPath(t, r.region), pageTitle, pages[i], parts[i], yield) {
			return false
		}
	}
	return true
}

// regionParts makes the sections of a region's page: a district each, then what is
// for all of them. Where a term is a situation in life, each district begins with
// its own worker to whom one turns first, unless the term is sensitive.
func (w *planner) regionParts(t *programme.Term, r *regional) []part {
	var parts []part
	whole := w.firstThings(r.whole)
	var inside []*programme.Place // an abolished one may still be named in the table
	for _, p := range w.Children[r.region.ID] {
		if w.Place[p.ID] == p && (w.graph.current[p.ID] || r.districts[p.ID] != nil) {
			inside = append(inside, p)
		}
	}
	w.sortPlaces(inside)
	for _, p := range inside {
		list := r.districts[p.ID]
		if t.Scheme == "need" && t.Sensitive != programme.Yes {
			for _, e := range w.listed.firstIn[p.ID] {
				if !slices.Contains(list, e) {
					list = append(list, e)
				}
			}
		}
		if len(list) > 0 {
			parts = append(parts, part{ID: string(p.ID), Heading: capital(w.text(p.Name)).T, Entries: w.firstThings(list)})
		}
	}
	districts := len(parts)
	if len(whole) > 0 {
		parts = append(parts, part{ID: wholeID, Heading: w.say("services_whole"), Entries: whole})
		also := link{text: text{T: w.count("also_whole", len(whole))}}
		for _, l := range w.anchors(regionPath(t, r.region), parts) {
			if strings.HasSuffix(l.Href, "#"+wholeID) {
				also.Href = l.Href
			}
		}
		for i := range parts[:districts] {
			parts[i].Also = &also
		}
	}
	return parts
}

// shown counts the services of some parts, each once.
func shown(parts ...[]part) int {
	seen := map[*entry]bool{}
	for _, list := range parts {
		for _, p := range list {
			for _, e := range p.Entries {
				seen[e] = true
			}
		}
	}
	return len(seen)
}

// listedFor counts the services that a term's page leads to: on a page that asks for
// the place those of all regions, with each district's own worker.
func (w *planner) listedFor(t *programme.Term) int {
	if !w.asksForPlace(t) {
		return len(w.listed.byTerm[t])
	}
	var all [][]part
	for _, r := range w.byRegion(w.listed.byTerm[t]) {
		all = append(all, w.regionParts(t, r))
	}
	return shown(all...)
}

// wholeID is the anchor of the services for a whole region; no id has a dot.
const wholeID = "w.hole"

// anchors links the sections of a list, in whichever slice of it they begin.
func (w *planner) anchors(list string, parts []part) []link {
	var out []link
	seen := map[string]bool{}
	for i, here := range w.slice(parts) {
		for _, p := range here {
			if p.ID != "" && !seen[p.ID] {
				seen[p.ID] = true
				out = append(out, link{Href: w.href(slicePath(list, i+1)) + "#" + p.ID, text: text{T: p.Heading}})
			}
		}
	}
	return out
}
