package pages

import (
	"iter"

	"elinde/site"
)

// home is what the layout "front" reads: the ways in.
type home struct {
	frame
	Lead     string `json:"lead"`
	Needs    []link `json:"needs,omitempty"`
	Groups   []link `json:"groups,omitempty"`
	Modes    []link `json:"modes,omitempty"`
	Regions  []link `json:"regions,omitempty"`
	Numbers  []link `json:"numbers"` // how many services, providers and places, in words
	Finder   *link  `json:"finder,omitempty"`
	Coverage *link  `json:"coverage,omitempty"`
	Figures  bool   `json:"figures,omitempty"`
	Checker  string `json:"checker,omitempty"` // address of the page that asks whom a service is for
}

func (w *planner) homePages() iter.Seq[site.Page] {
	return func(yield func(site.Page) bool) {
		v := home{frame: frame{Heading: text{T: w.say("home_title")}, Description: w.say("home_lead")}, Lead: w.say("home_lead"),
			Figures: len(w.Indicators) > 0}
		if len(w.listed.services) == 0 { // a site of figures alone
			v.Heading.T, v.Lead, v.Description = w.title(), w.say("home_lead_figures"), w.say("home_lead_figures")
		}
		if len(w.rules.Sets) > 0 {
			v.Checker = w.href(roomEligibility)
		}
		if w.finds() {
			l := w.room("way_find", roomFind)
			v.Finder = &l
		}
		if w.covers() {
			l := w.room("coverage_title", roomCoverage)
			v.Coverage = &l
		}
		for _, t := range w.scheme("need") {
			l := w.termEntry(t)
			l.Tip, l.N = nil, 0
			v.Needs = append(v.Needs, l)
		}
		for _, t := range w.scheme("target_group") {
			l := w.termEntry(t)
			l.Tip = nil
			v.Groups = append(v.Groups, l)
		}
		for _, t := range w.scheme("delivery_mode") {
			v.Modes = append(v.Modes, w.termEntry(t))
		}
		covered := 0
		for _, p := range w.regions() {
			v.Regions = append(v.Regions, w.placeEntry(p))
		}
		for _, inside := range w.districts() {
			for _, p := range inside {
				if w.listed.at(p.ID) > 0 {
					covered++
				}
			}
		}
		number := func(key string, n int, room string) {
			if n > 0 {
				v.Numbers = append(v.Numbers, link{Href: w.href(room), text: text{T: w.count(key, n)}})
			}
		}
		number("services_count", len(w.listed.open), roomServices)
		number("providers_count", len(w.listed.providers), roomProviders)
		number("places_count", covered, roomPlaces)
		yield(w.page("front", "", w.title(), v))
	}
}
