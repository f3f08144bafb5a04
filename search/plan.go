package search

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"elinde/search/analysis"
)

// Bounds and weights of a plan. The browser's client has the same.
const (
	MaxQuery  = 256 // characters of a query that count
	maxWords  = 12
	minPrefix = 3 // letters from which on a word may be the beginning of others
	maxTypos  = 4 // words of a query that may have typing errors: looking for near words takes time
	minTypo   = 4 // letters from which on a word may have a typing error
	minTypos  = 8 // letters from which on it may have two

	otherBoost     = 0.5  // of a word by the rules of another language than the index's own
	begunBoost     = 0.25 // of a word that only begins as typed
	correctedBoost = 0.5  // of a word that was corrected
	nameBoost      = 0.5  // of a term of a name
)

// Plan is what a query asks of an index: for each word the stems that may stand
// for it.
type Plan struct {
	Words []PlannedWord
	// Phrases are those in quotes: of each word the stems that may stand for it, in order.
	Phrases [][][]string
	// Offers are known words that no document has, with those near them.
	Offers []Offer
	// Names are terms of names that documents may have besides the words.
	Names []Choice // sorted by stem
	// Missing reports that a word stands for nothing in the index.
	Missing bool
	// Instead is the query that was read in other letters than it was typed in,
	// as those of another keyboard; empty where it was read as it is.
	Instead string
	// Dangers names the dangers that the query tells of, that of the longest text first.
	Dangers []string
}

// Offer is a word and what may be meant by it; it is not read so.
type Offer struct {
	Word    string // folded
	Instead []string
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
	p := planner{languages: languages, prefix: prefix, dictionary: dictionary}
	query = firstRunes(query, MaxQuery)
	plan, err := p.plan(query, false)
	if err != nil {
		return Plan{}, err
	}
	if plan.Missing {
		if plan, err = p.forgive(query, plan); err != nil {
			return Plan{}, err
		}
	}
	plan.Dangers = p.dangers(query, plan)
	return plan, nil
}

type planner struct {
	languages  []string
	prefix     bool
	dictionary Dictionary
}

// forgive reads a query anew in which a word stands for nothing: where none does,
// in other letters; then with typing errors; then in other letters with errors.
func (p *planner) forgive(query string, strict Plan) (Plan, error) {
	var alternates []string
	if len(strict.Words) == 0 {
		for _, language := range p.languages {
			for _, a := range analysis.For(language).Alternates(query) {
				if !slices.Contains(alternates, a) {
					alternates = append(alternates, a)
				}
			}
		}
	}
	for _, a := range alternates {
		plan, err := p.plan(a, false)
		if err != nil || !plan.Missing && len(plan.Words) > 0 {
			plan.Instead = a
			return plan, err
		}
	}
	plan, err := p.plan(query, true)
	if err != nil || len(plan.Words) > 0 {
		return plan, err
	}
	for _, a := range alternates {
		other, err := p.plan(a, true)
		// Of another keyboard and mistyped is much to suppose: all words must be some.
		if err != nil || !other.Missing && len(other.Words) > 0 {
			other.Instead = a
			return other, err
		}
	}
	return plan, nil
}

// quotes are what phrases stand in.
var quotes = regexp.MustCompile(`["«»“”„]`)

