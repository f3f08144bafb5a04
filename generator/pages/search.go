package pages

import (
	"iter"

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
}

var searchKinds = []string{"service", "provider", "place", "helpline", "indicator", "page"}

func (w *planner) searchPages() iter.Seq[site.Page] {
	return func(yield func(site.Page) bool) {
		p := searchPage{Kinds: map[string]string{}, States: map[string]string{}}
		p.frame = frame{Heading: text{T: w.say("nav_search")}, Description: w.say("search_description"), Crumbs: w.crumbs(), Section: "search"}
		p.Browse = w.nav() // the lists that lead to everything without a search
		for _, kind := range searchKinds {
			p.Kinds[kind] = w.say("search_kind_" + kind)
		}
		for _, state := range []string{"paused", "planned", "closed"} {
			p.States[state] = w.say("state_" + state)
		}
		p.Found = w.foundForms()
		page := w.page("search", roomSearch, p.Heading.T, p)
		page.NoIndex = true // results are made of what other pages say
		yield(page)
	}
}

// foundForms are the plural forms of the message that counts results.
func (w *planner) foundForms() map[string]string {
	forms := map[string]string{}
	for _, form := range []string{"one", "few", "many", "other"} {
		forms[form] = fill(w.form("search_found", form), []string{"Count", "{n}"})
	}
	return forms
}
