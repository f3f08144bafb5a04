package pages

import (
	"iter"
	"slices"

	"elinde/generator/programme"
	"elinde/site"
)

// searchPage is the page with the search field. Results are found in the browser;
// without a script the page says so and leads to the lists.
type searchPage struct {
	frame
	Browse []link `json:"browse"`
	// Kinds names the kinds of search documents (their facet "kind"); Found holds
	// the plural forms of the message that counts results, "{n}" for the number.
	Kinds map[string]string `json:"kinds"`
	Found map[string]string `json:"found"`
	// States names the states of services that a hit must warn of.
	States map[string]string `json:"states"`
	// Indexed says that the site has an index to load.
	Indexed bool `json:"indexed,omitempty"`
	// Lines are shown at once when the words tell of danger or find little.
	Lines []helpline `json:"lines,omitempty"`
	// Dangers are the ids of the dangers, in order: lines and services for the
	// first are for whoever does not say more.
	Dangers []string       `json:"dangers,omitempty"`
	Needs   []link         `json:"needs,omitempty"` // shown until something is typed
	Filters []searchFilter `json:"filters,omitempty"`
}

// searchFilter narrows the results to the documents that have a value of a facet.
type searchFilter struct {
	Facet   string         `json:"facet"`
	Label   string         `json:"label"`
	Options []searchOption `json:"options"`
}

type searchOption struct {
	Value string `json:"value"`
	At    string `json:"at,omitempty"` // a point in the place, as "lat,lon"
	text
}

var searchKinds = []string{"service", "provider", "place", "helpline", "topic", "indicator", "page"}

// shownNeeds is how many needs the search page begins with.
const shownNeeds = 8

// filterSchemes are the vocabularies to filter by, with the facet of the search
// documents and the message that names it.
var filterSchemes = []struct{ facet, scheme, label string }{
	{"need", "need", "search_filter_need"},
	{"group", "target_group", "search_filter_group"},
	{"type", "service_type", "search_filter_type"},
	{"delivery", "delivery_mode", "search_filter_delivery"},
	{"language", "language", "search_filter_language"},
}

// searchFilters lists what results can be narrowed by. Terms that may endanger
// their reader are not offered.
func (w *planner) searchFilters() []searchFilter {
	places := searchFilter{Facet: "place", Label: w.say("search_filter_place")}
	for _, region := range w.regions() {
		places.Options = append(places.Options, searchOption{Value: string(region.ID), text: w.text(region.Name)})
		for _, p := range w.placesIn(region.ID) {
			at := w.findPlace(p)
			o := searchOption{Value: at.ID, At: at.At, text: w.text(p.Name)}
			o.T = "\u2003" + o.T
			places.Options = append(places.Options, o)
		}
	}
	filters := []searchFilter{places}
	for _, s := range filterSchemes {
		f := searchFilter{Facet: s.facet, Label: w.say(s.label)}
		for _, t := range w.scheme(s.scheme) {
			if t.Sensitive != programme.Yes {
				f.Options = append(f.Options, searchOption{Value: string(t.ID), text: w.text(t.Name)})
			}
		}
		filters = append(filters, f)
	}
	kinds := searchFilter{Facet: "kind", Label: w.say("search_filter_kind")}
	for _, kind := range searchKinds {
		kinds.Options = append(kinds.Options, searchOption{Value: kind, text: text{T: w.say("search_kind_" + kind)}})
	}
	open := searchFilter{Facet: "open", Label: w.say("search_filter_open"), Options: []searchOption{{Value: "now", text: text{T: w.say("search_open_now")}}}}
	filters = append(filters, kinds, open)
	return slices.DeleteFunc(filters, func(f searchFilter) bool { return len(f.Options) == 0 })
}

func (w *planner) searchPages() iter.Seq[site.Page] {
	return func(yield func(site.Page) bool) {
		p := searchPage{Indexed: w.indexed, Kinds: map[string]string{}, States: map[string]string{}}
		p.frame = frame{Heading: text{T: w.say("nav_search")}, Description: w.say("search_description"), Crumbs: w.crumbs(), Section: "search"}
		p.Browse = w.nav() // the lists that lead to everything without a search
		for _, kind := range searchKinds {
			p.Kinds[kind] = w.say("search_kind_" + kind)
		}
		for _, state := range []string{"paused", "planned", "closed"} {
			p.States[state] = w.say("state_" + state)
		}
		p.Found = w.forms("search_found")
		p.Lines, p.Filters = w.helplines(), w.searchFilters()
		p.Dangers = w.dangers()
		for _, t := range w.scheme("need") {
			if len(p.Needs) < shownNeeds && t.Sensitive != programme.Yes {
				l := w.termEntry(t)
				l.Tip, l.N = nil, 0
				p.Needs = append(p.Needs, l)
			}
		}
		page := w.page("search", roomSearch, p.Heading.T, p)
		page.NoIndex = true // results are made of what other pages say
		yield(page)
	}
}

// dangers are the ids of the dangers, in their order.
func (w *planner) dangers() []string {
	var ids []string
	for _, t := range w.scheme("danger") {
		ids = append(ids, string(t.ID))
	}
	return ids
}

// forms are the plural forms of a message that counts something, with {n} for the
// number.
func (w *planner) forms(key string) map[string]string {
	found := map[string]string{}
	for form, sentence := range w.messages[key] {
		found[form] = fill(sentence, []string{"Count", "{n}"})
	}
	return found
}
