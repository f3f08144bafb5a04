package pages

import (
	"iter"
	"slices"

	"elinde/generator/programme"
	"elinde/site"
)

// provider is what the layout "provider" reads.
type provider struct {
	list
	ID        string   `json:"id"`
	Kind      string   `json:"kind"`
	Body      *passage `json:"body,omitempty"`
	Parent    *link    `json:"parent,omitempty"`
	Branches  []link   `json:"branches,omitempty"` // providers that are a part of it
	Website   string   `json:"website,omitempty"`
	Email     string   `json:"email,omitempty"`
	Phone     string   `json:"phone,omitempty"`
	Tel       string   `json:"tel,omitempty"`
	Legal     string   `json:"legal,omitempty"`
	Checked   *day     `json:"checked,omitempty"`
	Stale     bool     `json:"stale,omitempty"`
	Locations []where  `json:"locations,omitempty"`
	Origin    *link    `json:"origin,omitempty"`
	Example   bool     `json:"example,omitempty"` // made up for the demonstration
	Report    string   `json:"report,omitempty"`
}

// providerKinds is the order in which the list of providers groups them.
var providerKinds = []string{"state", "civil-society", "private", "international"}

// providerPages plans the list of providers and a page per provider.
func (w *planner) providerPages() iter.Seq[site.Page] {
	return func(yield func(site.Page) bool) {
		if len(w.Providers) == 0 {
			return
		}
		if !w.providerLists(yield) {
			return
		}
		for _, p := range w.listed.providers {
			if !w.providerPage(p, yield) {
				return
			}
		}
	}
}

// providersEach is how many times a list of names may be longer than one of
// services: a name alone weighs little.
const providersEach = 3

// providerLists plans the list of providers, grouped by kind, in slices.
func (w *planner) providerLists(yield func(site.Page) bool) bool {
	type named struct {
		kind string
		link link
	}
	var all []named
	for _, kind := range providerKinds {
		for _, p := range w.listed.providers {
			if p.Kind == kind {
				l := w.providerLink(p)
				l.N = len(w.listed.byOwner[p.ID])
				all = append(all, named{kind, l})
			}
		}
	}
	size := max(w.settings.PageSize, 1) * providersEach
	of := max((len(all)+size-1)/size, 1)
	for n := 1; n <= of; n++ {
		v := list{frame: frame{Heading: text{T: w.say("nav_providers")}, Section: "providers", Crumbs: w.crumbs(),
			Description: w.say("providers_intro")}, Intro: &text{T: w.say("providers_intro")}, Pager: w.pager(roomProviders, n, of)}
		for _, p := range all[(n-1)*size : min(n*size, len(all))] {
			heading := w.say("kind_" + p.kind)
			if last := len(v.Links) - 1; last < 0 || v.Links[last].Heading != heading {
				v.Links = append(v.Links, branch{Heading: heading})
			}
			last := &v.Links[len(v.Links)-1]
			last.Links = append(last.Links, p.link)
		}
		if !yield(w.page("directory", slicePath(roomProviders, n), w.say("nav_providers"), v)) {
			return false
		}
	}
	return true
}

func (w *planner) providerLink(p *programme.Provider) link {
	return link{Href: w.href(providerPath(p.ID)), text: w.text(p.Name)}
}

// providerPage plans the page of a provider; its services go on in slices that
// are plain lists.
func (w *planner) providerPage(p *programme.Provider, yield func(site.Page) bool) bool {
	name := w.text(p.Name)
	entries := w.listed.byOwner[p.ID]
	head := list{frame: frame{Heading: name, Section: "providers", Crumbs: w.crumbs(w.room("nav_providers", roomProviders))}}
	title := name.T
	sensitive := w.isSensitiveProvider(entries)
	if sensitive {
		title, head.Exit = w.say("neutral_title"), true
	} else {
		head.Description = name.T + ": " + w.count("services_count", len(entries))
	}
	head.first = func(l list) (string, any) {
		v := provider{list: l, ID: string(p.ID), Kind: p.Kind, Body: w.passage(p.Description), Website: p.Website,
			Email: p.Email, Phone: p.Phone, Tel: tel(p.Phone), Legal: p.LegalStatus, Checked: w.day(p.LastVerified),
			Stale: w.stale(p.LastVerified), Locations: w.locationsOf(p.ID), Origin: w.origin(p.Origin), Example: p.Origin == programme.Illustration,
			Report: w.report("providers/" + string(p.ID))}
		v.Timed = slices.ContainsFunc(v.Locations, func(l where) bool { return len(l.Closures) > 0 })
		if sensitive {
			v.Calls = w.sensitiveCalls(entries)
		} else {
			v.Structured = w.structuredProvider(p)
		}
		if parent := w.Provider[p.ParentID]; parent != nil {
			l := w.providerLink(parent)
			v.Parent = &l
		}
		for _, c := range w.listed.parts[p.ID] {
			v.Branches = append(v.Branches, w.providerLink(c))
		}
		return "provider", v
	}
	return w.sliced(providerPath(p.ID), title, head, []part{{Entries: entries}}, yield)
}

// isSensitiveProvider reports whether all that a provider gives is sensitive: its
// page then says as much as theirs.
func (w *planner) isSensitiveProvider(entries []*entry) bool {
	return len(entries) > 0 && !slices.ContainsFunc(entries, func(e *entry) bool { return e.service.Sensitive != programme.Yes })
}
