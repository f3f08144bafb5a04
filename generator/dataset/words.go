package dataset

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// word is a word of a text in lower case.
type word struct {
	text    string
	capital bool
	joined  bool // only spaces stand between it and the word before
	after   bool // nothing but spaces, a dot or a colon do
}

// begins reports whether the word begins with a sign, or is one of at most three
// letters.
func (w word) begins(sign string) bool {
	return w.text == sign || strings.HasPrefix(w.text, sign) && utf8.RuneCountInString(sign) > 3
}

// split cuts a text into words, lower case.
func split(text string) []word {
	var list []word
	start, gap := -1, "."
	for i, r := range text + "." {
		switch letter := unicode.IsLetter(r) || r == '-' && start >= 0; {
		case letter && start < 0:
			start = i
		case !letter && start >= 0:
			w := text[start:i]
			first, _ := utf8.DecodeRuneInString(w)
			list = append(list, word{strings.ToLower(w), unicode.IsUpper(first), strings.Trim(gap, " ") == "" && gap != "", strings.Trim(gap, " \u00a0.:") == ""})
			start, gap = -1, string(r)
		case !letter:
			gap += string(r)
		}
	}
	return list
}
