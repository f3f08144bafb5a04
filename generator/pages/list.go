package pages

import (
	"cmp"
	"iter"
	"strconv"

	"elinde/site"
)

// list is what the layout "directory" reads: links to narrower lists, then services,
// in slices of settings.PageSize so that no page grows beyond its weight.
type list struct {
	frame
	Intro  *text         `json:"intro,omitempty"`
	Icon   string        `json:"icon,omitempty"`   // picture beside the heading
	Region *text         `json:"region,omitempty"` // the heading says where, too
	Choose []chosenPlace `json:"choose,omitempty"` // where people live, before anything is listed
	Others bool          `json:"others,omitempty"` // a word to those who ask for somebody else
	Map    *regionMap    `json:"map,omitempty"`    // of the regions, above their list
	Also   string        `json:"also,omitempty"`   // other names
	Gone   *gone         `json:"gone,omitempty"`   // a place that is no longer in force
	// Counted says which units the list of places has, see counted.
	Counted string   `json:"counted,omitempty"`
	City    bool     `json:"city,omitempty"`   // whom to call about a city that is no unit of the list
	Absent  []link   `json:"absent,omitempty"` // regions in which nothing of the list is offered
	Links   []branch `json:"links,omitempty"`  // on the first slice only
	Total   string   `json:"total,omitempty"`  // how many services, in words
	Parts   []part   `json:"parts,omitempty"`
	Lacks   *link    `json:"lacks,omitempty"`   // how much help a place lacks, at the end
	Figures []link   `json:"figures,omitempty"` // statistics of the same people, at the end of the first slice
	Pager   *pager   `json:"pager,omitempty"`

	Count int `json:"-"` // services in all, where some stand in several parts
	// first makes the params of the first slice, and names their layout, where it is
	// more than a list.
	first func(list) (layout string, params any)
}

// branch is a group of links to narrower or neighbouring lists.
type branch struct {
	Heading string `json:"heading,omitempty"`
	Plain   bool   `json:"plain,omitempty"` // short names: shown in a row of tags
	Links   []link `json:"links"`
}

// part is a run of services under a heading of its own, which may be empty. Also
// leads on from its end. One of many places is folded, with the number of its services
// beside its heading; a link to its ID opens it.
type part struct {
	ID      string   `json:"id,omitempty"`
	Heading string   `json:"heading,omitempty"`
	Entries []*entry `json:"entries"`
	Also    *link    `json:"also,omitempty"`
	Fold    bool     `json:"fold,omitempty"`
}

// pager leads through the slices of a list.
type pager struct {
	N     int    `json:"n"`
	Of    int    `json:"of"`
	Prev  string `json:"prev,omitempty"`
	Next  string `json:"next,omitempty"`
	Pages []link `json:"pages"` // first, last and those around; T is the number
}

// sliced yields the pages of a list at rest. head is the first slice without
// services; later slices keep its heading only.
func (w *planner) sliced(rest, title string, head list, parts []part, yield func(site.Page) bool) bool {
	rows := 0
	for _, p := range parts {
		rows += len(p.Entries)
	}
	head.Total = w.count("services_count", cmp.Or(head.Count, rows))
	if head.Count > 0 && head.Count < rows {
		head.Total += " " + w.say("services_repeated")
	}
	slices := w.slice(parts)
	for i, here := range slices {
		n := i + 1
		v, t := head, title
		if head.Exit {
			v.Parts = eachEntry(here, w.discreet)
		} else {
			v.Parts = eachEntry(here, w.neutral)
		}
		if n > 1 {
			v.Links, v.Absent, v.Lacks, v.Figures, v.Intro, v.Calls, v.Structured, v.City = nil, nil, nil, nil, nil, nil, "", false
			t = w.say("page_title", "title", title, "n", strconv.Itoa(n))
		}
		v.Pager = w.pager(rest, n, len(slices))
		page := w.page("directory", slicePath(rest, n), t, nil)
		if n == 1 && v.first != nil {
			page.Layout, page.Params = v.first(v)
			page.Keep = w.keepable(page.Params)
		} else {
			page.Key, page.Keep = w.listKey(v), w.harmlessList(v)
			page = w.late(page, func() any { return v })
		}
		if !yield(page) {
			return false
		}
	}
	return true
}

// slice cuts parts into runs of at most settings.PageSize services; at least one.
func (w *planner) slice(parts []part) [][]part {
	size := w.settings.PageSize
	if size < 1 {
		size = 20
	}
	out := [][]part{nil}
	room := size
	for _, p := range parts {
		for rest := p.Entries; len(rest) > 0; {
			if room == 0 {
				out, room = append(out, nil), size
			}
			n := min(room, len(rest))
			last := len(out) - 1
			piece := part{ID: p.ID, Heading: p.Heading, Entries: rest[:n], Fold: p.Fold}
			if rest, room = rest[n:], room-n; len(rest) == 0 {
				piece.Also = p.Also
			}
			out[last] = append(out[last], piece)
		}
	}
	return out
}

// pager makes the pager of slice n; nil where there is one slice only.
func (w *planner) pager(rest string, n, of int) *pager {
	if of < 2 {
		return nil
	}
	p := &pager{N: n, Of: of}
	at := func(i int) string { return w.href(slicePath(rest, i)) }
	if n > 1 {
		p.Prev = at(n - 1)
	}
	if n < of {
		p.Next = at(n + 1)
	}
	for i := 1; i <= of; i++ {
		if i == 1 || i == of || i >= n-1 && i <= n+1 {
			p.Pages = append(p.Pages, link{Href: at(i), text: text{T: strconv.Itoa(i)}, On: i == n})
		}
	}
	return p
}

// ways links the lists that lead to services; an export may lack some.
func (w *planner) ways() []link {
	var out []link
	for _, way := range []struct {
		key, room string
		any       bool
	}{
		{"way_find", roomFind, w.finds()},
		{"way_need", roomNeeds, len(w.Term["need"]) > 0},
		{"way_group", roomGroups, len(w.Term["target_group"]) > 0},
		{"way_type", roomTypes, len(w.Term["service_type"]) > 0},
		{"way_mode", roomModes, len(w.Term["delivery_mode"]) > 0},
		{"way_place", roomPlaces, len(w.Places) > 0},
		{"way_provider", roomProviders, len(w.Providers) > 0},
		{"way_letter", roomLetters, len(w.listed.open) > 0},
	} {
		if way.any {
			out = append(out, w.room(way.key, way.room))
		}
	}
	return out
}

// serviceLists plans the list of all services.
func (w *planner) serviceLists() iter.Seq[site.Page] {
	return func(yield func(site.Page) bool) {
		head := list{frame: frame{Heading: text{T: w.say("nav_services")}, Section: "services", Crumbs: w.crumbs(),
			Description: w.say("services_intro")}, Intro: &text{T: w.say("services_intro")}}
		head.Links = []branch{{Plain: true, Links: w.ways()}}
		w.sliced(roomServices, w.say("nav_services"), head, []part{{Entries: w.listed.open}}, yield)
	}
}
