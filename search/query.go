package search

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/blevesearch/bleve/v2"
	bsearch "github.com/blevesearch/bleve/v2/search"
	"github.com/blevesearch/bleve/v2/search/query"
)

// Query is a question to an index.
type Query struct {
	Text     string // its first MaxQuery characters count
	Language string // of the section
	Limit    int    // hits to return, 0 for none
	Offset   int    // hits to skip
	// WholeWords keeps the last word from standing for words that begin with it.
	WholeWords bool
	// Filters keep documents that have one of the values of each facet.
	Filters map[string][]string
	// Facets names the facets to count.
	Facets []string
}

// Match says how the words of a query were found.
type Match string

// Values of Match.
const (
	MatchAll   Match = "all"   // each hit has all words, and phrases in quotes
	MatchApart Match = "apart" // each hit has all words, but no document the phrases
	MatchSome  Match = "some"  // no document has all words
	MatchNone  Match = "none"  // no document has any
)

// Result answers a query.
type Result struct {
	Total  int // documents that match
	Hits   []Hit
	Match  Match
	Plan   Plan
	Facets map[string]map[string]int // name → value → documents
}

// Hit is a document that matches.
type Hit struct {
	*Document
	Number int // of the document in its section
	Score  float64
}

// ErrLanguage is returned for a language that the index has no section of.
var ErrLanguage = errors.New("no index in this language")

// Search answers a query by bleve. Hits are by score, those of like score by
// number. It fails on an unknown language, on a context that ended and on errors
// of bleve; no text of a query is an error.
func (x *Index) Search(ctx context.Context, q Query) (Result, error) {
	s := x.Section(q.Language)
	if s == nil {
		return Result{}, fmt.Errorf("%w: %q", ErrLanguage, q.Language)
	}
	plan, err := NewPlan(q.Text, s.Languages, !q.WholeWords, bounded{s.dictionary, ctx})
	if err != nil {
		return Result{}, err
	}
	none := Result{Match: MatchNone, Plan: plan, Facets: emptyFacets(q.Facets)}
	if len(plan.Words) == 0 {
		return none, nil
	}
	words := make([]query.Query, len(plan.Words))
	for i, w := range plan.Words {
		words[i] = choiceQuery(w.Stems)
	}
	if len(s.sequences.stems) == 0 {
		plan.Phrases = nil
	}
	type attempt struct {
		match   Match
		words   query.Query
		phrases [][][]string
	}
	var attempts []attempt
	if !plan.Missing {
		attempts = append(attempts, attempt{MatchAll, all(words), plan.Phrases})
		if len(plan.Phrases) > 0 {
			attempts = append(attempts, attempt{MatchApart, all(words), nil})
		}
	}
	if plan.Missing || len(words) > 1 {
		attempts = append(attempts, attempt{MatchSome, some(words), nil})
	}
	for _, a := range attempts {
		r, err := s.run(ctx, q, a.words, plan.Names, a.phrases)
		if err != nil || r.Total > 0 {
			r.Match, r.Plan = a.match, plan
			return r, err
		}
	}
	return none, nil
}

func (s *Section) run(ctx context.Context, q Query, words query.Query, names []Choice, phrases [][][]string) (Result, error) {
	if len(q.Filters) > 0 {
		words = bleve.NewConjunctionQuery(append([]query.Query{words}, filters(q.Filters)...)...)
	}
	if len(names) > 0 {
		// Outermost, since bleve's boolean searcher loses optional matches when it is advanced.
		words = &query.BooleanQuery{Must: words, Should: choiceQuery(names)}
	}
	for _, phrase := range phrases {
		having := s.sequences.having(phrase)
		words = query.NewCustomFilterQueryWithFilter(words, func(_ context.Context, d *bsearch.DocumentMatch) (bool, error) {
			return having[s.numbers[binary.BigEndian.Uint64(d.IndexInternalID)]], nil
		}, nil, nil)
	}
	if len(s.percents) > 0 {
		words = query.NewCustomScoreQueryWithScorer(words, s.weighed, nil, nil)
	}
	request := bleve.NewSearchRequestOptions(words, q.Limit, q.Offset, false)
	request.SortBy([]string{"-_score", "_id"})
	if len(q.Facets) > 0 {
		request.AddFacet(facetField, bleve.NewFacetRequest(facetField, max(s.facetTokens, 1)))
	}
	answer, err := s.index.SearchInContext(s.withStatistics(ctx), request)
	if err != nil {
		return Result{}, fmt.Errorf("cannot search language %q: %w", s.Language, err)
	}
	r := Result{Total: int(answer.Total), Facets: emptyFacets(q.Facets)}
	for _, h := range answer.Hits {
		n, err := strconv.Atoi(h.ID)
		if err != nil {
			return Result{}, fmt.Errorf("a document of the index is called %q: %w", h.ID, err)
		}
		r.Hits = append(r.Hits, Hit{Document: &s.Documents[n], Number: n, Score: h.Score})
	}
	if counted := answer.Facets[facetField]; counted != nil && counted.Terms != nil {
		for _, t := range counted.Terms.Terms() {
			name, value, _ := strings.Cut(t.Term, facetEnd)
			if r.Facets[name] != nil {
				r.Facets[name][value] = t.Count
			}
		}
	}
	return r, nil
}

func emptyFacets(names []string) map[string]map[string]int {
	facets := map[string]map[string]int{}
	for _, name := range names {
		facets[name] = map[string]int{}
	}
	return facets
}

// weighed lowers the score of a document that counts less.
func (s *Section) weighed(_ context.Context, d *bsearch.DocumentMatch) (float64, error) {
	if p, ok := s.percents[binary.BigEndian.Uint64(d.IndexInternalID)]; ok {
		return d.Score * float64(p) / 100, nil
	}
	return d.Score, nil
}

func choiceQuery(choices []Choice) query.Query {
	stems := make([]query.Query, len(choices))
	for i, c := range choices {
		t := bleve.NewTermQuery(c.Stem)
		t.SetField(bodyField)
		t.SetBoost(c.Boost)
		stems[i] = t
	}
	return some(stems)
}

func all(qs []query.Query) query.Query {
	if len(qs) == 1 {
		return qs[0]
	}
	return bleve.NewConjunctionQuery(qs...)
}

func some(qs []query.Query) query.Query {
	if len(qs) == 1 {
		return qs[0]
	}
	return bleve.NewDisjunctionQuery(qs...)
}

// filters are queries without weight: they keep documents out and leave scores
// as they are.
func filters(facets map[string][]string) []query.Query {
	var out []query.Query
	for _, name := range sortedKeys(facets) {
		var values []query.Query
		for _, v := range facets[name] {
			t := bleve.NewTermQuery(name + facetEnd + v)
			t.SetField(facetField)
			t.SetBoost(0)
			values = append(values, t)
		}
		if len(values) == 0 {
			continue
		}
		out = append(out, some(values))
	}
	return out
}
