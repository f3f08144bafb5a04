// Package documents makes search documents of what may be published: services,
// providers, places, helplines, lists of services by need, group and type,
// indicators and the pages that people wrote, in each language. In comes a Protected, out come search.Documents; nothing is
// indexed, written or printed here.
//
// A text that is missing in a language is indexed in the language it falls back
// to, by the rules of that one. A sensitive service is found by its words, but
// shown by a neutral title and without its summary: results may be seen over a
// shoulder.
//
// Terms of the scheme "danger" are words of people in danger: a query with them
// raises the alarm of search.Plan.
//
// Keys of Display: kind; summary; place (names, for people); provider (its name,
// of a service that is not sensitive); status of a service
// that is not active; sensitive ("yes"); phone of a helpline, and of a service that is not sensitive; title_lang and
// summary_lang where the text is in another language than the document; of a
// service that is not sensitive hours (what Paths.Hours gives, as a JSON list) and
// points ("latitude,longitude" of the places where it is given, parted by ";").
// Facets: open (what Paths.Hours gives); kind; place (with all it lies in); type, group, need, theme (with
// broader terms); delivery; language; status; provider (its kind); level.
package documents

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"elinde/generator/config"
	"elinde/generator/disclosure"
	"elinde/generator/programme"
	"elinde/generator/prose"
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

// Weights of texts: what something is called counts more than what is said of it.
// Services have long texts, which bleve holds against them, and indicators short
// ones; the weights even that out, since most who search look for help.
const (
	weightService = 10
	weightName    = 5
	weightWords   = 2
	weightText    = 1
)

// What scores of hits that help less count, in percent.
const (
	percentOther  = 60 // texts in another language than the page's
	percentPaused = 60 // paused or planned services
	percentClosed = 25
)

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

// Known gives words that people know and no document may have: the names of all terms,
// and the synonyms of the term "known" of the scheme "kind".
func Known(p *disclosure.Protected, s config.Settings) []search.Known {
	var list []search.Known
	x := p.Index()
	for i, language := range s.Languages {
		words := ""
		for j := range x.Terms {
			if t := &x.Terms[j]; i < len(t.Name) && t.Scheme != "danger" {
				words += t.Name[i] + " "
			}
		}
		if t := x.Term["kind"]["known"]; t != nil && i < len(t.Synonyms) {
			words += t.Synonyms[i]
		}
		list = append(list, search.Known{Language: language.Code, Words: words})
	}
	return list
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

// draft is a document in the making.
type draft struct {
	search.Document
	w *writer
}

// draft begins a document of a kind. rest is its address under the language.
func (w *writer) draft(kind, id, rest string) *draft {
	return &draft{w: w, Document: search.Document{ID: kind + "/" + id, Language: w.language, Path: w.language + "/" + rest,
		Group: order[kind], Facets: map[string][]string{"kind": {kind}}, Display: map[string]string{"kind": kind}}}
}

// title shows a text as the title.
func (d *draft) title(t programme.Text) {
	s, i := t.In(d.w.at)
	d.Title = s
	d.markLanguage("title_lang", i)
	if d.Display["title_lang"] != "" {
		d.counts(percentOther)
	}
}

// show hands a text back with hits under key, and its language under key_lang
// where that is not the document's.
func (d *draft) show(key string, t programme.Text) {
	if s, i := t.In(d.w.at); i >= 0 {
		d.Display[key] = shorten(prose.Plain(s))
		d.markLanguage(key+"_lang", i)
	}
}

func (d *draft) markLanguage(key string, i int) {
	if i >= 0 && i != d.w.at && i < len(d.w.codes) {
		d.Display[key] = d.w.codes[i]
	}
}

// counts lowers what the document's scores count.
func (d *draft) counts(percent int) { d.Percent = cmp.Or(d.Percent, 100) * percent / 100 }

// name indexes a text that people may type whole.
func (d *draft) name(t programme.Text, weight int) {
	before := len(d.Fields)
	d.text(t, weight)
	for i := range d.Fields[before:] {
		d.Fields[before+i].Name = true
	}
}

// text indexes a plain text.
func (d *draft) text(t programme.Text, weight int) {
	if s, i := t.In(d.w.at); i >= 0 && i < len(d.w.codes) {
		d.words(s, d.w.codes[i], weight)
	}
}

// prose indexes a Markdown cell.
func (d *draft) prose(t programme.Text) {
	if s, i := t.In(d.w.at); i >= 0 && i < len(d.w.codes) {
		d.words(prose.Plain(s), d.w.codes[i], weightText)
	}
}

// words indexes a text of a language, "" for the document's.
func (d *draft) words(s, language string, weight int) {
	if strings.TrimSpace(s) == "" {
		return
	}
	if language == d.Language {
		language = ""
	}
	d.Fields = append(d.Fields, search.Field{Text: s, Language: language, Weight: weight, Quoted: true})
}

// facet adds a value, once.
func (d *draft) facet(name, value string) {
	for _, v := range d.Facets[name] {
		if v == value {
			return
		}
	}
	d.Facets[name] = append(d.Facets[name], value)
}

// shownLetters is the number of letters of a text that a hit shows.
const shownLetters = 240

// shorten cuts a text at a word so that it fits under a title.
func shorten(s string) string {
	if utf8.RuneCountInString(s) <= shownLetters {
		return s
	}
	cut := string([]rune(s)[:shownLetters])
	if i := strings.LastIndexByte(cut, ' '); i > 0 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,;:–-") + "…"
}