// plan reads a query as it is, with typing errors or without.
func (p *planner) plan(query string, correct bool) (Plan, error) {
	parts := quotes.Split(query, -1)
	var raw []string
	quoted := map[int]int{} // the phrase of a word, from 1 on
	for i, part := range parts {
		words := slices.Collect(analysis.Split(part))
		words = words[:min(len(words), maxWords-len(raw))]
		// What follows an odd quote is in a phrase, if another one ends it.
		if i%2 == 1 && i < len(parts)-1 {
			for j := range words {
				quoted[len(raw)+j] = i
			}
		}
		raw = append(raw, words...)
	}
	begun := -1
	if last, _ := utf8.DecodeLastRuneInString(query); p.prefix && unicode.In(last, unicode.L, unicode.M, unicode.N) {
		begun = len(raw) - 1
	}
	var out Plan
	phrases := make([][][]string, len(parts))
	seen := map[string]bool{}
	corrected := 0
	told := slices.ContainsFunc(raw, func(word string) bool { return !number(word) && !p.stop(word) })
	for i, word := range raw {
		if told && number(word) && quoted[i] == 0 {
			continue // an age or a house: what says more decides
		}
		w := wordPlanner{planner: p, word: word, choices: map[string]float64{}}
		if err := w.plan(i == begun, correct && quoted[i] == 0 && corrected < maxTypos); err != nil {
			return Plan{}, err
		}
		if w.looked {
			corrected++
		}
		if phrase := quoted[i]; phrase > 0 && w.surface != "" && !w.stop {
			phrases[phrase] = append(phrases[phrase], sortedKeys(w.choices))
		}
		if len(w.offered) > 0 {
			out.Offers = append(out.Offers, Offer{w.surface, w.offered})
		}
		switch {
		case w.surface == "" || seen[w.surface]:
		case len(w.choices) > 0:
			out.Words = append(out.Words, w.planned())
		case !w.stop:
			out.Missing = true
		}
		seen[w.surface] = true
	}
	for _, words := range phrases {
		if len(words) > 1 {
			out.Phrases = append(out.Phrases, words)
		}
	}
	var err error
	out.Names, err = p.names(raw)
	return out, err
}

// number tells whether a word is one.
func number(word string) bool {
	return !strings.ContainsFunc(word, func(c rune) bool { return !unicode.Is(unicode.N, c) })
}

// stop tells whether a word is a stop word of the index's own language.
func (p *planner) stop(word string) bool {
	r := analysis.For(p.languages[0])
	return r.Stop(r.Fold(word))
}

// names gives those terms of names that are indexed, by the rules of each language.
func (p *planner) names(raw []string) ([]Choice, error) {
	found := map[string]float64{}
	for _, language := range p.languages {
		r := analysis.For(language)
		var stems []string
		for _, word := range raw {
			if s := r.Fold(word); s != "" && !r.Stop(s) {
				stems = append(stems, r.Stem(s))
			}
		}
		for _, term := range analysis.NameTerms(stems) {
			ok, err := p.dictionary.Has(term)
			if err != nil {
				return nil, err
			}
			if ok {
				found[term] = nameBoost
			}
		}
	}
	return choices(found), nil
}

// dangers names those of which all words of a text are in the query, as it was typed
// or as it was read, by the rules of the language of that text. The most words found
// of one text tell best what it is about: "father hits" is about a child.
func (p *planner) dangers(query string, plan Plan) []string {
	texts := []string{query, plan.Instead}
	for _, w := range plan.Words {
		texts = append(texts, w.Corrected...)
	}
	has := map[string]said{}
	for _, language := range p.languages {
		has[language] = saidIn(language, texts)
	}
	longest := map[string]int{}
	for _, alarm := range p.dictionary.Alarms() {
		parts := strings.Fields(alarm)
		language, danger, pattern := parts[0], parts[1], parts[2:]
		if has[language].tells(pattern) {
			longest[danger] = max(longest[danger], len(pattern))
		}
	}
	dangers := sortedKeys(longest)
	slices.SortStableFunc(dangers, func(a, b string) int { return cmp.Compare(longest[b], longest[a]) })
	return dangers
}

func choices(boosts map[string]float64) []Choice {
	var out []Choice
	for _, stem := range sortedKeys(boosts) {
		out = append(out, Choice{stem, boosts[stem]})
	}
	return out
}

func firstRunes(s string, n int) string {
	for i := range s {
		if n--; n < 0 {
			return s[:i]
		}
	}
	return s
}
