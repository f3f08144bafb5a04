package analysis

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// longest is the number of letters of a word that count: what is longer is no
// word but data, and would bloat the index.
const longest = 40

// Fold gives the form of a word in which spellings meet: lower case, Latin
// letters without their marks, and what the language's table says (letters,
// then digraphs). It gives "" where nothing is left. word is in Unicode NFC.
func (r *Rules) Fold(word string) string {
	var b strings.Builder
	b.Grow(len(word))
	letters, open := 0, true
	for _, c := range word {
		if letters++; letters > longest {
			break
		}
		before := b.Len()
		r.foldLetter(&b, unicode.ToLower(c), open)
		if b.Len() > before {
			open = strings.ContainsRune(r.table.Vowels, rune(b.String()[b.Len()-1]))
		}
	}
	out := b.String()
	for _, d := range r.table.Digraphs {
		out = strings.ReplaceAll(out, d[0], d[1])
	}
	return out
}

func (r *Rules) foldLetter(b *strings.Builder, c rune, open bool) {
	if to, ok := r.open[c]; ok && open {
		b.WriteString(to)
		return
	}
	if to, ok := r.letters[c]; ok {
		b.WriteString(to)
		return
	}
	if c < utf8.RuneSelf {
		b.WriteByte(byte(c))
		return
	}
	if base := latinBase(c); base != 0 {
		b.WriteByte(base)
		return
	}
	// A mark that did not combine with its letter says nothing in a search.
	if c < 0x300 || c > 0x36f {
		b.WriteRune(c)
	}
}

// latinBase gives the ASCII letter under the marks of a Latin letter, 0 where
// there is none. Cyrillic й keeps its mark: it is a letter of its own.
func latinBase(c rune) byte { return bases[c] }

// bases holds the letters of the blocks from Latin-1 to Latin Extended-B and
// Latin Extended Additional that are a small ASCII letter with marks.
var bases = func() map[rune]byte {
	m := map[rune]byte{}
	for _, block := range [][2]rune{{0xc0, 0x24f}, {0x1e00, 0x1eff}} {
		for c := block[0]; c <= block[1]; c++ {
			if d := norm.NFD.String(string(c)); d[0] >= 'a' && d[0] <= 'z' {
				m[c] = d[0]
			}
		}
	}
	return m
}()
