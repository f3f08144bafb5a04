package search

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"elinde/search/analysis"
)

// Bounds and weights of a plan. The browser's client has the same.
const (
	MaxQuery  = 256 // characters of a query that count
	maxWords  = 12
	minPrefix = 3 // letters from which on a word may be the beginning of others
	minTypo   = 4 // letters from which on a word may have a typing error

	begunBoost     = 0.25 // of a word that only begins as typed
	correctedBoost = 0.5  // of a word that was corrected
)

// Plan is what a query asks of an index: for each word the stems that may stand
// for it.
type Plan struct {
	Words []PlannedWord
	// Missing reports that a word stands for nothing in the index.
	Missing bool
}

// PlannedWord is a word of a query.
type PlannedWord struct {
	Surface   string   // folded
	Stems     []Choice // sorted by stem
	Corrected []string // the words taken instead of one that was not found
}

// Choice is a stem that may stand for a word, and how much it counts.
type Choice struct {
	Stem  string
	Boost float64
}

// NewPlan makes the plan of a query. languages are those of the texts in the
// index, its own first: each word is read by the rules of each. prefix allows
// the last word to be the beginning of one.
func NewPlan(query string, languages []string, prefix bool, dictionary Dictionary) (Plan, error) {
	query = firstRunes(query, MaxQuery)
	raw := slices.Collect(analysis.Split(query))
	raw = raw[:min(len(raw), maxWords)]
	begun := -1
	if last, _ := utf8.DecodeLastRuneInString(query); prefix && unicode.In(last, unicode.L, unicode.M, unicode.N) {
		begun = len(raw) - 1
	}
	var p Plan
	seen := map[string]bool{}
	for i, word := range raw {
		w := planner{word: word, languages: languages, dictionary: dictionary, choices: map[string]float64{}}
		if err := w.plan(i == begun); err != nil {
			return Plan{}, err
		}
		switch {
		case w.surface == "" || seen[w.surface]:
		case len(w.choices) > 0:
			p.Words = append(p.Words, w.planned())
		case !w.stop:
			p.Missing = true
		}
		seen[w.surface] = true
	}
	return p, nil
}

type planner struct {
	word       string
	languages  []string
	dictionary Dictionary

	surface   string // by the rules of the index's own language
	stop      bool   // in that language
	choices   map[string]float64
	corrected []string
}

func (w *planner) plan(begun bool) error {
	own := analysis.For(w.languages[0])
	w.surface = own.Fold(w.word)
	w.stop = own.Stop(w.surface)
	if w.stop && !begun {
		return nil
	}
	var surfaces []string
	for _, language := range w.languages {
		r := analysis.For(language)
		surface := r.Fold(w.word)
		for _, s := range append([]string{surface}, r.Variants(surface)...) {
			if s == "" {
				continue
			}
			surfaces = append(surfaces, s)
			if !r.Stop(s) && !w.stop {
				if err := w.take(r.Stem(s), 1); err != nil {
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
	if len(w.choices) == 0 && !w.stop {
		return w.correct(surfaces)
	}
	return nil
}

// take adds a stem if it is indexed and was not added before.
func (w *planner) take(stem string, boost float64) error {
	if _, ok := w.choices[stem]; ok {
		return nil
	}
	ok, err := w.dictionary.Has(stem)
	if ok {
		w.choices[stem] = boost
	}
	return err
}

func (w *planner) begin(surfaces []string) error {
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

func (w *planner) correct(surfaces []string) error {
	for _, s := range surfaces {
		if utf8.RuneCountInString(s) < minTypo {
			continue
		}
		near, err := w.dictionary.Near(s)
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

func (w *planner) planned() PlannedWord {
	p := PlannedWord{Surface: w.surface, Corrected: w.corrected}
	for _, stem := range sortedKeys(w.choices) {
		p.Stems = append(p.Stems, Choice{stem, w.choices[stem]})
	}
	return p
}

func firstRunes(s string, n int) string {
	for i := range s {
		if n--; n < 0 {
			return s[:i]
		}
	}
	return s
}
