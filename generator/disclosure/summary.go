package disclosure

import (
	"maps"
	"slices"
	"strings"
	"unicode"

	"elinde/generator/finding"
	"elinde/generator/programme"
)

// told is a figure of a release.
type told struct {
	key   string
	area  programme.PlaceID
	value string // canonical
	shown bool
}

// ofReleases holds the words of each release against its own figures: one that is
// withheld must not stand in them, and a headline number is one that is published.
// It is made for each check and goes with it.
type ofReleases struct {
	*prose
	own       map[programme.IndicatorID][]told // of the release that is looked at
	published map[string]bool                  // all values, of any release
}

// releases gives what is wrong with the words of releases.
func (p *prose) releases(d decided, to *programme.Tables) []finding.Finding {
	own := map[programme.ReleaseID]map[programme.IndicatorID][]told{}
	look := ofReleases{prose: p, published: map[string]bool{}}
	for row := range d.rows {
		o := &d.rows[row]
		if !o.Value.Set() {
			continue
		}
		if own[o.ReleaseID] == nil {
			own[o.ReleaseID] = map[programme.IndicatorID][]told{}
		}
		t := told{slotOf(o).String(), o.RefArea, canonical(o.Value.Text), !d.blank[row]}
		own[o.ReleaseID][o.Indicator] = append(own[o.ReleaseID][o.Indicator], t)
		if t.shown {
			look.published[t.value] = true
		}
	}
	for i := range to.Facts {
		look.published[canonical(to.Facts[i].Value.Text)] = true
	}
	var found []finding.Finding
	for i := range to.Releases {
		r := &to.Releases[i]
		look.own = own[r.ID]
		for _, column := range []string{"note_on_revisions", "summary"} {
			text := r.Summary
			if column != "summary" {
				text = r.NoteOnRevisions
			}
			for l := range min(len(text), len(p.codes)) {
				for _, s := range sentence.Split(text[l], -1) {
					for _, f := range look.sentence(s, l, column == "summary") {
						f.File, f.Line, f.Column = r.File, r.Line, column+"_"+p.codes[l]
						f.Args["release"] = string(r.ID)
						found = append(found, f)
					}
				}
			}
		}
	}
	return found
}

// sentence looks at the numbers of a sentence or line.
func (p ofReleases) sentence(s string, language int, headline bool) []finding.Finding {
	numbers := numbersIn(s)
	if len(numbers) == 0 {
		return nil
	}
	words := wordsIn(s)
	var found []finding.Finding
	var meant []told // the figures of the indicators that are named
	secret := map[string]bool{}
	for _, id := range slices.Sorted(maps.Keys(p.own)) {
		n := p.index.Indicator[id]
		if n == nil || language >= len(n.Name) {
			continue
		}
		met, of := stemsMet(n.Name[language], words)
		if slug, all := stemsMet(strings.ReplaceAll(string(id), "-", " "), words); slug == all && all > 1 {
			met = of
		}
		if met == of {
			meant = append(meant, p.own[id]...)
		}
		if met < of && met < 2 {
			continue
		}
		for _, number := range numbers {
			if key := p.tells(number, p.own[id], met == of, n, words, language); key != "" && !secret[number.text] {
				secret[number.text] = true
				found = append(found, finding.Finding{Code: finding.WithheldInRelease, Severity: finding.Error, Value: number.text,
					Args: map[string]string{"indicator": string(id), "key": key}})
			}
		}
	}
	for _, number := range numbers {
		if !headline || !number.headline || secret[number.text] || number.rounds(p.published) {
			continue
		}
		f := finding.Finding{Code: finding.FigureUnknown, Severity: finding.Warning, Value: number.text, Args: map[string]string{"nearest": "", "key": ""}}
		f.Args["nearest"], f.Args["key"] = nearest(number, meant)
		if f.Args["nearest"] == "" {
			for _, id := range slices.Sorted(maps.Keys(p.own)) {
				meant = append(meant, p.own[id]...)
			}
			f.Args["nearest"], f.Args["key"] = nearest(number, meant)
		}
		if f.Args["nearest"] != "" {
			found = append(found, f)
		}
	}
	return found
}

// tells gives the key of a withheld figure that a number tells: of the place that
// the sentence names, or, where the indicator is named in full, of any if none that
// is published has that value.
func (p ofReleases) tells(number numberIn, figures []told, full bool, n *programme.Indicator, words []string, language int) string {
	key, shown := "", false
	for _, t := range figures {
		if !number.is(t.value) || inName(n, number) {
			continue
		}
		if t.shown {
			shown = true
			continue
		}
		if place := p.index.Place[t.area]; place != nil && language < len(place.Name) && place.ParentID != "" {
			if met, of := stemsMet(place.Name[language], words); met > 0 && (met == of || met == of-1 && of > 1) {
				return t.key
			}
		}
		if key == "" {
			key = t.key
		}
	}
	if !full || shown {
		return ""
	}
	return key
}

// inName says that a number belongs to what an indicator counts: women aged 18.
func inName(n *programme.Indicator, number numberIn) bool {
	for _, s := range n.Name {
		if slices.ContainsFunc(numeral.FindAllString(s, -1), func(m string) bool { return number.is(canonical(m)) }) {
			return true
		}
	}
	return false
}

func wordsIn(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) })
}

// stemsMet counts the words of a name that a sentence has, in whatever case: the
// first five letters of each word of at least four.
func stemsMet(name string, words []string) (met, of int) {
	for _, w := range wordsIn(name) {
		stem := []rune(w)
		if len(stem) < 4 {
			continue
		}
		of++
		stem = stem[:min(len(stem), 5)]
		if slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(w, string(stem)) }) {
			met++
		}
	}
	if of == 0 {
		of = 1 // a name without such words is never met
	}
	return met, of
}
