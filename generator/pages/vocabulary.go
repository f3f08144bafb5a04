package pages

import (
	"iter"

	"elinde/generator/programme"
	"elinde/site"
)

// vocabularies are the schemes that have a page per term, with the message that
// names the whole list and the one that explains it.
var vocabularies = []struct{ scheme, room, name, intro, section string }{
	{"need", roomNeeds, "needs_title", "needs_intro", "needs"},
	{"target_group", roomGroups, "groups_title", "groups_intro", "needs"},
	{"service_type", roomTypes, "types_title", "types_intro", "services"},
	{"delivery_mode", roomModes, "modes_title", "modes_intro", "services"},
}

// termPages plans, for each vocabulary, the list of its terms and a list of
// services per term.
func (w *planner) termPages() iter.Seq[site.Page] {
	return func(yield func(site.Page) bool) {
		for _, v := range vocabularies {
			terms := w.scheme(v.scheme)
			if len(terms) == 0 {
				continue
			}
			head := list{frame: frame{Heading: text{T: w.say(v.name)}, Description: w.say(v.intro), Section: v.section,
				Crumbs: w.crumbs()}, Intro: &text{T: w.say(v.intro)}, Links: w.branches(terms)}
			if v.section == "services" {
				head.Crumbs = w.crumbs(w.room("nav_services", roomServices))
			}
			if !yield(w.page("directory", v.room, w.say(v.name), head)) {
				return
			}
			for _, t := range terms {
				if !w.termList(t, v.section, w.room(v.name, v.room), yield) {
					return
				}
			}
		}
	}
}

// termList plans the list of a term. One that may endanger its reader has a
// neutral title and the way out.
func (w *planner) termList(t *programme.Term, section string, up link, yield func(site.Page) bool) bool {
	name := w.text(t.Name)
	entries := w.listed.byTerm[t]
	head := list{frame: frame{Heading: name, Section: section, Crumbs: w.crumbs(up), Calls: w.callsFor(t)},
		Intro: w.optional(t.Description), Icon: t.Icon}
	if head.Intro != nil {
		head.Description = head.Intro.T
	}
	if parent := w.Term[t.Scheme][t.ParentID]; parent != nil {
		head.Crumbs = append(head.Crumbs, w.termEntry(parent))
		head.Crumbs[2].N, head.Crumbs[2].Tip, head.Crumbs[2].Icon = 0, nil, ""
	}
	var narrower []link
	for _, c := range w.scheme(t.Scheme) {
		if c.ParentID == t.ID {
			narrower = append(narrower, w.termEntry(c))
		}
	}
	if len(narrower) > 0 {
		head.Links = []branch{{Links: narrower}}
	}
	title := name.T
	if t.Sensitive == programme.Yes {
		title, head.Description, head.Exit = w.say("neutral_title"), "", true
	}
	head.Others = head.Exit && t.Scheme == "need"
	head.Figures = w.figuresOf(t)
	head.Absent = w.absent(entries)
	if w.asksForPlace(t) {
		return w.byPlace(t, title, head, yield)
	}
	parts := []part{{Entries: w.firstThings(entries)}}
	if head.Others {
		if regions := w.partsByRegion(entries); len(regions) > 1 {
			parts = regions
			head.Count = len(entries)
			for i := range parts {
				parts[i].Fold = true
			}
			head.Links = append(head.Links, branch{Plain: true, Heading: w.say("choose_place"), Links: w.anchors(termPath(t), parts)})
		}
	}
	return w.sliced(termPath(t), title, head, parts, yield)
}

// branches groups terms under their broader terms; a scheme without any is one
// group.
func (w *planner) branches(terms []*programme.Term) []branch {
	var single []link
	below := map[programme.TermID][]link{}
	for _, t := range terms {
		if w.Term[t.Scheme][t.ParentID] != nil {
			below[t.ParentID] = append(below[t.ParentID], w.termEntry(t))
		}
	}
	var out []branch
	for _, t := range terms {
		if w.Term[t.Scheme][t.ParentID] != nil {
			continue
		}
		if links := below[t.ID]; links != nil {
			out = append(out, branch{Heading: w.text(t.Name).T, Links: links})
		} else {
			single = append(single, w.termEntry(t))
		}
	}
	if len(single) > 0 {
		out = append([]branch{{Links: single}}, out...)
	}
	return out
}

// termEntry links a term with its description and how many services it lists.
func (w *planner) termEntry(t *programme.Term) link {
	return link{Href: w.href(termPath(t)), text: w.text(t.Name), N: w.listedFor(t), Tip: w.optional(t.Description), Icon: t.Icon}
}
