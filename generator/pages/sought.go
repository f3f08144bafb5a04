package pages

import (
	"strings"

	"elinde/generator/programme"
)

// Sought is a planned page that is no record of the directory, yet sought by words
// of its own: the report of an error, the figures of a place.
type Sought struct {
	ID       string // within a language
	Language string
	Path     string // relative to the root of the site
	Title    string
	Summary  string
	Words    []string         // what people type for it, each a name
	Place    *programme.Place // whose figures it shows; nil: it helps
}

func (w *planner) sought() []Sought {
	var list []Sought
	add := func(id, path, title string, place *programme.Place, words ...string) {
		list = append(list, Sought{ID: id, Language: w.language.Code, Path: w.href(path), Title: title, Place: place, Words: words})
	}
	if len(w.Services)+len(w.Providers) > 0 {
		add("report", roomReport, w.say("report_title"), nil, strings.Split(w.say("report_sought"), ";")...)
		list[0].Summary = w.say("report_lead")
	}
	for _, p := range w.placesWithFigures() {
		name := capital(w.text(p.Name)).T
		var words []string
		for _, other := range append([]string{name}, p.AlternativeNames...) {
			words = append(words, w.say("place_figures_title", "place", other))
		}
		add("figures/"+string(p.ID), placeFiguresPath(p.ID), w.say("place_figures_title", "place", name), p, words...)
	}
	return list
}
