package search_test

import (
	"context"
	"math/rand/v2"
	"slices"
	"testing"
	"unicode/utf8"

	"elinde/search"
	"elinde/search/analysis"
	"elinde/search/corpus"
)

// TestTypingErrorsFindWhatWasMeant makes one edit anywhere in a word, the first
// letter included, or two in a long one: the stem of the word must be among those
// that the query asks for.
func TestTypingErrorsFindWhatWasMeant(t *testing.T) {
	for _, language := range []string{"tk", "ru", "en"} {
		x := build(t, corpus.New(language, 31).Documents(300)...)
		rules := analysis.For(language)
		// What is missed has become another word of the index.
		for edits, want := range map[int]float64{1: 0.95, 2: 0.9} {
			random := rand.New(rand.NewPCG(7, uint64(edits)))
			words := x.Section(language).Words()
			tried, found, first, firstFound := 0, 0, 0, 0
			for tried < 200 {
				word := words[random.IntN(len(words))]
				if n := utf8.RuneCountInString(word.Surface); n < 4 || edits == 2 && n < 9 || rules.Stem(word.Surface) != word.Stem {
					continue
				}
				typed, at := word.Surface, 0
				for range edits {
					typed, at = mistype(random, typed)
				}
				r, err := x.Search(context.Background(), search.Query{Text: typed + " ", Language: language})
				if err != nil {
					t.Fatal(err)
				}
				hit := slices.ContainsFunc(r.Plan.Words, func(w search.PlannedWord) bool {
					return slices.ContainsFunc(w.Stems, func(c search.Choice) bool { return c.Stem == word.Stem })
				})
				tried++
				if hit {
					found++
				}
				if at == 0 {
					first++
					if hit {
						firstFound++
					}
				}
			}
			share := float64(found) / float64(tried)
			t.Logf("%s, %d edits: %.1f %% of %d words, %d of %d with another first letter", language, edits, 100*share, tried, firstFound, first)
			if share < want {
				t.Errorf("%s, %d edits: %.1f %% find what was meant, want %.0f %%", language, edits, 100*share, 100*want)
			}
		}
	}
}

// mistype makes one edit and tells at which letter.
func mistype(random *rand.Rand, word string) (string, int) {
	letters := []rune(word)
	i := random.IntN(len(letters) - 1)
	switch random.IntN(4) {
	case 0:
		return string(slices.Delete(letters, i, i+1)), i
	case 1:
		return string(slices.Insert(letters, i, letters[random.IntN(len(letters))])), i
	case 2:
		letters[i], letters[i+1] = letters[i+1], letters[i]
	default:
		letters[i] = letters[random.IntN(len(letters))]
	}
	return string(letters), i
}
