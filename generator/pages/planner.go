package pages

import (
	"cmp"
	"io/fs"
	"sync"

	"elinde/generator/config"
	"elinde/generator/disclosure"
	"elinde/generator/downloads"
	"elinde/generator/eligibility"
	"elinde/generator/ledger"
	"elinde/generator/programme"
	"elinde/site"
)

// planner makes the pages of one language. Sequences of pages run in parallel:
// all in it but caches is made before the first page and only read afterwards.
type planner struct {
	*programme.Index
	*words
	settings    config.Settings
	today       programme.Date
	inputs      []byte // see Options
	rest        []byte
	ledger      *ledger.Ledger
	indexed     bool // the site has a search index
	at          int  // of the language in settings.Languages
	language    config.Language
	order       *order
	graph       *graph // which service stands in which list; the same for all languages
	listed      *listed
	theme       fs.FS
	carried     []*carried  // of each region, in their order
	keptWritten []string    // of the pages that people wrote, those that each device keeps
	kept        sync.Map    // addresses of pages that a device may keep
	rendered    sync.Map    // Markdown → HTML: services of one type share many passages
	stats       *statistics // figures; the same for all languages
	rules       *eligibility.Book
	tooLarge    func(*programme.Place) // see Options
	downloads   *downloads.Downloads   // nil: not made

	modified map[string]programme.Date // see modifiedDays

	splitsOnce sync.Once
	splitRows  map[splitRow][]link // see figuresOf

	coarse    sync.Once // the map of figures is the same for all indicators
	coarseMap *regionMap
}

// newPlanner prepares the pages of language i.
func newPlanner(p *disclosure.Protected, s config.Settings, theme fs.FS, g *graph, stats *statistics, inputs []byte, i int) (*planner, error) {
	w := &planner{Index: p.Index(), settings: s, today: p.Today(), at: i, language: s.Languages[i], graph: g, stats: stats, theme: theme, inputs: inputs}
	var err error
	if w.words, err = readWords(theme, cmp.Or(w.language.Interface, w.language.Code)); err != nil {
		return nil, err
	}
	w.order = newOrder(w.language)
	w.rules, _ = eligibility.New(w.Tables) // its faults were reported by the checks
	w.listed = newListed(w)
	w.modified = w.modifiedDays()
	return w, nil
}

// frame is what every page's params begin with.
type frame struct {
	Heading     text   `json:"heading"`               // the one h1
	Description string `json:"description,omitempty"` // of the document, plain text
	Crumbs      []link `json:"crumbs,omitempty"`      // the way from home, without the page itself
	Section     string `json:"section,omitempty"`     // key of the navigation entry that is current
	Exit        bool   `json:"exit,omitempty"`        // the way out is shown, nothing is shared
	Timed       bool   `json:"timed,omitempty"`       // what it tells depends on the hour: hours.js is needed
	// Switch is the address under the language folder that the language switch
	// leads to where a page has no counterpart.
	Switch string `json:"switch,omitempty"`
	// Structured is a JSON-LD document with "<" and ">" escaped.
	Structured string `json:"structured,omitempty"`
	// Calls are the helplines that the page begins with.
	Calls []helpline `json:"calls,omitempty"`
}

// page makes the page at rest under the language's folder.
func (w *planner) page(layout, rest, title string, params any) site.Page {
	return site.Page{Path: w.href(rest), Layout: layout, Language: w.language.Code, Title: title,
		Alternates: w.alternates(rest), Params: params, Keep: w.keepable(params), Modified: w.modified[rest].String()}
}

// crumbs begins a way from the home page.
func (w *planner) crumbs(further ...link) []link {
	return append([]link{{Href: w.href(""), text: text{T: w.say("home")}}}, further...)
}

// room gives a link to a section, named by the message of its key.
func (w *planner) room(key, room string) link {
	return link{Href: w.href(room), text: text{T: w.say(key)}}
}
