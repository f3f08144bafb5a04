package analysis

import (
	"bytes"
	"strings"
	"sync"
	"unicode/utf8"

	bleve "github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/registry"
)

// AnalyzerName is the name of our analyzer in bleve's registry. An index that
// was made with it can be opened by programs that import this package only.
const AnalyzerName = "elinde"

// Segment is a part of a field: a text, its language, and how many times it
// counts.
type Segment struct {
	Text, Language string
	Weight         int
	Name           bool // its NameTerms are indexed too
}

// Separators of encoded segments: control characters, which end words anyway.
const (
	segmentEnd  = "\x1e"
	languageEnd = "\x1f"
	// nameMark stands before the weight of a segment that is a name.
	nameMark = "\x1d"
	// weightBase is added to a weight to make a letter that is no separator.
	weightBase = 0x100
)

// Encode writes segments into the one string that bleve takes for a field. A
// field of bleve has one analyzer, but a page may show a text in the language it
// was written in where a translation is missing: the analyzer reads the language
// of each segment from the string, and its weight, one letter.
func Encode(segments []Segment) string {
	var b strings.Builder
	for _, s := range segments {
		text := strings.NewReplacer(segmentEnd, " ", languageEnd, " ").Replace(s.Text)
		if s.Name {
			b.WriteString(nameMark)
		}
		b.WriteString(string(rune(weightBase+s.Weight)) + s.Language + languageEnd + text + segmentEnd)
	}
	return b.String()
}

// analyzer analyses what Encode made.
type analyzer struct {
	mu     sync.Mutex
	memory *Memory
}

func init() {
	err := registry.RegisterAnalyzer(AnalyzerName, func(map[string]any, *registry.Cache) (bleve.Analyzer, error) {
		return &analyzer{memory: NewMemory(nil)}, nil
	})
	if err != nil {
		panic(err)
	}
}

// Analyze gives the stems of all segments as bleve's tokens.
func (a *analyzer) Analyze(field []byte) bleve.TokenStream {
	a.mu.Lock()
	defer a.mu.Unlock()
	var out bleve.TokenStream
	for segment := range bytes.SplitSeq(field, []byte(segmentEnd)) {
		language, text, ok := strings.Cut(string(segment), languageEnd)
		if !ok {
			continue
		}
		language, name := strings.CutPrefix(language, nameMark)
		weight, size := utf8.DecodeRuneInString(language)
		var stems []string
		for w := range a.memory.Words(language[size:], text) {
			for range weight - weightBase {
				out = append(out, &bleve.Token{Term: []byte(w.Stem), Position: len(out) + 1})
			}
			if name {
				stems = append(stems, w.Stem)
			}
		}
		for _, term := range NameTerms(stems) {
			out = append(out, &bleve.Token{Term: []byte(term), Position: len(out) + 1})
		}
	}
	return out
}
