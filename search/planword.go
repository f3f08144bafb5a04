package search

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"elinde/search/analysis"
)

// wordPlanner finds the stems that may stand for a word.
type wordPlanner struct {
	*planner
	word string

	surface   string // by the rules of the index's own language
	stop      bool   // in that language
	choices   map[string]float64
	corrected []string
	offered   []string // near words of one that people know
	looked    bool     // for near words
}

func (w *wordPlanner) plan(begun, correct bool) error {
	own := analysis.For(w.languages[0])
	w.surface = own.Fold(w.word)
	w.stop = own.Stop(w.surface)
	if w.stop && !begun {
		return nil
	}
	var surfaces []string
	for i, language := range w.languages {
		r, boost := analysis.For(language), otherBoost
		if i == 0 {
			boost = 1
		}
		surface := r.Fold(w.word)
		for _, s := range append([]string{surface}, r.Variants(surface)...) {
			if s == "" {
				continue
			}
			if !slices.Contains(surfaces, s) {
				surfaces = append(surfaces, s)
			}
			if !r.Stop(s) && !w.stop {
				if err := w.take(r.Stem(s), boost); err != nil {
					return err
				}
			}
		}
	}
	if begun {
		if err := w.begin(surfaces); err != nil {
			return err
		}
	}
	if !correct || w.stop || len(w.choices) > 0 {
		return nil
	}
	w.looked = true
	known, err := w.dictionary.Known(w.surface)
	if err == nil {
		err = w.correct(surfaces, 1, minTypo)
	}
	if err == nil && len(w.choices) == 0 {
		err = w.correct(surfaces, 2, minTypos)
	}
	if known {
		w.choices, w.offered, w.corrected = map[string]float64{}, w.corrected, nil
	}
	return err
}

// take adds a stem if it is indexed and was not added before.
func (w *wordPlanner) take(stem string, boost float64) error {
	if _, ok := w.choices[stem]; ok {
		return nil
	}
	ok, err := w.dictionary.Has(stem)
	if ok {
		w.choices[stem] = boost
	}
	return err
}

func (w *wordPlanner) begin(surfaces []string) error {
	for _, s := range surfaces {
		if utf8.RuneCountInString(s) < minPrefix {
			continue
		}
		stems, err := w.dictionary.Beginning(s)
		if err != nil {
			return err
		}
		for _, stem := range stems {
			if _, ok := w.choices[stem]; !ok {
				w.choices[stem] = begunBoost
			}
		}
	}
	return nil
}

func (w *wordPlanner) correct(surfaces []string, edits, letters int) error {
	for _, s := range surfaces {
		// What another script makes of the word is nothing that its writer knows.
		if utf8.RuneCountInString(s) < letters || cyrillic(s) != cyrillic(w.surface) {
			continue
		}
		near, err := w.dictionary.Near(s, edits)
		if err != nil {
			return err
		}
		for _, n := range near {
			before := len(w.choices)
			for _, language := range w.languages {
				if err := w.take(analysis.For(language).Stem(n), correctedBoost); err != nil {
					return err
				}
			}
			if len(w.choices) > before {
				w.corrected = append(w.corrected, n)
			}
		}
	}
	return nil
}

func cyrillic(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) })
}

func (w *wordPlanner) planned() PlannedWord {
	return PlannedWord{Surface: w.surface, Corrected: w.corrected, Stems: choices(w.choices)}
}
