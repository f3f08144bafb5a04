package analysis

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Alternates gives what a query may have been meant to be, in the letters of the
// language: typed on the layout of another keyboard, or written in other letters.
// It gives nothing where nothing changes.
func (r *Rules) Alternates(query string) []string {
	query = strings.Map(unicode.ToLower, norm.NFC.String(query))
	var out []string
	add := func(s string) {
		if s != query && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	if len(r.layout) > 0 {
		add(replaceLetters(query, r.layout))
	}
	s := query
	for _, pair := range strings.Fields(r.table.Translit) {
		typed, meant, _ := strings.Cut(pair, ":")
		s = strings.ReplaceAll(s, typed, meant)
	}
	add(s)
	return out
}

func replaceLetters(s string, letters map[rune]string) string {
	var b strings.Builder
	for _, c := range s {
		if to, ok := letters[c]; ok {
			b.WriteString(to)
			continue
		}
		b.WriteRune(c)
	}
	return b.String()
}
