package analysis

import (
	"bytes"
	"strings"
	"unicode/utf8"

	bleve "github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/registry"
)

// AnalyzerName is the name of our analyzer in bleve's registry. An index that
// was made with it can be opened by programs that import this package only.
const AnalyzerName = "elinde"

// tokenEnd stands after each term of Terms: a control character, which ends words anyway.
const tokenEnd = '\x1e'

// timesBase is added to how often a term counts to make a letter that is no separator.
const timesBase = 0x100

// Terms are the terms of a document in the one string that bleve takes for a field. Its
// texts were analysed before, to number the documents: the analyzer only parts the terms.
type Terms struct{ b strings.Builder }

// Add adds a term, a stem or one of NameTerms, that counts so many times.
func (t *Terms) Add(term string, times int) {
	t.b.WriteRune(rune(timesBase + times))
	t.b.WriteString(term)
	t.b.WriteByte(tokenEnd)
}

// String gives the terms as the analyzer reads them.
func (t *Terms) String() string { return t.b.String() }

type analyzer struct{}

func init() {
	err := registry.RegisterAnalyzer(AnalyzerName, func(map[string]any, *registry.Cache) (bleve.Analyzer, error) {
		return analyzer{}, nil
	})
	if err != nil {
		panic(err)
	}
}

// Analyze gives the terms of Terms as bleve's tokens.
func (analyzer) Analyze(field []byte) bleve.TokenStream {
	if len(field) == 0 {
		return nil
	}
	tokens := make([]bleve.Token, 0, bytes.Count(field, []byte{tokenEnd}))
	for term := range bytes.SplitSeq(bytes.TrimSuffix(field, []byte{tokenEnd}), []byte{tokenEnd}) {
		times, size := utf8.DecodeRune(term)
		for range int(times) - timesBase {
			tokens = append(tokens, bleve.Token{Term: term[size:], Position: len(tokens) + 1})
		}
	}
	out := make(bleve.TokenStream, len(tokens))
	for i := range tokens {
		out[i] = &tokens[i]
	}
	return out
}
