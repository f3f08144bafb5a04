package search

import (
	"cmp"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"elinde/search/analysis"
)

// Dictionary is what a Plan asks about the words of an index. Answers are sorted
// and without repetition. An error stops the plan.
type Dictionary interface {
	// Has reports whether a stem is indexed.
	Has(stem string) (bool, error)
	// Beginning lists the stems of the words that begin with a folded prefix.
	Beginning(prefix string) ([]string, error)
	// Near lists the folded words one edit away from a folded word.
	Near(surface string) ([]string, error)
}

// words is the dictionary of a section in memory.
type words struct {
	pairs []analysis.Word // by surface, then stem
	stems map[string]bool
}

type gathering map[analysis.Word]struct{}

func newDictionary() gathering             { return gathering{} }
func (g gathering) add(word analysis.Word) { g[word] = struct{}{} }

func (g gathering) sorted() words {
	w := words{stems: map[string]bool{}}
	for pair := range g {
		w.pairs = append(w.pairs, pair)
		w.stems[pair.Stem] = true
	}
	slices.SortFunc(w.pairs, func(a, b analysis.Word) int {
		return cmp.Or(strings.Compare(a.Surface, b.Surface), strings.Compare(a.Stem, b.Stem))
	})
	return w
}

// Has implements Dictionary.
func (w words) Has(stem string) (bool, error) { return w.stems[stem], nil }

// Beginning implements Dictionary.
func (w words) Beginning(prefix string) ([]string, error) {
	i := sort.Search(len(w.pairs), func(i int) bool { return w.pairs[i].Surface >= prefix })
	var stems []string
	for ; i < len(w.pairs) && strings.HasPrefix(w.pairs[i].Surface, prefix); i++ {
		stems = append(stems, w.pairs[i].Stem)
	}
	slices.Sort(stems)
	return slices.Compact(stems), nil
}

// Near implements Dictionary.
func (w words) Near(surface string) ([]string, error) {
	length := utf8.RuneCountInString(surface)
	var near []string
	for _, pair := range w.pairs {
		n := utf8.RuneCountInString(pair.Surface)
		if n >= length-1 && n <= length+1 && OneEdit(surface, pair.Surface) {
			near = append(near, pair.Surface)
		}
	}
	return slices.Compact(near), nil
}

// OneEdit reports whether a becomes b by one letter more, less or changed, or by
// two neighbouring letters swapped. Equal words are not one edit apart.
func OneEdit(a, b string) bool {
	x, y := []rune(a), []rune(b)
	for len(x) > 0 && len(y) > 0 && x[0] == y[0] {
		x, y = x[1:], y[1:]
	}
	for len(x) > 0 && len(y) > 0 && x[len(x)-1] == y[len(y)-1] {
		x, y = x[:len(x)-1], y[:len(y)-1]
	}
	switch {
	case len(x)+len(y) == 1:
		return true
	case len(x) == 1 && len(y) == 1:
		return true
	case len(x) == 2 && len(y) == 2:
		return x[0] == y[1] && x[1] == y[0]
	}
	return false
}
