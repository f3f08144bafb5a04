package pages

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"

	"elinde/generator/config"
)

// order gives the sort keys of a language. A language with an alphabet in
// config.toml is sorted by it (golang.org/x/text sorts Turkmen wrongly and claims
// a match); others by golang.org/x/text.
type order struct {
	letters  []string // of the alphabet, lower case
	rank     map[rune]rune
	mu       sync.Mutex // a collator is not safe for concurrent use, sequences of pages are
	collator *collate.Collator
}

// Runes of a key: what is no letter comes first, then the alphabet, then letters
// of other scripts by code point.
const (
	firstLetter  = 0x100
	otherLetters = 0x1000
)

func newOrder(l config.Language) *order {
	o := &order{rank: map[rune]rune{}}
	for i, letter := range strings.Fields(strings.ToLower(l.Alphabet)) {
		o.letters = append(o.letters, letter)
		if r := []rune(letter); len(r) == 1 {
			o.rank[r[0]] = firstLetter + rune(i)
		}
	}
	if len(o.letters) == 0 {
		o.collator = collate.New(language.Make(l.Code), collate.Loose, collate.Numeric)
	}
	return o
}

// key gives a string that sorts by byte as s sorts in the language. Punctuation
// is left out, case and accents that the alphabet does not know do not count.
func (o *order) key(s string) string {
	if o.collator != nil {
		o.mu.Lock()
		defer o.mu.Unlock()
		var buffer collate.Buffer
		return string(o.collator.KeyFromString(&buffer, s))
	}
	var b strings.Builder
	for _, r := range strings.ToLower(s) {
		switch n, ok := o.rank[r]; {
		case ok:
			b.WriteRune(n)
		case r == 'ё' && o.rank['е'] != 0: // an alphabet may list only one of them
			b.WriteRune(o.rank['е'])
		case unicode.IsDigit(r):
			b.WriteRune(r)
		case unicode.IsLetter(r):
			if base, ok := o.rank[plain(r)]; ok {
				b.WriteRune(base)
			} else {
				b.WriteRune(otherLetters + r)
			}
		case unicode.IsSpace(r):
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// letter gives the letter of the alphabet under which s is listed, upper case,
// and its 1-based number; "#" and 0 for all else.
func (o *order) letter(s string) (string, int) {
	for _, r := range strings.ToLower(s) {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			continue
		}
		for _, candidate := range []rune{r, plain(r)} {
			if n, ok := o.rank[candidate]; ok {
				i := int(n - firstLetter)
				return strings.ToUpper(o.letters[i]), i + 1
			}
		}
		if len(o.letters) == 0 && r >= 'a' && r <= 'z' {
			return strings.ToUpper(string(r)), int(r-'a') + 1
		}
		break
	}
	return "#", 0
}

// sortBy sorts rows by the key of their name, rows of the same name by their id.
func sortBy[T any](o *order, rows []T, name func(T) string, id func(T) string) {
	type keyed struct {
		key string
		row T
	}
	list := make([]keyed, len(rows))
	for i, r := range rows {
		list[i] = keyed{o.key(name(r)), r}
	}
	slices.SortStableFunc(list, func(a, b keyed) int {
		return cmp.Or(strings.Compare(a.key, b.key), strings.Compare(id(a.row), id(b.row)))
	})
	for i := range list {
		rows[i] = list[i].row
	}
}

// plain takes the accent off a letter.
func plain(r rune) rune {
	for _, d := range norm.NFD.String(string(r)) {
		return d
	}
	return r
}
