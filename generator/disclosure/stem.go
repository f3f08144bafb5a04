package disclosure

import (
	"slices"
	"strings"
	"unicode"
)

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
