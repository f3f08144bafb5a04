package static

import (
	"cmp"
	"encoding/json"
	"fmt"
	"math"
	"slices"

	"elinde/search"
)

// bleve's constants of BM25.
const (
	k1 = 1.2
	b  = 0.75
)

// Hit is a document that matches.
type Hit struct {
	Number      int
	Score       float64
	ID          string
	Title, Path string
	Display     map[string]string
}

// Result answers a query.
type Result struct {
	Total int
	Hits  []Hit
	Match search.Match
	Plan  search.Plan
}

// Search answers a query as search.Index does, from the files alone. Language
// and Facets of the query are not read.
func (r *Reader) Search(q search.Query) (Result, error) {
	plan, err := search.NewPlan(q.Text, r.contents.Languages, !q.WholeWords, r)
	if err != nil {
		return Result{}, err
	}
	out := Result{Match: search.MatchNone, Plan: plan}
	if len(plan.Words) == 0 {
		return out, nil
	}
	scores, err := r.scores(plan, len(q.Filters) > 0)
	if err != nil {
		return out, err
	}
	keep, err := r.filter(q.Filters)
	if err != nil {
		return out, err
	}
	all := !plan.Missing
	hits := choose(scores, len(plan.Words), all, keep)
	if len(hits) == 0 && all && len(plan.Words) > 1 {
		all = false
		hits = choose(scores, len(plan.Words), all, keep)
	}
	if len(hits) > 0 {
		out.Match = search.MatchSome
		if all {
			out.Match = search.MatchAll
		}
	}
	out.Total = len(hits)
	hits = hits[min(q.Offset, len(hits)):]
	out.Hits = hits[:min(q.Limit, len(hits))]
	return out, r.show(out.Hits)
}

// score is what a document has gathered: how many words, and what they add to.
type score struct {
	words int
	sum   float64
}

// scores adds up bleve's score of each document. bleve weighs each stem by boost,
// idf and a norm over all stems of the query (not so where the query is a single
// stem), and scales the stems of one word by how many of them the document has.
func (r *Reader) scores(p search.Plan, filtered bool) (map[int]score, error) {
	type leaf struct {
		entry  *entry
		weight float64
		idf    float64
	}
	words := make([][]leaf, len(p.Words))
	leaves, squares := 0, 0.0
	for i, w := range p.Words {
		for _, c := range w.Stems {
			e, err := r.term(c.Stem)
			if err != nil {
				return nil, err
			}
			if e == nil {
				return nil, ErrDamaged
			}
			n := float64(len(e.postings))
			idf := math.Log(1 + (float64(r.contents.Documents)-n+0.5)/(n+0.5))
			words[i] = append(words[i], leaf{e, c.Boost * idf, idf})
			leaves++
			squares += (c.Boost * idf) * (c.Boost * idf)
		}
	}
	norm := 1 / math.Sqrt(squares)
	single := leaves == 1 && !filtered
	average := math.Ceil(float64(r.contents.Tokens) / float64(r.contents.Documents))
	total := map[int]score{}
	for _, word := range words {
		found := map[int]score{}
		for _, l := range word {
			for _, posting := range l.entry.postings {
				s := l.idf * saturation(posting.Frequency, r.lengths[posting.Document], average)
				if !single {
					s *= l.weight * norm
				}
				f := found[posting.Document]
				found[posting.Document] = score{f.words + 1, f.sum + s}
			}
		}
		for n, f := range found {
			t := total[n]
			total[n] = score{t.words + 1, t.sum + f.sum*float64(f.words)/float64(len(word))}
		}
	}
	return total, nil
}

// saturation is bleve's BM25 of a stem without its idf: the root of the
// frequency, and the length as a 32-bit norm gives it back.
func saturation(frequency, length int, average float64) float64 {
	tf := math.Sqrt(float64(frequency))
	norm := float64(float32(1 / math.Sqrt(float64(length))))
	return tf * k1 / (tf + k1*(1-b+b/(norm*norm)/average))
}

// choose keeps the documents that have all words, or any, best first.
func choose(scores map[int]score, words int, all bool, keep func(int) bool) []Hit {
	var hits []Hit
	for n, s := range scores {
		if all && s.words < words || !keep(n) {
			continue
		}
		if !all {
			s.sum *= float64(s.words) / float64(words)
		}
		hits = append(hits, Hit{Number: n, Score: s.sum})
	}
	slices.SortFunc(hits, func(a, b Hit) int { return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Number, b.Number)) })
	return hits
}

func (r *Reader) filter(filters map[string][]string) (func(int) bool, error) {
	var sets []map[int]bool
	for name, values := range filters {
		if len(values) == 0 {
			continue
		}
		set := map[int]bool{}
		sets = append(sets, set)
		file, ok := r.contents.Facets[name]
		if !ok {
			continue
		}
		data, err := r.payload(fmt.Sprintf("f/%d.bin", file))
		if err != nil {
			return nil, err
		}
		in := reader{data: data}
		facet := in.facet()
		if in.err != nil {
			return nil, fmt.Errorf("cannot read %s/f/%d.bin: %w", r.language, file, in.err)
		}
		for _, v := range values {
			for _, n := range facet[v] {
				set[n] = true
			}
		}
	}
	return func(n int) bool {
		return !slices.ContainsFunc(sets, func(set map[int]bool) bool { return !set[n] })
	}, nil
}

func (r *Reader) show(hits []Hit) error {
	blocks := map[int][]shown{}
	for i := range hits {
		h := &hits[i]
		block := h.Number / r.contents.Block
		if blocks[block] == nil {
			data, err := r.payload(fmt.Sprintf("d/%d.bin", block))
			if err != nil {
				return err
			}
			var list []shown
			if json.Unmarshal(data, &list) != nil || len(list) <= h.Number%r.contents.Block {
				return fmt.Errorf("cannot read %s/d/%d.bin: %w", r.language, block, ErrDamaged)
			}
			blocks[block] = list
		}
		s := blocks[block][h.Number%r.contents.Block]
		h.ID, h.Title, h.Path, h.Display = s.ID, s.Title, s.Path, s.Display
	}
	return nil
}
