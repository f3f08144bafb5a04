// Package corpus makes documents and queries from a seed, for tests and
// benchmarks. Words are invented, but built as those of the language are: letters
// of its alphabet, endings of its grammar, frequencies after Zipf.
package corpus

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"elinde/search"
)

// grammar is what invented words of a language are made of.
type grammar struct {
	onsets, vowels, codas, endings, stop []string
}

var grammars = map[string]grammar{
	"tk": {
		split("b ç d g h j ž k l m n ň p r s ş t w ý z"), split("a ä e i o ö u ü y"), split("- - - l m n r k ş t z"),
		split("- - - - lar ler yň iň nyň niň y i a e da de dan den lary leri larynyň lerinde ynda inde lyk lik ly syz jy"),
		split("we bilen hem üçin bu"),
	},
	"ru": {
		split("б в г д ж з к л м н п р с т ф х ч ш"), split("а е ё и о у ы э ю я"), split("- - - й л м н р к т ст"),
		split("- - - ы и а у ом ами ах ов ый ая ое ого ыми ение ения ость ости ть л ла ли ться лся"),
		split("и в на для по с"),
	},
	"en": {
		split("b c d f g h j k l m n p r s t v w th sh st"), split("a e i o u ea ou"), split("- - - l m n r t s nd ck"),
		split("- - - - s es ed ing er ly ness ation ational ful y ies ity al ize ment"),
		split("the of and for in with"),
	},
}

func split(s string) []string {
	parts := strings.Fields(s)
	for i, p := range parts {
		if p == "-" {
			parts[i] = ""
		}
	}
	return parts
}

// Corpus is a source of documents. It is not safe for concurrent use.
type Corpus struct {
	language string
	random   *rand.Rand
	needs    *rand.Rand // of its own, so that texts do not hang on facets
	roots    []string
	zipf     *rand.Zipf
	titles   []string // of the documents made so far
	texts    []string // the longest of each
}

// New makes the corpus of a language ("tk", "ru" or "en"): the same seed gives
// the same documents. It panics on other languages.
func New(language string, seed uint64) *Corpus {
	g, ok := grammars[language]
	if !ok {
		panic("no grammar of " + language)
	}
	c := &Corpus{language: language, random: rand.New(rand.NewPCG(seed, uint64(len(language)))), needs: rand.New(rand.NewPCG(seed, 7))}
	for range 4000 {
		var b strings.Builder
		for range 1 + c.random.IntN(3) {
			b.WriteString(c.one(g.onsets) + c.one(g.vowels) + c.one(g.codas))
		}
		c.roots = append(c.roots, b.String())
	}
	c.zipf = rand.NewZipf(c.random, 1.1, 4, uint64(len(c.roots)-1))
	return c
}

func (c *Corpus) one(list []string) string { return list[c.random.IntN(len(list))] }

// Word gives an inflected word, sometimes a stop word.
func (c *Corpus) Word() string {
	g := grammars[c.language]
	if c.random.IntN(12) == 0 {
		return c.one(g.stop)
	}
	return c.roots[c.zipf.Uint64()] + c.one(g.endings)
}

// Text gives a sentence of n words.
func (c *Corpus) Text(n int) string {
	words := make([]string, n)
	for i := range words {
		words[i] = c.Word()
	}
	return strings.Join(words, " ") + "."
}

// Documents gives n documents. Every ninth shows its summary in another
// language, as pages do whose translation is missing.
func (c *Corpus) Documents(n int) []search.Document {
	other := New(map[string]string{"tk": "ru", "ru": "tk", "en": "tk"}[c.language], c.random.Uint64())
	docs := make([]search.Document, n)
	for i := range docs {
		kind := c.one([]string{"service", "service", "provider", "place"})
		title, summary := c.Text(2+c.random.IntN(4)), c.Text(10+c.random.IntN(20))
		language := c.language
		if i%9 == 0 {
			language, summary = other.language, other.Text(12)
		}
		id := fmt.Sprintf("%s-%d", kind, i)
		body := c.Text(20 + c.random.IntN(80))
		c.titles, c.texts = append(c.titles, title), append(c.texts, body)
		docs[i] = search.Document{
			ID: id, Language: c.language, Title: title, Path: c.language + "/" + id + "/", Group: kind,
			Fields: []search.Field{
				{Text: title, Weight: 3, Name: true, Quoted: true},
				{Text: summary, Language: language, Weight: 2, Quoted: true},
				{Text: body, Quoted: true},
				{Text: c.alarm(i), Alarm: "danger"},
			},
			Percent: []int{0, 0, 0, 100, 50, 25}[c.random.IntN(6)],
			Facets:  map[string][]string{"kind": {kind}, "place": {fmt.Sprintf("p%d", c.random.IntN(7)), "all"}, "need": c.need()},
			Display: map[string]string{"kind": kind, "summary": summary},
		}
	}
	return docs
}

// need gives one or two of twelve needs.
func (c *Corpus) need() []string {
	first := c.needs.IntN(12)
	needs := []string{fmt.Sprintf("n%d", first)}
	if c.needs.IntN(2) == 0 {
		needs = append(needs, fmt.Sprintf("n%d", (first+1+c.needs.IntN(11))%12))
	}
	return needs
}

// alarm gives every hundredth document two words of danger.
func (c *Corpus) alarm(i int) string {
	if i%100 != 0 {
		return ""
	}
	return c.Text(2)
}

// Query gives a query: a title, two words of one in quotes, neighbours of a text in quotes, or 1 to 3 words of
// the corpus: whole, begun, with a typing error, or of any letters.
func (c *Corpus) Query() string {
	if len(c.titles) > 0 && c.random.IntN(5) == 0 {
		title := c.one(c.titles)
		if words := strings.Fields(title); c.random.IntN(2) == 0 {
			return `"` + strings.Join(words[:2], " ") + `" ` + c.Word()
		}
		return title
	}
	if len(c.texts) > 0 && c.random.IntN(8) == 0 {
		words := strings.Fields(c.one(c.texts))
		at := c.random.IntN(len(words) - 3)
		return `"` + strings.Join(words[at:at+2+c.random.IntN(2)], " ") + `"`
	}
	words := make([]string, 1+c.random.IntN(3))
	for i := range words {
		words[i] = c.Word()
	}
	last := []rune(words[len(words)-1])
	switch c.random.IntN(5) {
	case 0:
		last = last[:1+c.random.IntN(len(last))]
	case 1:
		i := c.random.IntN(len(last))
		last = append(last[:i:i], last[min(i+1, len(last)):]...)
	case 2:
		i := c.random.IntN(len(last))
		last[i] = []rune(c.one(grammars[c.language].onsets))[0]
	case 3:
		last = append(last, ' ')
	}
	words[len(words)-1] = string(last)
	return strings.Join(words, " ")
}
