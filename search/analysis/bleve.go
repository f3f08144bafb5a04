package analysis

import (
	"bytes"
	"strings"
	"sync"

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
}

// Separators of encoded segments: control characters, which end words anyway.
const (
	segmentEnd  = "\x1e"
	languageEnd = "\x1f"
)

// Encode writes segments into the one string that bleve takes for a field. A
// field of bleve has one analyzer, but a page may show a text in the language it
// was written in where a translation is missing: the analyzer reads the language
// of each segment from the string. A weight is a repetition.
func Encode(segments []Segment) string {
	var b strings.Builder
	for _, s := range segments {
		text := strings.NewReplacer(segmentEnd, " ", languageEnd, " ").Replace(s.Text)
		for range s.Weight {
			b.WriteString(s.Language + languageEnd + text + segmentEnd)
		}
	}
	return b.String()
}

// analyzer analyses what Encode made. It remembers stems: a text repeats its
// words, and the same analyzer sees all texts of a build.
type analyzer struct {
	mu    sync.Mutex
	stems map[*Rules]map[string]string
}

func init() {
	err := registry.RegisterAnalyzer(AnalyzerName, func(map[string]any, *registry.Cache) (bleve.Analyzer, error) {
		return &analyzer{stems: map[*Rules]map[string]string{}}, nil
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
		r := For(language)
		stems := a.stems[r]
		if stems == nil {
			stems = map[string]string{}
			a.stems[r] = stems
		}
		for surface := range r.surfaces(text) {
			if r.Stop(surface) {
				continue
			}
			stem, ok := stems[surface]
			if !ok {
				stem = r.stem(surface)
				stems[surface] = stem
			}
			out = append(out, &bleve.Token{Term: []byte(stem), Position: len(out) + 1})
		}
	}
	return out
}
