package search

import (
	"cmp"
	"context"
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"elinde/search/analysis"
)

// Dictionary is what a Plan asks about the words of an index. Answers are sorted
// and without repetition. An error stops the plan.
type Dictionary interface {
	// Has reports whether a stem or a term of a name is indexed.
	Has(stem string) (bool, error)
	// Beginning lists the stems of the words that begin with a folded prefix.
	Beginning(prefix string) ([]string, error)
	// Near lists the folded words that become a folded word by as many edits, or
	// by fewer, and are not equal to it.
	Near(surface string, edits int) ([]string, error)
	// Known reports whether a folded word is one that people know.
	Known(surface string) (bool, error)
	// Alarms lists the texts that tell of danger: the language of each, the
	// id of the danger and its pattern, as alarmOf gives it, parted by spaces.
	Alarms() []string
}

// words is the dictionary of a section in memory.
type words struct {
	pairs []analysis.Word // by surface, then stem
	// stems has the terms of names too.
	stems  map[string]bool
	known  map[string]bool // folded
	alarms []string
}

type gathering struct {
	words map[analysis.Word]struct{}
	names map[string]bool
}

func newDictionary() gathering {
	return gathering{map[analysis.Word]struct{}{}, map[string]bool{}}
}

func (g gathering) add(word analysis.Word) { g.words[word] = struct{}{} }

func (g gathering) name(terms []string) {
	for _, t := range terms {
		g.names[t] = true
	}
}

func (g gathering) sorted() words {
	w := words{stems: g.names}
	for pair := range g.words {
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

// Known implements Dictionary.
func (w words) Known(surface string) (bool, error) { return w.known[surface], nil }

// Alarms implements Dictionary.
func (w words) Alarms() []string { return w.alarms }

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
func (w words) Near(surface string, edits int) ([]string, error) {
	length := utf8.RuneCountInString(surface)
	var near []string
	for _, pair := range w.pairs {
		n := utf8.RuneCountInString(pair.Surface)
		if n >= length-edits && n <= length+edits && surface != pair.Surface && Within(surface, pair.Surface, edits) {
			near = append(near, pair.Surface)
		}
	}
	return slices.Compact(near), nil
}

// bounded ends the search for near words, the longest part of a plan, with a context.
type bounded struct {
	words
	ctx context.Context
}

// Near implements Dictionary.
func (b bounded) Near(surface string, edits int) ([]string, error) {
	if err := b.ctx.Err(); err != nil {
		return nil, err
	}
	return b.words.Near(surface, edits)
}

// Within reports whether a becomes b by at most so many edits: one letter more,
// less or changed, or two neighbouring letters swapped, each letter edited once.
func Within(a, b string, edits int) bool {
	x, y := []rune(a), []rune(b)
	for len(x) > 0 && len(y) > 0 && x[0] == y[0] {
		x, y = x[1:], y[1:]
	}
	for len(x) > 0 && len(y) > 0 && x[len(x)-1] == y[len(y)-1] {
		x, y = x[:len(x)-1], y[:len(y)-1]
	}
	if max(len(x), len(y)) <= edits {
		return true
	}
	if max(len(x), len(y)) > 2*edits+min(len(x), len(y)) {
		return false
	}
	// Rows of the table of distances between the beginnings of x and of y.
	var before, last []int
	next := make([]int, len(y)+1)
	for j := range next {
		next[j] = j
	}
	for i := range x {
		before, last, next = last, next, make([]int, len(y)+1)
		next[0] = i + 1
		best := next[0]
		for j := range y {
			cost := 1
			if x[i] == y[j] {
				cost = 0
			}
			d := min(last[j]+cost, last[j+1]+1, next[j]+1)
			if i > 0 && j > 0 && x[i] == y[j-1] && x[i-1] == y[j] {
				d = min(d, before[j-1]+1)
			}
			next[j+1] = d
			best = min(best, d)
		}
		if best > edits {
			return false
		}
	}
	return next[len(y)] <= edits
}
