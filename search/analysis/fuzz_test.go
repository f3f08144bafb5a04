package analysis_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"elinde/search/analysis"
)

// FuzzWords analyses texts of any bytes: each word has a surface and a stem that
// bleve and the files can hold.
func FuzzWords(f *testing.F) {
	for _, s := range awkward {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, language := range []string{"tk", "ru", "en", "ar"} {
			for w := range analysis.For(language).Words(text) {
				if w.Surface == "" || w.Stem == "" || strings.ContainsAny(w.Stem, " \x1e\x1f") || !utf8.ValidString(w.Stem) {
					t.Errorf("%s %q: word %+q", language, text, w)
				}
			}
		}
	})
}
