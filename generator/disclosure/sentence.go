package disclosure

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"elinde/generator/finding"
	"elinde/generator/programme"
)

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
// is published has that value. Of several it is the one that is most likely meant: of the place that is
// named best, of the newest period, of the least divided table.
func (p ofReleases) tells(number numberIn, figures []told, full bool, n *programme.Indicator, words []string, language int) string {
	var best told
	var named float64
	shown := false
	for _, t := range figures {
		if !number.is(t.value) || inName(n, number) {
			continue
		}
		if t.shown {
			shown = true
			continue
		}
		is := p.isNamed(t.area, words, language)
		if best.key == "" || cmp.Or(cmp.Compare(is, named), cmp.Compare(t.period, best.period), cmp.Compare(best.splits, t.splits)) > 0 {
			best, named = t, is
		}
	}
	if named == 0 && (!full || shown) {
		return ""
	}
	return best.key
}

// isNamed gives how much of a place's name a sentence has: all of it, all but one word, or
// nothing. The country is meant by any.
func (p ofReleases) isNamed(area programme.PlaceID, words []string, language int) float64 {
	place := p.index.Place[area]
	if place == nil || language >= len(place.Name) || place.ParentID == "" {
		return 0
	}
	if met, of := stemsMet(place.Name[language], words); met > 0 && (met == of || met == of-1) {
		return float64(met) / float64(of)
	}
	return 0
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
