package main

import (
	"math/rand/v2"
	"strings"
	"unicode/utf8"

	"elinde/search"
	"elinde/search/analysis"
)

// questions are what both are asked.
type questions struct {
	Languages []string   `json:"languages"` // of the texts, the site's own first
	Whole     []string   `json:"whole"`     // one or two words of a title
	Typos     []question `json:"typos"`
	Begun     []string   `json:"begun"` // words, asked letter by letter
}

// question is a mistyped word and the pages that have what was meant.
type question struct {
	Text  string   `json:"text"`
	Pages []string `json:"pages"`
}

// Numbers of words to mistype and to type letter by letter.
const mistyped, begun = 40, 12

func ask(o options, language string, docs []search.Document) questions {
	random := rand.New(rand.NewPCG(o.seed, 99))
	rules := analysis.For(language)
	pages := map[string][]string{} // by stem
	others := map[string]bool{}
	for _, d := range docs {
		seen := map[string]bool{}
		for _, f := range d.Fields {
			if f.Language != "" {
				others[f.Language] = true
			}
			for w := range rules.Words(f.Text) {
				if !seen[w.Stem] {
					seen[w.Stem] = true
					pages[w.Stem] = append(pages[w.Stem], d.Path)
				}
			}
		}
	}
	q := questions{Languages: []string{language}}
	for _, l := range languages {
		if others[l] && l != language {
			q.Languages = append(q.Languages, l)
		}
	}
	title := func() []string { return strings.Fields(strings.Trim(docs[random.IntN(len(docs))].Title, ".")) }
	long := func() string {
		for {
			w := title()[0]
			if surface := rules.Fold(w); utf8.RuneCountInString(surface) >= 5 && !rules.Stop(surface) {
				return w
			}
		}
	}
	for i := range o.queries {
		words := title()
		q.Whole = append(q.Whole, strings.Join(words[:1+i%2], " "))
	}
	for range mistyped {
		w := long()
		q.Typos = append(q.Typos, question{mistype(random, w), pages[rules.Stem(rules.Fold(w))]})
	}
	for range begun {
		q.Begun = append(q.Begun, long())
	}
	return q
}

// mistype makes one edit anywhere in a word.
func mistype(random *rand.Rand, word string) string {
	letters := []rune(word)
	i := random.IntN(len(letters))
	other := letters[random.IntN(len(letters))]
	switch random.IntN(4) {
	case 0:
		return string(append(letters[:i:i], letters[i+1:]...))
	case 1:
		return string(letters[:i]) + string(other) + string(letters[i:])
	case 2:
		if i > 0 {
			letters[i-1], letters[i] = letters[i], letters[i-1]
		}
	default:
		letters[i] = other
	}
	return string(letters)
}
