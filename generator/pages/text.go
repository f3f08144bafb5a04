package pages

import (
	"regexp"
	"unicode"
	"unicode/utf8"

	"elinde/generator/programme"
	"elinde/generator/prose"
)

// text is a plain text for a template. L is the language it is shown in where
// that is not the page's (a missing translation), D the direction where it is
// not the page's. The partial "text.html" prints it with both and a note. O is the
// page's own language where the words around it, the interface's, are in another.
type text struct {
	T string `json:"t"`
	L string `json:"l,omitempty"`
	D string `json:"d,omitempty"`
	O string `json:"o,omitempty"`
}

// passage is safe HTML made of a Markdown cell; the partial "prose.html" is the
// only template that marks HTML as safe.
type passage struct {
	HTML string `json:"html"`
	L    string `json:"l,omitempty"`
	D    string `json:"d,omitempty"`
	O    string `json:"o,omitempty"`
}

// link is a text that leads somewhere. Href is relative to the root of the site,
// or absolute where Out is set. N is a count shown beside it, Tip a sentence
// under it.
type link struct {
	Href string `json:"href"`
	text
	N   int    `json:"n,omitempty"`
	Tip *text  `json:"tip,omitempty"`
	Out bool   `json:"out,omitempty"`
	On  bool   `json:"on,omitempty"` // the page itself, or the section it lies in
	Key string `json:"key,omitempty"`
	// Icon is the id of a picture in the theme's static/icons.svg.
	Icon string `json:"icon,omitempty"`
}

// text gives t in the page's language or in the one it falls back to.
func (w *planner) text(t programme.Text) text {
	s, i := t.In(w.at)
	l, d := w.foreign(i)
	return text{T: s, L: l, D: d, O: w.own(l)}
}

// own gives the page's language for a text in it, where the interface speaks
// another; foreign is the text's language, if that is not the page's.
func (w *planner) own(foreign string) string {
	if foreign != "" || w.borrowed() == "" {
		return ""
	}
	return w.language.Code
}

// borrowed gives the language of the interface texts where it is not the page's.
func (w *planner) borrowed() string {
	if w.language.Interface == w.language.Code {
		return ""
	}
	return w.language.Interface
}

// optional is text, and nil where no language has one, so that templates can
// say {{ with }}.
func (w *planner) optional(t programme.Text) *text {
	if t.Empty() {
		return nil
	}
	x := w.text(t)
	return &x
}

// spans are numbers with a dash between them.
var (
	spans    = regexp.MustCompile(`(\d)–(\d)`)
	ordinals = regexp.MustCompile(`(\d)-(nj[iy])`)
)

// tied keeps spans such as "09:00–18:00" and "2024–2028" on one line, and Turkmen
// ordinals: browsers may break after the dash.
func tied(t text) text {
	t.T = spans.ReplaceAllString(t.T, "$1\u2060–\u2060$2")
	t.T = ordinals.ReplaceAllString(t.T, "$1-\u2060$2")
	return t
}

// capital gives t as it begins a line: names of places such as "город Ашхабад"
// are written small inside a sentence.
func capital(t text) text {
	if first, size := utf8.DecodeRuneInString(t.T); unicode.IsLower(first) {
		t.T = string(unicode.ToUpper(first)) + t.T[size:]
	}
	return t
}

// passage renders a Markdown cell; nil where no language has a text.
func (w *planner) passage(t programme.Text) *passage {
	s, i := t.In(w.at)
	if i < 0 {
		return nil
	}
	l, d := w.foreign(i)
	html, known := w.rendered.Load(s)
	if !known {
		html = prose.HTML(s)
		w.rendered.Store(s, html)
	}
	return &passage{HTML: html.(string), L: l, D: d, O: w.own(l)}
}

// foreign names language i and its direction where they differ from the page's.
func (w *planner) foreign(i int) (language, direction string) {
	if i < 0 || i == w.at || i >= len(w.settings.Languages) {
		return "", ""
	}
	other := w.settings.Languages[i]
	if other.Direction != w.language.Direction {
		direction = other.Direction
	}
	return other.Code, direction
}
