package pages

import (
	"iter"

	"elinde/site"
)

const roomSaved = "saved/"

// savedPages plans the page of what a reader keeps on the device; its script fills
// it. It is nothing to be found by a search engine.
func (w *planner) savedPages() iter.Seq[site.Page] {
	return func(yield func(site.Page) bool) {
		if len(w.listed.open) == 0 {
			return
		}
		p := w.page("saved", roomSaved, w.say("saved_title"), list{frame: frame{Heading: text{T: w.say("saved_title")}, Section: "saved", Crumbs: w.crumbs()}})
		p.NoIndex = true
		yield(p)
	}
}
