package pages

import (
	"fmt"
	"iter"

	"elinde/generator/programme"
	"elinde/site"
)

// letterPages plans the services from A to Z: the letters, and a list per letter
// that has any. Languages have different letters, so that a letter's page has no
// counterpart; its switch leads to the letters of the other language.
func (w *planner) letterPages() iter.Seq[site.Page] {
	return func(yield func(site.Page) bool) {
		if len(w.listed.open) == 0 {
			return
		}
		type shelf struct {
			letter  string
			number  int
			entries []*entry
		}
		var shelves []*shelf
		byNumber := map[int]*shelf{}
		for _, e := range w.listed.open {
			letter, n := w.order.letter(e.Name.T)
			if n == 0 {
				letter = w.say("letter_other")
			}
			s := byNumber[n]
			if s == nil {
				s = &shelf{letter: letter, number: n}
				byNumber[n] = s
				shelves = append(shelves, s)
			}
			s.entries = append(s.entries, e)
		}
		up := w.room("way_letter", roomLetters)
		crumbs := w.crumbs(w.room("nav_services", roomServices))
		at := func(n int) string { return roomLetters + fmt.Sprintf("%02d/", n) }
		letters := func(on int) []branch {
			b := branch{Plain: true, Heading: w.say("letters")}
			for _, s := range shelves {
				b.Links = append(b.Links, link{Href: w.href(at(s.number)), text: text{T: s.letter}, N: len(s.entries), On: s.number == on})
			}
			return []branch{b}
		}
		head := list{frame: frame{Heading: up.text, Section: "services", Crumbs: crumbs}, Links: letters(-1)}
		if !yield(w.page("directory", roomLetters, up.T, head)) {
			return
		}
		for _, s := range shelves {
			title := w.say("letter_title", "letter", s.letter)
			if s.number == 0 {
				title = w.say("letter_title_other")
			}
			head := list{frame: frame{Heading: text{T: title}, Section: "services", Switch: roomLetters,
				Crumbs: append(crumbs[:2:2], up)}, Links: letters(s.number)}
			more := w.sliced(at(s.number), title, head, w.byType(s.entries), func(p site.Page) bool {
				p.Alternates = []site.Alternate{{Language: w.language.Code, Path: p.Path}}
				return yield(p)
			})
			if !more {
				return
			}
		}
	}
}

// manyAlike is the number of services under a letter from which they stand under
// their types: the names of one type differ by the place alone.
const manyAlike = 20

// byType puts a long list under the headings of the services' types, in the order
// in which they come.
func (w *planner) byType(entries []*entry) []part {
	if len(entries) < manyAlike {
		return []part{{Entries: entries}}
	}
	var out []part
	at := map[programme.TermID]int{}
	for _, e := range entries {
		kind := e.service.ServiceType
		if t := w.broadest(e.service); e.service.Sensitive == programme.Yes && t != nil {
			kind = t.ID // see neutral
		}
		i, known := at[kind]
		if !known {
			i = len(out)
			at[kind] = i
			p := part{}
			if t := w.Term["service_type"][kind]; t != nil {
				p.Heading = w.text(t.Name).T
			}
			out = append(out, p)
		}
		out[i].Entries = append(out[i].Entries, e)
	}
	return out
}
