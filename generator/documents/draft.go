package documents

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"elinde/generator/programme"
	"elinde/generator/prose"
	"elinde/search"
)

// Weights of texts: what something is called counts more than what is said of it.
// Services have long texts, which bleve holds against them, and indicators short
// ones; the weights even that out, since most who search look for help.
const (
	weightService = 10
	weightName    = 5
	weightWords   = 2
	weightText    = 1
)

// What scores of hits that help less count, in percent.
const (
	percentOther  = 60 // texts in another language than the page's
	percentPaused = 60 // paused or planned services
	percentClosed = 25
)

// draft is a document in the making.
type draft struct {
	search.Document
	w *writer
}

// draft begins a document of a kind. rest is its address under the language.
func (w *writer) draft(kind, id, rest string) *draft {
	return &draft{w: w, Document: search.Document{ID: kind + "/" + id, Language: w.language, Path: w.language + "/" + rest,
		Group: order[kind], Facets: map[string][]string{"kind": {kind}}, Display: map[string]string{"kind": kind}}}
}

// title shows a text as the title.
func (d *draft) title(t programme.Text) {
	s, i := t.In(d.w.at)
	d.Title = s
	d.markLanguage("title_lang", i)
	if d.Display["title_lang"] != "" {
		d.counts(percentOther)
	}
}

// show hands a text back with hits under key, and its language under key_lang
// where that is not the document's.
func (d *draft) show(key string, t programme.Text) {
	if s, i := t.In(d.w.at); i >= 0 {
		d.Display[key] = shorten(prose.Plain(s))
		d.markLanguage(key+"_lang", i)
	}
}

func (d *draft) markLanguage(key string, i int) {
	if i >= 0 && i != d.w.at && i < len(d.w.codes) {
		d.Display[key] = d.w.codes[i]
	}
}

// counts lowers what the document's scores count.
func (d *draft) counts(percent int) { d.Percent = cmp.Or(d.Percent, 100) * percent / 100 }

// name indexes a text that people may type whole.
func (d *draft) name(t programme.Text, weight int) {
	before := len(d.Fields)
	d.text(t, weight)
	for i := range d.Fields[before:] {
		d.Fields[before+i].Name = true
	}
}

// text indexes a plain text.
func (d *draft) text(t programme.Text, weight int) {
	if s, i := t.In(d.w.at); i >= 0 && i < len(d.w.codes) {
		d.words(s, d.w.codes[i], weight)
	}
}

// prose indexes a Markdown cell.
func (d *draft) prose(t programme.Text) {
	if s, i := t.In(d.w.at); i >= 0 && i < len(d.w.codes) {
		d.words(prose.Plain(s), d.w.codes[i], weightText)
	}
}

// words indexes a text of a language, "" for the document's.
func (d *draft) words(s, language string, weight int) {
	if strings.TrimSpace(s) == "" {
		return
	}
	if language == d.Language {
		language = ""
	}
	d.Fields = append(d.Fields, search.Field{Text: s, Language: language, Weight: weight, Quoted: true})
}

// facet adds a value, once.
func (d *draft) facet(name, value string) {
	for _, v := range d.Facets[name] {
		if v == value {
			return
		}
	}
	d.Facets[name] = append(d.Facets[name], value)
}

// shownLetters is the number of letters of a text that a hit shows.
const shownLetters = 240

// shorten cuts a text at a word so that it fits under a title.
func shorten(s string) string {
	if utf8.RuneCountInString(s) <= shownLetters {
		return s
	}
	cut := string([]rune(s)[:shownLetters])
	if i := strings.LastIndexByte(cut, ' '); i > 0 {
		cut = cut[:i]
	}
	return strings.TrimRight(cut, " ,;:–-") + "…"
}
