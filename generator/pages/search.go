package pages

import (
	"iter"

	"elinde/site"
)

// searchPage is the page with the search field. Results are found in the browser;
// without a script the page says so and leads to the lists.
type searchPage struct {
	frame
	Browse []link       `json:"browse"`
	Kinds  []searchKind `json:"kinds"`
	Found  []form       `json:"found"`
}

// form is a plural form of a message that a script fills: "{n}" stands for the
// number.
type form struct {
	Form string `json:"form"`
	T    string `json:"t"`
}

// searchKind is a kind of search document (its facet "kind") and its name.
type searchKind struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

var searchKinds = []string{"service", "provider", "place", "helpline", "indicator", "page"}

// browse are the lists that lead to everything without a search.
var browse = []struct{ key, room string }{
	{"nav_needs", roomNeeds}, {"nav_services", roomServices}, {"nav_places", roomPlaces}, {"nav_providers", roomProviders},
	{"nav_helplines", roomHelplines}, {"nav_statistics", roomStatistic},
}

func (w *planner) searchPages() iter.Seq[site.Page] {
	return func(yield func(site.Page) bool) {
		p := searchPage{frame: frame{Heading: text{T: w.say("nav_search")}, Description: w.say("search_description"), Crumbs: w.crumbs(), Section: "search"}}
		for _, b := range browse {
			p.Browse = append(p.Browse, w.room(b.key, b.room))
		}
		for _, kind := range searchKinds {
			p.Kinds = append(p.Kinds, searchKind{kind, w.say("search_kind_" + kind)})
		}
		for _, name := range []string{"one", "few", "many", "other"} {
			p.Found = append(p.Found, form{name, fill(w.form("search_found", name), []string{"Count", "{n}"})})
		}
		page := w.page("search", roomSearch, p.Heading.T, p)
		page.NoIndex = true // results are made of what other pages say
		yield(page)
	}
}
