package withheld

import (
	"html"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Word is a word of a text as its reader sees it.
type Word struct {
	Folded  string // without marks, in small letters, look-alikes being one
	Capital bool   // it begins with a capital
}

// Words gives the words and numbers of a text, whatever markup, invisible
// characters or other letters they are written with.
func Words(s string) []Word {
	var list []Word
	var b strings.Builder
	capital := false
	end := func() {
		if b.Len() > 0 {
			list = append(list, Word{b.String(), capital})
			b.Reset()
		}
	}
	for _, r := range norm.NFKC.String(html.UnescapeString(s)) {
		switch k := foldSlowly(r); {
		case k >= '0':
			if b.Len() == 0 {
				capital = unicode.IsUpper(r)
			}
			b.WriteByte(k)
		case k != nothing:
			end()
		}
	}
	end()
	return list
}
