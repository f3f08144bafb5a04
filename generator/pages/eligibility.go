package pages

import (
	"iter"

	"elinde/generator/eligibility"
	"elinde/generator/programme"
	"elinde/site"
)

// checker is the page that asks and says which services may be for somebody. The
// script asks; without one the page leads to the sheets of the services.
type checker struct {
	frame
	Rules string            `json:"rules"` // addresses of the files that the script reads
	Where string            `json:"where"`
	Day   programme.Date    `json:"day"`  // of the build, as yyyymmdd
	Zone  int               `json:"zone"` // of the country, minutes east of UTC
	Words map[string]string `json:"words"`
	Kinds []link            `json:"kinds"`           // what it asks about
	Other []link            `json:"other,omitempty"` // kinds of services in use that have no rules
}

// checkerWords are the messages that the script shows, without "eligibility_".
// Placeholders reach it as {n}.
var checkerWords = []string{"question_n", "unknown", "unsaid", "none_of", "yes", "no", "or", "continue", "back", "so_far", "again", "print", "change_answer",
	"problem", "error", "error_number", "error_date", "error_year", "error_month", "error_figures", "error_date_range", "day", "month", "year", "date_hint",
	"result", "said_likely", "said_cannot_tell", "said_not", "likely", "likely_text", "cannot_tell", "cannot_tell_text", "not", "not_text",
	"for", "against", "open", "review", "grounds", "anyway", "paper", "would_change", "law", "example", "why", "bring", "bring_without", "new_tab", "where", "all_places", "nowhere_near",
	"doubt", "doubt_text", "doubt_change", "doubt_both", "call_first", "call_first_text", "family_yes", "family_no", "family_unknown", "family_ask", "bring_nothing", "your_answers", "answered_on", "not_printed", "choose_place", "place_any", "failed",
	"implied", "ask_first", "ask_first_text", "more_places", "nowhere", "unless", "look_if", "would_suit", "more_ask", "example_note", "language_loses"}

// checkerPlaceholders are those of the messages that the script fills.
var checkerPlaceholders = []string{"n", "{n}", "most", "{most}", "min", "{min}", "max", "{max}", "date", "{date}", "year", "{year}"}

// checkerPages plans the page where there are rules.
func (w *planner) checkerPages() iter.Seq[site.Page] {
	return func(yield func(site.Page) bool) {
		if len(w.rules.Sets) == 0 {
			return
		}
		v := checker{Rules: w.href(rulesFile), Where: w.href(whereFile), Day: w.today, Words: map[string]string{}}
		// A question may be dangerous to be seen with: the way out is always there.
		v.frame = frame{Heading: text{T: w.say("eligibility_title")}, Description: w.say("eligibility_lead"), Crumbs: w.crumbs(), Exit: true}
		_, offset := w.settings.AsOf.In(w.settings.Zone()).Zone()
		v.Zone = offset / 60
		for _, key := range checkerWords {
			v.Words[key] = w.say("eligibility_"+key, checkerPlaceholders...)
		}
		v.Words["city"] = w.say("choose_city")
		for _, set := range w.rules.Sets {
			v.Kinds = append(v.Kinds, w.kindOf(set))
		}
		v.Other = w.unruled()
		yield(w.page("eligibility", roomEligibility, w.say("neutral_title"), v))
	}
}

// kindOf links what a set of rules is of: the list of a type's services, or one
// service.
func (w *planner) kindOf(set *eligibility.Set) link {
	if s := w.Service[set.ServiceID]; s != nil {
		return link{Href: w.href(servicePath(s.ID)), text: w.text(s.Name)}
	}
	if l := w.termLink("service_type", set.ServiceType); l != nil {
		return *l
	}
	return link{Href: w.href(roomServices), text: text{T: w.say("nav_services")}}
}

// unruled links the types of services in use that the questions say nothing of,
// in the order of the table.
func (w *planner) unruled() []link {
	without := map[programme.TermID]bool{}
	for _, e := range w.listed.services {
		if open(e.service) && w.rules.SetOf(e.service) == nil {
			without[e.service.ServiceType] = true
		}
	}
	var links []link
	for _, t := range w.scheme("service_type") {
		if l := w.termLink("service_type", t.ID); l != nil && without[t.ID] {
			links = append(links, *l)
		}
	}
	return links
}
