package pages

import "elinde/generator/series"

// symbolSet collects the symbols that a page shows.
type symbolSet map[series.Symbol]bool

func (s symbolSet) add(list []series.Symbol) {
	for _, x := range list {
		s[x] = true
	}
}

// symbolNote explains a symbol on a page that shows it.
type symbolNote struct {
	S    series.Symbol `json:"s"`
	Name string        `json:"name"`
	T    string        `json:"t"`
	More string        `json:"more,omitempty"` // address of the page that explains it at length
}

// symbolNotes explains the symbols that were shown, in the order in which they
// stack.
func (w *planner) symbolNotes(shown symbolSet) []symbolNote {
	var notes []symbolNote
	for _, s := range series.Symbols {
		if shown[s] {
			note := symbolNote{S: s, Name: w.symbolName(s), T: w.say("symbol_" + string(s) + "_text")}
			if s == series.Withheld {
				note.More = w.href(roomWithheld)
			}
			notes = append(notes, note)
		}
	}
	return notes
}

func (w *words) symbolName(s series.Symbol) string { return w.say("symbol_" + string(s)) }
