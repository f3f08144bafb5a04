package search

import (
	"context"
	"encoding/binary"
	"fmt"
	"iter"
	"slices"
	"strconv"

	"elinde/search/analysis"

	"github.com/blevesearch/bleve/v2"
	bsearch "github.com/blevesearch/bleve/v2/search"
	index "github.com/blevesearch/bleve_index_api"
)

// Section is the part of an index in one language. Nothing in it may be changed.
type Section struct {
	Language string
	// Languages are those of the texts in it, its own first.
	Languages []string
	Documents []Document // by number
	Lengths   []int      // of the documents, words times weight
	Tokens    int        // sum of the lengths

	facetTokens int
	dictionary  words
	sequences   sequences
	index       bleve.Index
	numbers     map[uint64]int // of the documents, by bleve's
	// percents holds Document.Percent by bleve's numbers, of documents that
	// count less than 100.
	percents map[uint64]int
}

// Term is a stem of the index, with what bleve knows of it.
type Term struct {
	Stem     string
	Postings []Posting // by document
}

// Posting says how often a stem is in a document.
type Posting struct{ Document, Frequency int }

// Alarms lists the texts of Field.Alarm: the language of each, the id
// of the danger and the stems, parted by spaces.
func (s *Section) Alarms() []string { return s.dictionary.alarms }

// weigh notes which documents are bleve's, and those that count less than others.
func (s *Section) weigh() error {
	advanced, err := s.index.Advanced()
	if err != nil {
		return err
	}
	reader, err := advanced.Reader()
	if err != nil {
		return err
	}
	defer reader.Close()
	if s.numbers, err = documentNumbers(reader); err != nil {
		return err
	}
	s.percents = map[uint64]int{}
	for internal, n := range s.numbers {
		if p := s.Documents[n].percent(); p < 100 {
			s.percents[internal] = p
		}
	}
	return nil
}

// Words lists the pairs of folded word and stem, by word.
func (s *Section) Words() []analysis.Word { return s.dictionary.pairs }

// Terms gives the stems of the index in byte order, read out of bleve.
func (s *Section) Terms(ctx context.Context) iter.Seq2[Term, error] {
	return func(yield func(Term, error) bool) {
		if err := s.terms(ctx, func(t Term) bool { return yield(t, nil) }); err != nil {
			yield(Term{}, fmt.Errorf("cannot read the index of language %q: %w", s.Language, err))
		}
	}
}

func (s *Section) terms(ctx context.Context, yield func(Term) bool) error {
	advanced, err := s.index.Advanced()
	if err != nil {
		return err
	}
	reader, err := advanced.Reader()
	if err != nil {
		return err
	}
	defer reader.Close()
	dict, err := reader.FieldDict(bodyField)
	if err != nil {
		return err
	}
	defer dict.Close()
	for {
		entry, err := dict.Next()
		if err != nil || entry == nil {
			return err
		}
		postings, err := readPostings(ctx, reader, entry.Term, s.numbers)
		if err != nil {
			return err
		}
		if !yield(Term{entry.Term, postings}) {
			return nil
		}
	}
}

func readPostings(ctx context.Context, reader index.IndexReader, term string, numbers map[uint64]int) ([]Posting, error) {
	r, err := reader.TermFieldReader(ctx, []byte(term), bodyField, true, false, false)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	postings := make([]Posting, 0, r.Count())
	var at index.TermFieldDoc
	for {
		next, err := r.Next(at.Reset())
		if err != nil {
			return nil, err
		}
		if next == nil {
			break
		}
		postings = append(postings, Posting{numbers[binary.BigEndian.Uint64(next.ID)], int(next.Freq)})
	}
	slices.SortFunc(postings, func(a, b Posting) int { return a.Document - b.Document })
	return postings, nil
}

// documentNumbers gives our numbers by bleve's, which differ in each build.
func documentNumbers(reader index.IndexReader) (map[uint64]int, error) {
	all, err := reader.DocIDReaderAll()
	if err != nil {
		return nil, err
	}
	defer all.Close()
	numbers := map[uint64]int{}
	for {
		id, err := all.Next()
		if err != nil {
			return nil, err
		}
		if id == nil {
			return numbers, nil
		}
		external, err := reader.ExternalID(id)
		if err != nil {
			return nil, err
		}
		n, err := strconv.Atoi(external)
		if err != nil {
			return nil, fmt.Errorf("a document of the index is called %q: %w", external, err)
		}
		numbers[binary.BigEndian.Uint64(id)] = n
	}
}

// externalID is the id of a document in bleve: its number, in digits that sort
// as the number does.
func externalID(number int) string { return fmt.Sprintf("%08d", number) }

// withStatistics puts the true statistics into a search. Left alone, bleve
// divides the number of distinct words by the number of documents and takes
// that for the average length.
func (s *Section) withStatistics(ctx context.Context) context.Context {
	return context.WithValue(ctx, bsearch.BM25StatsKey, &bsearch.BM25Stats{
		DocCount:         float64(len(s.Documents)),
		FieldCardinality: map[string]int{bodyField: s.Tokens, facetField: s.facetTokens},
	})
}
