// Package documents makes search documents of what may be published: services,
// providers, places, helplines, lists of services by need, group and type,
// indicators and the pages that people wrote, in each language. In comes a
// Protected, out come search.Documents; nothing is indexed, written or printed
// here.
//
// A text that is missing in a language is indexed in the language it falls back
// to, by the rules of that one. A sensitive service is found by its words, but
// shown by a neutral title and without its summary: results may be seen over a
// shoulder.
//
// Terms of the scheme "danger" are words of people in danger: a query with them
// raises the alarm of search.Plan.
//
// Keys of Display:
//   - kind
//   - summary
//   - place: names, for people
//   - provider: its name, of a service that is not sensitive
//   - status: of a service that is not active
//   - sensitive: "yes"
//   - phone: of a helpline, and of a service that is not sensitive
//   - title_lang, summary_lang: where the text is in another language than the document
//   - hours: of a service that is not sensitive, what Paths.Hours gives, as a JSON list
//   - points: of such a service, "latitude,longitude" of its places, parted by ";"
//
// Facets: kind, delivery, language, status, level; provider (its kind); place (with all
// it lies in); type, group, need, theme (with broader terms); open (what Paths.Hours gives).
package documents

import (
	"slices"

	"elinde/generator/config"
	"elinde/generator/disclosure"
	"elinde/generator/programme"
	"elinde/search"
)

// Kinds of documents: their facet "kind" and their key "kind" of Display.
const (
	KindService   = "service"
	KindProvider  = "provider"
	KindPlace     = "place"
	KindHelpline  = "helpline"
	KindTopic     = "topic" // the list of services for a need or group, or of a type
	KindIndicator = "indicator"
	KindPage      = "page"
)

// order is the order of kinds among hits that score the same.
var order = map[string]string{KindPlace: "1", KindService: "2", KindTopic: "3", KindProvider: "4", KindHelpline: "5",
	KindIndicator: "6", KindPage: "7"}

// Of makes the documents of all languages of the settings, in the order of the
// languages and of the tables.
func Of(p *disclosure.Protected, s config.Settings, paths Paths) []search.Document {
	x := p.Index()
	owned := map[programme.ProviderID][]*programme.Location{}
	for i := range x.Locations {
		l := &x.Locations[i]
		owned[l.ProviderID] = append(owned[l.ProviderID], l)
	}
	below := map[programme.PlaceID][]*programme.Place{}
	for i := range x.Places {
		p := &x.Places[i]
		for _, up := range x.Within(p.ID) {
			if up.ID != p.ID {
				below[up.ID] = append(below[up.ID], p)
			}
		}
	}
	told := map[programme.IndicatorID]map[programme.PlaceID]bool{}
	for i := range x.Observations {
		o := &x.Observations[i]
		if told[o.Indicator] == nil {
			told[o.Indicator] = map[programme.PlaceID]bool{}
		}
		told[o.Indicator][o.RefArea] = true
	}
	var docs []search.Document
	for i, language := range s.Languages {
		w := writer{Index: x, codes: s.Codes(), at: i, language: language.Code, country: s.Country, owned: owned, below: below,
			told: told, paths: paths}
		docs = append(docs, w.all()...)
	}
	return docs
}

// writer makes the documents of a language.
type writer struct {
	*programme.Index
	codes    []string // of the languages
	at       int      // the language among them
	language string
	country  programme.PlaceID
	owned    map[programme.ProviderID][]*programme.Location
	below    map[programme.PlaceID][]*programme.Place             // all that lies in a place
	told     map[programme.IndicatorID]map[programme.PlaceID]bool // of which places an indicator tells
	paths    Paths
}

// Paths give the addresses of pages under the language that do not follow from an
// id alone. Sensitive says that the theme of an indicator is.
type Paths struct {
	Term      func(*programme.Term) string
	Indicator func(n *programme.Indicator, sensitive bool) string
	// Hours gives the opening hours of a service, a text for each place; nil: hits
	// tell none.
	Hours func(*programme.Service) []string
	// Phone gives the telephone of a service that is not sensitive; nil: hits tell none.
	Phone func(*programme.Service) string
}

func (w *writer) all() []search.Document {
	var docs []search.Document
	for i := range w.Services {
		if s := &w.Services[i]; w.Service[s.ID] == s {
			docs = append(docs, w.service(s))
		}
	}
	for i := range w.Providers {
		if p := &w.Providers[i]; w.Provider[p.ID] == p {
			docs = append(docs, w.provider(p))
		}
	}
	for i := range w.Places {
		if p := &w.Places[i]; w.Place[p.ID] == p {
			docs = append(docs, w.place(p))
		}
	}
	for i := range w.Terms {
		t := &w.Terms[i]
		if slices.Contains(topics, t.Scheme) && w.Term[t.Scheme][t.ID] == t && t.Sensitive != programme.Yes {
			docs = append(docs, w.topic(t))
		}
	}
	seen := map[string]bool{}
	for i := range w.Helplines {
		if h := &w.Helplines[i]; !seen[h.ID] {
			seen[h.ID] = true
			docs = append(docs, w.helpline(h))
		}
	}
	for i := range w.Indicators {
		if n := &w.Indicators[i]; w.Indicator[n.ID] == n {
			docs = append(docs, w.indicator(n))
		}
	}
	return docs
}
