package analysis

import (
	"strings"

	bleve "github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/analysis/lang/en"
	"github.com/blevesearch/bleve/v2/analysis/lang/ru"
)

var (
	englishFilter = en.NewEnglishStemmerFilter()
	russianFilter = ru.NewRussianStemmerFilter()
)

// english stems by bleve's English Snowball (Porter 2) stemmer.
func english(word string) string { return filtered(englishFilter, word) }

// russian stems by bleve's Russian Snowball stemmer. It knows no ё, which
// folding has made е.
func russian(word string) string { return filtered(russianFilter, word) }

func filtered(f bleve.TokenFilter, word string) string {
	token := bleve.Token{Term: []byte(word)}
	f.Filter(bleve.TokenStream{&token})
	return string(token.Term)
}

// strip takes suffixes off a folded word until none fits, then gives the last
// consonant its voiceless form: Turkmen says kömek, kömegi.
//
// It goes on until nothing changes, whatever the order of the suffixes, because
// that leaves the same stem in all forms of a word even where the stem itself
// ends like a suffix. Forms and their lemmas in the tests measure how well that does.
func (t Table) strip(word string) string {
again:
	for _, s := range t.Suffixes {
		rest, ok := strings.CutSuffix(word, s[0])
		if ok && t.mayStand(rest, s[1]) {
			word = rest
			goto again
		}
	}
	if n := len(word) - 1; n >= 2 {
		if to, ok := t.Final[word[n:]]; ok {
			return word[:n] + to
		}
	}
	return word
}

// mayStand reports whether rest is long enough to be a stem and ends in the kind
// of letter that the suffix follows.
func (t Table) mayStand(rest, before string) bool {
	if len(rest) < t.Short || len(rest) == 0 {
		return false
	}
	vowel := t.endsInVowel(rest)
	if len(rest) < t.Minimum && vowel {
		return false
	}
	return before == "" || (before == "vowel") == vowel
}

// endsInVowel reports whether the last letter of a folded word is a vowel. Folding
// makes one letter of Turkmen y, a vowel, and ý, a consonant: the glide is read as
// a consonant after a vowel, and before one at the beginning of a word.
func (t Table) endsInVowel(word string) bool {
	vowel := false
	for i := range len(word) {
		switch {
		case strings.IndexByte(t.Vowels, word[i]) < 0:
			vowel = false
		case word[i:i+1] != t.Glide:
			vowel = true
		case i == 0:
			vowel = len(word) == 1 || strings.IndexByte(t.Vowels, word[1]) < 0
		default:
			vowel = !vowel
		}
	}
	return vowel
}
