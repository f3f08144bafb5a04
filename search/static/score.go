package static

import (
	"cmp"
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
	if !r.contents.Places {
		plan.Phrases, out.Plan.Phrases = nil, nil
	}
	found, err := r.scores(plan, len(q.Filters) > 0)
	if err != nil {
		return out, err
	}
	keep, err := r.filter(q.Filters)
	if err != nil {
		return out, err
	}
	var hits []Hit
	if !plan.Missing {
		out.Match = search.MatchAll
		kept := keep
		for _, phrase := range plan.Phrases {
			having, err := r.having(phrase)
			if err != nil {
				return out, err
			}
			before := kept
			kept = func(n int) bool { return having[n] && before(n) }
		}
		if hits = found.choose(true, kept); len(hits) == 0 && len(plan.Phrases) > 0 {
			out.Match = search.MatchApart
			hits = found.choose(true, keep)
		}
	}
	if len(hits) == 0 && (plan.Missing || len(plan.Words) > 1) {
		out.Match = search.MatchSome
		hits = found.choose(false, keep)
	}
	if len(hits) == 0 {
		out.Match = search.MatchNone
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

// scored is what documents have gathered, by words and by terms of names.
type scored struct {
	words    int // of the query
	total    map[int]score
	names    map[int]float64
	percents map[int]int
}

type leaf struct {
	entry  *entry
	weight float64
	idf    float64
}

func (r *Reader) leaves(choices []search.Choice) ([]leaf, error) {
	out := make([]leaf, len(choices))
	for i, c := range choices {
		e, err := r.term(c.Stem)
		if err != nil {
			return nil, err
		}
		if e == nil {
			return nil, ErrDamaged
		}
		n := float64(len(e.postings))
		idf := math.Log(1 + (float64(r.contents.Documents)-n+0.5)/(n+0.5))
		out[i] = leaf{e, c.Boost * idf, idf}
	}
	return out, nil
}

// scores adds up bleve's score of each document. bleve weighs each stem by boost,
// idf and a norm over all stems of the query (not so where the query is a single
// stem), and scales the stems of one word by how many of them the document has.
func (r *Reader) scores(p search.Plan, filtered bool) (scored, error) {
	groups := make([][]leaf, 0, len(p.Words)+1)
	n, squares := 0, 0.0
	for i := range len(p.Words) + 1 {
		choices := p.Names
		if i < len(p.Words) {
			choices = p.Words[i].Stems
		}
		leaves, err := r.leaves(choices)
		if err != nil {
			return scored{}, err
		}
		for _, l := range leaves {
			n++
			squares += l.weight * l.weight
		}
		groups = append(groups, leaves)
	}
	norm := 1 / math.Sqrt(squares)
	if n == 1 && !filtered {
		norm = 0
	}
	out := scored{words: len(p.Words), total: map[int]score{}, names: map[int]float64{}, percents: r.percents}
	for i, group := range groups {
		for document, f := range r.gather(group, norm) {
			sum := f.sum * float64(f.words) / float64(len(group))
			if i == len(p.Words) {
				out.names[document] = sum
				continue
			}
			t := out.total[document]
			out.total[document] = score{t.words + 1, t.sum + sum}
		}
	}
	return out, nil
}

// gather adds up the stems that stand for a word. A norm of 0 leaves weights out.
func (r *Reader) gather(group []leaf, norm float64) map[int]score {
	average := math.Ceil(float64(r.contents.Tokens) / float64(r.contents.Documents))
	found := map[int]score{}
	for _, l := range group {
		for _, posting := range l.entry.postings {
			s := l.idf * saturation(posting.Frequency, r.lengths[posting.Document], average)
			if norm > 0 {
				s *= l.weight * norm
			}
			f := found[posting.Document]
			found[posting.Document] = score{f.words + 1, f.sum + s}
		}
	}
	return found
}

// saturation is bleve's BM25 of a stem without its idf: the root of the
// frequency, and the length as a 32-bit norm gives it back.
func saturation(frequency, length int, average float64) float64 {
	tf := math.Sqrt(float64(frequency))
	norm := float64(float32(1 / math.Sqrt(float64(length))))
	return tf * k1 / (tf + k1*(1-b+b/(norm*norm)/average))
}

// choose keeps the documents that have all words, or any, best first.
func (f scored) choose(all bool, keep func(int) bool) []Hit {
	var hits []Hit
	for n, s := range f.total {
		if all && s.words < f.words || !keep(n) {
			continue
		}
		if !all {
			s.sum *= float64(s.words) / float64(f.words)
		}
		s.sum += f.names[n]
		if p, ok := f.percents[n]; ok {
			s.sum = s.sum * float64(p) / 100
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
		in := bitReader{bytes: data}
		facet := in.facet(r.contents.Code, r.contents.Documents)
		if in.over {
			return nil, fmt.Errorf("cannot read %s/f/%d.bin: %w", r.language, file, ErrDamaged)
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
	size, fields := r.contents.Block, shownFixed+len(r.contents.Display)
	for i := range hits {
		h := &hits[i]
		block := h.Number / size
		data, err := r.payload(fmt.Sprintf("d/%d.bin", block))
		if err != nil {
			return err
		}
		in := bitReader{bytes: data}
		lines := in.lines(r.contents.Code, fields*(h.Number%size+1), shownText)
		if in.over {
			return fmt.Errorf("cannot read %s/d/%d.bin: %w", r.language, block, ErrDamaged)
		}
		lines = lines[fields*(h.Number%size):]
		h.Title, h.Path, h.Display = lines[0], lines[1], map[string]string{}
		for j, text := range lines[shownFixed:] {
			if text != "" {
				h.Display[r.contents.Display[j]] = text
			}
		}
	}
	return nil
}
