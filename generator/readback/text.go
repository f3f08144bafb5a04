package readback

import "slices"

// block is a run of text that readers see as one: a paragraph, a cell, a title.
type block struct {
	place    string
	language *Language
	about    []string        // indicators that it tells of
	shown    map[string]bool // figures that are drawn beside it
	ends     []float64       // of scales of the page
	text     string
}

// hole stands in a text for a marked number, which is judged by itself.
const hole = "\ufffc"

// sizes are words that tell how large a file is.
var sizes = []string{"b", "kb", "mb", "kib", "mib", "б", "кб", "мб", "bytes", "baýt", "байт", "байта"}

// judge holds every number of a block against what may be said without a mark.
func (r *reading) judge(b block) {
	list := numbers(b.text, b.language)
	if len(list) == 0 || r.written.isWhole(b.text) {
		return
	}
	for _, n := range list {
		if !r.mayStand(n, b) {
			id := ""
			if len(b.about) > 0 {
				id = b.about[0]
			}
			r.fault(Foreign, b.place, id)
		}
	}
}

func (r *reading) mayStand(n number, b block) bool {
	if n.glued || n.isYear() || r.isDay(n, b.language) || slices.Contains(sizes, n.next) {
		return true
	}
	if v, ok := parse(n.text); ok && slices.ContainsFunc(b.ends, func(end float64) bool { return same(v, end) }) {
		return true
	}
	return b.shown[plain(n.text)] || r.isTold(n, b.about) || r.written.knows(n)
}

// isTold says whether one of the indicators tells the number anyway.
func (r *reading) isTold(n number, about []string) bool {
	for _, id := range about {
		if known := r.indicators[id]; known != nil && known.told[plain(n.text)] {
			return true
		}
	}
	return false
}

// isDay says whether the number is the day of a month that stands beside it.
func (r *reading) isDay(n number, l *Language) bool {
	return l != nil && len(n.text) <= 2 && (slices.Contains(l.Months, n.next) || slices.Contains(l.Months, n.before))
}
