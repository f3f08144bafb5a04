// Package analysis turns text into the words that are indexed and searched for:
// text → words (letters, marks and digits) → surfaces (folded words) → stems.
//
// In come a text and the code of its language, out come Words. The rules of a
// language are a table in rules/<language>.json; the browser's client reads the
// same tables (generated into its modules), and testdata/vectors.json holds the
// two together. The package never drops a word for being unknown: a language
// without rules of its own gets the folding that all share and no stemming.
package analysis

import (
	"embed"
	"encoding/json"
	"fmt"
	"strings"
)

//go:embed rules/*.json
var tables embed.FS

// Table is the rule table of a language, as rules/<language>.json holds it.
type Table struct {
	Language string            `json:"language"`
	Letters  map[string]string `json:"letters"` // letter → letters, before the common folding
	// Open replaces letters at the beginning of a word and after a vowel
	// (Cyrillic е is ýe there).
	Open     map[string]string `json:"open,omitempty"`
	Digraphs [][2]string       `json:"digraphs,omitempty"` // typed → meant, applied to text and queries
	Variants [][2]string       `json:"variants,omitempty"` // typed → meant, tried besides the word in queries
	Layout   [2]string         `json:"layout"`             // keys of another keyboard, the letters on them
	Translit string            `json:"translit,omitempty"` // pairs "typed:meant" of letters of another alphabet, applied in order
	Stop     string            `json:"stop"`               // folded words that are not indexed
	Stemmer  string            `json:"stemmer"`            // "english", "russian", "suffixes", "" for none
	// Suffixes are tried in order, longest first, each with the kind of letter
	// that must stand before it ("vowel", "consonant", "" for any).
	Suffixes [][2]string       `json:"suffixes,omitempty"`
	Vowels   string            `json:"vowels,omitempty"`
	Glide    string            `json:"glide,omitempty"`   // the vowel that is a consonant beside another
	Minimum  int               `json:"minimum,omitempty"` // letters that must be left
	Short    int               `json:"short,omitempty"`   // enough where the last of them is a consonant
	Final    map[string]string `json:"final,omitempty"`   // last letter of a stem → the letter it stands for
}

// Rules analyses text of one language. It is safe for concurrent use.
type Rules struct {
	table         Table
	letters, open map[rune]string
	layout        map[rune]string
	stop          map[string]bool
	stem          func(string) string
}

var byLanguage = load()

// For gives the rules of a language (BCP 47; only the primary subtag counts).
// An unknown language gets the common folding and no stemming.
func For(language string) *Rules {
	primary, _, _ := strings.Cut(strings.ToLower(language), "-")
	if r := byLanguage[primary]; r != nil {
		return r
	}
	return byLanguage[""]
}

// Table gives the table the rules were made from.
func (r *Rules) Table() Table { return r.table }

// Tables lists the tables of all languages that have one, by file name.
func Tables() []Table {
	entries, err := tables.ReadDir("rules")
	if err != nil {
		panic(err)
	}
	var out []Table
	for _, e := range entries {
		data, err := tables.ReadFile("rules/" + e.Name())
		if err != nil {
			panic(err)
		}
		var t Table
		if err := json.Unmarshal(data, &t); err != nil {
			panic(fmt.Sprintf("rules/%s: %v", e.Name(), err))
		}
		out = append(out, t)
	}
	return out
}

func load() map[string]*Rules {
	all := map[string]*Rules{"": newRules(Table{})}
	for _, t := range Tables() {
		all[t.Language] = newRules(t)
	}
	return all
}

func newRules(t Table) *Rules {
	r := &Rules{table: t, letters: byRune(t.Letters), open: byRune(t.Open), layout: map[rune]string{}, stop: map[string]bool{}}
	letters := []rune(t.Layout[1])
	for i, key := range []rune(t.Layout[0]) {
		r.layout[key] = string(letters[i])
	}
	for _, w := range strings.Fields(t.Stop) {
		r.stop[w] = true
	}
	switch t.Stemmer {
	case "english":
		r.stem = english
	case "russian":
		r.stem = russian
	case "suffixes":
		r.stem = t.strip
	case "":
		r.stem = func(w string) string { return w }
	default:
		panic("unknown stemmer " + t.Stemmer)
	}
	return r
}

func byRune(m map[string]string) map[rune]string {
	out := map[rune]string{}
	for from, to := range m {
		out[[]rune(from)[0]] = to
	}
	return out
}
