package pages

import (
	"iter"
	"slices"

	"elinde/generator/programme"
	"elinde/site"
)

// helplinePage is what the layout "helplines" reads.
type helplinePage struct {
	frame
	Intro text       `json:"intro"`
	Lines []helpline `json:"lines"`
}

// helplinePages plans the list of helplines.
func (w *planner) helplinePages() iter.Seq[site.Page] {
	return func(yield func(site.Page) bool) {
		if len(w.Helplines) == 0 {
			return
		}
		yield(w.page("helplines", roomHelplines, w.say("nav_helplines"), helplinePage{
			frame: frame{Heading: text{T: w.say("nav_helplines")}, Description: w.say("helplines_intro"),
				Section: "helplines", Exit: true, Timed: true, Crumbs: w.crumbs()},
			Intro: text{T: w.say("helplines_intro")}, Lines: w.helplines()}))
	}
}

// callsFor gives the helplines that the page of a term begins with: those of a
// target group, with those for everybody where they are for people in danger, since
// each has its hours; and those of the people whom a sensitive term endangers.
func (w *planner) callsFor(t *programme.Term) []helpline {
	if t.Sensitive == programme.Yes {
		return w.sensitiveCalls(w.listed.byTerm[t])
	}
	var out []helpline
	if t.Scheme == "target_group" {
		lines := w.sortedHelplines()
		own := func(h *programme.Helpline) bool { return slices.Contains(h.TargetGroups, string(t.ID)) }
		danger := slices.ContainsFunc(lines, func(h *programme.Helpline) bool { return own(h) && len(h.FirstFor) > 0 })
		for _, h := range lines {
			if own(h) || danger && len(h.FirstFor) > 0 && len(h.TargetGroups) == 0 {
				out = append(out, w.helpline(h))
			}
		}
	}
	return out
}

// sensitiveCalls chooses the helpline that a page about these services begins
// with: the one for whose people most of them are, or else the first; then those
// that come first for somebody in danger, whoever that is.
func (w *planner) sensitiveCalls(entries []*entry) []helpline {
	var best *programme.Helpline
	most := -1
	for _, h := range w.sortedHelplines() {
		n := 0
		for _, e := range entries {
			if slices.ContainsFunc(h.TargetGroups, func(id string) bool { return slices.Contains(e.service.TargetGroups, id) }) {
				n++
			}
		}
		if n > most {
			best, most = h, n
		}
	}
	if best == nil {
		return nil
	}
	out := []helpline{w.helpline(best)}
	for _, h := range w.sortedHelplines() {
		if h != best && len(h.FirstFor) > 0 {
			out = append(out, w.helpline(h))
		}
	}
	return out
}
