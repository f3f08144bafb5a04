package search

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"elinde/search/analysis"

	"golang.org/x/text/unicode/norm"
)

// Part is a part of a text: a word that answers a query, or what stands between.
type Part struct {
	Text string `json:"text"`
	Hit  bool   `json:"hit"`
}

// Mark splits a text at the words that were searched for. words are folded, as
// PlannedWord.Surface is; the last may be the beginning of a word. language is that
// of the text. The texts of the parts joined are the text in NFC. The client's mark
// does the same.
func Mark(text string, words []string, language string) []Part {
	rules := analysis.For(language)
	stems := map[string]bool{}
	begun := ""
	for _, w := range words {
		stems[rules.Stem(w)] = true
		begun = w
	}
	if utf8.RuneCountInString(begun) < minPrefix {
		begun = ""
	}
	var parts []Part
	add := func(s string, hit bool) {
		switch {
		case s == "":
		case !hit && len(parts) > 0 && !parts[len(parts)-1].Hit:
			parts[len(parts)-1].Text += s
		default:
			parts = append(parts, Part{s, hit})
		}
	}
	text = norm.NFC.String(text)
	for word := range analysis.Split(text) {
		before, after, _ := strings.Cut(text, word)
		text = after
		surface := rules.Fold(word)
		letters := strings.IndexFunc(word, func(c rune) bool { return unicode.In(c, unicode.L, unicode.N) }) >= 0
		hit := surface != "" && letters && !rules.Stop(surface) &&
			(stems[rules.Stem(surface)] || begun != "" && strings.HasPrefix(surface, begun))
		add(before, false)
		add(word, hit)
	}
	add(text, false)
	return parts
}
