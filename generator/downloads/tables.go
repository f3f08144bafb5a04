package downloads

import (
	"iter"

	"elinde/site"
)

// Tables gives the plain tables alone, one file after the other: the directory and
// the current figures of each indicator as CSV, with the bytes that Files gives
// them. It is for comparing them with those that are published.
func (d *Downloads) Tables() iter.Seq[site.File] {
	return func(yield func(site.File) bool) {
		h := &d.shelf
		for _, f := range h.directory() {
			if !yield(site.File{Path: Folder + f.name, Data: f.make()}) {
				return
			}
		}
		current := h.current()
		for _, n := range h.listed() {
			if !yield(site.File{Path: IndicatorCSV(n.ID), Data: h.observations(current.of(n.ID))}) {
				return
			}
		}
	}
}
