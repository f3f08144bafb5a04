package pages

import (
	"iter"

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
				Section: "helplines", Crumbs: w.crumbs()},
			Intro: text{T: w.say("helplines_intro")}, Lines: w.helplines()}))
	}
}
