package pages

import (
	"iter"
	"slices"
	"strings"
	"unicode"

	"elinde/generator/programme"
	"elinde/site"
)

// gone says that a place is no longer in force: since when and what came after.
type gone struct {
	Since *day   `json:"since,omitempty"`
	Now   []link `json:"now,omitempty"`
}

// placePages plans the list of places and a page per place, the country included.
func (w *planner) placePages() iter.Seq[site.Page] {
	return func(yield func(site.Page) bool) {
		if len(w.Places) == 0 {
			return
		}
		head := list{frame: frame{Heading: text{T: w.say("places_title")}, Description: w.say("places_intro"),
			Section: "places", Crumbs: w.crumbs()}, Intro: &text{T: w.say("places_intro")}, Counted: w.counted(), City: true}
		head.Map = w.mapOf(w.regions(), fine)
		for _, region := range w.regions() {
			links := []link{w.placeEntry(region)}
			for _, p := range w.placesIn(region.ID) {
				links = append(links, w.placeEntry(p))
			}
			head.Links = append(head.Links, branch{Heading: capital(w.text(region.Name)).T, Plain: true, Links: links})
			head.Links[len(head.Links)-1].Links[0].text = text{T: w.say("whole_region")}
		}
		if !yield(w.page("directory", roomPlaces, w.say("places_title"), head)) {
			return
		}
		for i := range w.Places {
			p := &w.Places[i]
			if w.Place[p.ID] == p && !w.placeList(p, yield) {
				return
			}
		}
	}
}

// placeList plans the page of a place: its parts, the services offered in it,
// then those offered for what lies around it.
func (w *planner) placeList(p *programme.Place, yield func(site.Page) bool) bool {
	name := capital(w.text(p.Name))
	head := list{frame: frame{Heading: name, Section: "places", Crumbs: w.crumbs(w.room("nav_places", roomPlaces)),
		Description: w.say("place_description", "place", name.T)}, Also: w.otherNames(p)}
	up := w.Within(p.ID)
	for i := len(up) - 1; i > 0; i-- {
		if up[i].Level != "country" {
			head.Crumbs = append(head.Crumbs, w.placeLine(up[i]))
		}
	}
	if inside := w.placesIn(p.ID); len(inside) > 0 {
		b := branch{Plain: true, Heading: w.say("places_inside")}
		for _, c := range inside {
			b.Links = append(b.Links, w.placeEntry(c))
		}
		head.Links, head.City = []branch{b}, p.ID != w.settings.Country
	}
	if lacks := w.lacksOf(p); lacks != nil {
		head.Lacks = lacks
	}
	if c := w.carriedOf(p); c != nil {
		head.Links = append(head.Links, branch{Plain: true, Heading: w.say("offline_title"), Links: []link{
			{Href: w.href(bookletPath(p.ID)), text: text{T: w.say("offline_booklet")}}, w.room("offline_file", roomOffline)}})
	}
	if !w.graph.current[p.ID] {
		head.Gone = w.gone(p)
	}
	head.Structured = w.structuredPlace(p)
	var parts []part
	if lists := w.listed.byPlace[p.ID]; lists != nil {
		if l := lists[within]; len(l) > 0 {
			parts = append(parts, part{Heading: w.say("services_here"), Entries: l})
		}
		if l := lists[around]; len(l) > 0 {
			parts = append(parts, part{Heading: w.say("services_around"), Entries: l})
		}
	}
	return w.sliced(placePath(p.ID), name.T, head, parts, yield)
}

// otherNames joins the names of a place that say more than its official ones, in the
// script of the page's language: search knows the others.
func (w *planner) otherNames(p *programme.Place) string {
	var names []string
	cyrillic := isCyrillic(w.text(p.Name).T)
next:
	for _, other := range p.AlternativeNames {
		if isCyrillic(other) != cyrillic {
			continue
		}
		for _, official := range p.Name {
			if strings.Contains(official, other) {
				continue next
			}
		}
		names = append(names, other)
	}
	return strings.Join(names, w.say("list_separator"))
}

func isCyrillic(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) })
}

// regions lists the units of the first rank: the parts of the country, or the
// places that lie in no other where the export has no country.
func (w *planner) regions() []*programme.Place {
	if w.Place[w.settings.Country] == nil {
		return w.placesIn("")
	}
	return w.placesIn(w.settings.Country)
}

// placesIn lists the parts of a place that are in force today, by name; units of
// a higher level come first.
func (w *planner) placesIn(id programme.PlaceID) []*programme.Place {
	var list []*programme.Place
	for _, c := range w.Children[id] {
		if w.graph.current[c.ID] && w.Place[c.ID] == c {
			list = append(list, c)
		}
	}
	w.sortPlaces(list)
	return list
}

// sortPlaces sorts places by name.
func (w *planner) sortPlaces(list []*programme.Place) {
	sortBy(w.order, list, func(p *programme.Place) string { return w.text(p.Name).T },
		func(p *programme.Place) string { return string(p.ID) })
}

// placeEntry links a place with the number of services that its page lists.
func (w *planner) placeEntry(p *programme.Place) link {
	l := w.placeLine(p)
	l.N = w.listed.at(p.ID)
	return l
}

// gone tells what became of a place: the latest change that begins with it.
func (w *planner) gone(p *programme.Place) *gone {
	var changes []*programme.PlaceChange
	for i := range w.PlaceChanges {
		if c := &w.PlaceChanges[i]; c.FromID == p.ID && c.Date <= w.today && c.Kind != "renamed" {
			changes = append(changes, c)
		}
	}
	slices.SortStableFunc(changes, func(a, b *programme.PlaceChange) int { return int(b.Date) - int(a.Date) })
	v := &gone{}
	for _, c := range changes {
		if c.Date != changes[0].Date {
			break
		}
		v.Since = w.day(c.Date)
		if to := w.Place[c.ToID]; to != nil && to != p {
			v.Now = append(v.Now, w.placeLink(to))
		}
	}
	return v
}
