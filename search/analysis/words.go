package analysis

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Word is a word of a text.
type Word struct {
	Surface string // folded
	Stem    string // what is indexed
}

// Words gives the words of a text in order, without stop words.
func (r *Rules) Words(text string) iter.Seq[Word] {
	return func(yield func(Word) bool) {
		for raw := range Split(text) {
			if w := r.word(raw); w.Surface != "" && !yield(w) {
				return
			}
		}
	}
}

// Stop reports whether a folded word is left out of the index.
func (r *Rules) Stop(surface string) bool { return r.stop[surface] }

// Variants gives the further forms that a folded word of a query may stand for.
func (r *Rules) Variants(surface string) []string {
	var out []string
	for _, v := range r.table.Variants {
		if strings.Contains(surface, v[0]) {
			out = append(out, strings.ReplaceAll(surface, v[0], v[1]))
		}
	}
	return out
}

// Stem gives the stem of a folded word.
func (r *Rules) Stem(surface string) string { return r.stem(surface) }

// Stems gives the stems of all words of a text, stop words too.
func (r *Rules) Stems(text string) []string {
	var out []string
	for raw := range Split(text) {
		if surface := r.Fold(raw); surface != "" {
			out = append(out, r.stem(surface))
		}
	}
	return out
}

// Split gives the words of a text as they stand in it (in NFC), unfolded:
// maximal runs of letters, marks and digits.
func Split(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		if !composed(text) {
			text = norm.NFC.String(text)
		}
		for start, end := range spans(text) {
			if !yield(text[start:end]) {
				return
			}
		}
	}
}

// composed reports whether a text is in NFC because all its letters are of Latin or Cyrillic
// blocks without combining marks, in a fraction of the time of a full look.
func composed(text string) bool {
	for _, c := range text {
		if c >= 0x300 && (c < 0x400 || c > 0x52f || c >= 0x482 && c < 0x48a) && (c < 0x2010 || c > 0x2027) {
			return false
		}
	}
	return true
}

// spans is the regular expression [\p{L}\p{M}\p{N}]+ by hand, which takes a
// tenth of the time.
func spans(text string) iter.Seq2[int, int] {
	return func(yield func(int, int) bool) {
		start := -1
		for i, c := range text {
			if inWord(c) {
				if start < 0 {
					start = i
				}
				continue
			}
			if start >= 0 && !yield(start, i) {
				return
			}
			start = -1
		}
		if start >= 0 {
			yield(start, len(text))
		}
	}
}

func inWord(c rune) bool {
	if c < utf8.RuneSelf {
		return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
	}
	return unicode.In(c, unicode.L, unicode.M, unicode.N)
}
