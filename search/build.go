package search

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"elinde/search/analysis"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/mapping"
	index "github.com/blevesearch/bleve_index_api"
)

// Names of the fields in bleve.
const (
	bodyField  = "body"
	facetField = "facets"
	// facetEnd stands between name and value of a facet.
	facetEnd = "\x1f"
)

// Index is a searchable set of documents. It keeps bleve's files in a temporary
// folder, which Close removes. It is safe for concurrent searches.
type Index struct {
	folder   string
	sections []*Section
}

// Build indexes documents, and keeps words that people know. It fails where a document lacks id, language or path,
// where two of one language share an id, and on errors of the file system.
func Build(docs []Document, known ...Known) (*Index, error) {
	byLanguage := map[string][]Document{}
	for _, d := range docs {
		if err := d.check(); err != nil {
			return nil, err
		}
		byLanguage[d.Language] = append(byLanguage[d.Language], d)
	}
	folder, err := os.MkdirTemp("", "elinde-search-")
	if err != nil {
		return nil, fmt.Errorf("cannot make a folder for the search index: %w", err)
	}
	x := &Index{folder: folder}
	for i, language := range sortedKeys(byLanguage) {
		s, err := buildSection(filepath.Join(folder, fmt.Sprint(i)), language, byLanguage[language], knownIn(known, language))
		if err != nil {
			return nil, errors.Join(fmt.Errorf("cannot index language %q: %w", language, err), x.Close())
		}
		x.sections = append(x.sections, s)
	}
	return x, nil
}

// Sections lists the sections, by language code.
func (x *Index) Sections() []*Section { return x.sections }

// Section gives the section of a language, nil where there is none.
func (x *Index) Section(language string) *Section {
	for _, s := range x.sections {
		if s.Language == language {
			return s
		}
	}
	return nil
}

// Close releases the index and removes its files.
func (x *Index) Close() error {
	var errs []error
	for _, s := range x.sections {
		errs = append(errs, s.index.Close())
	}
	return errors.Join(append(errs, os.RemoveAll(x.folder))...)
}

func buildSection(folder, language string, docs []Document, known map[string]bool) (*Section, error) {
	s := &Section{Language: language, Documents: docs}
	if err := s.number(); err != nil {
		return nil, err
	}
	s.dictionary.known = known
	builder, err := bleve.NewBuilder(folder, newMapping(), map[string]any{"buildPathPrefix": filepath.Dir(folder)})
	if err != nil {
		return nil, err
	}
	for i, d := range s.Documents {
		if err := builder.Index(externalID(i), bleveDocument(d)); err != nil {
			return nil, errors.Join(err, builder.Close())
		}
	}
	if err := builder.Close(); err != nil {
		return nil, err
	}
	if s.index, err = bleve.OpenUsing(folder, map[string]any{"read_only": true}); err != nil {
		return nil, err
	}
	return s, s.weigh()
}

// number puts the documents in the order of their numbers, by group, percent, length
// and id: bleve numbers them anew in each build, and an order with like documents side
// by side makes the files small. It also counts lengths and gathers words.
func (s *Section) number() error {
	words := newDictionary()
	memory := analysis.NewMemory(words.add)
	type numbered struct {
		document Document
		length   int
		sequence []int32
		texts    []Stretch
	}
	s.sequences.numbers = map[string]int32{}
	all := make([]numbered, len(s.Documents))
	alarms := map[string]bool{}
	languages := map[string]bool{}
	for i, d := range s.Documents {
		all[i].document = d
		var texts []quoted
		for _, f := range d.Fields {
			language := cmp.Or(f.Language, d.Language)
			languages[language] = true
			if f.Alarm != "" {
				if pattern := alarmOf(language, f.Text); pattern != "" {
					alarms[language+" "+f.Alarm+" "+pattern] = true
				}
			}
			if f.pattern() {
				continue
			}
			var stems []string
			for w := range memory.Words(language, f.Text) {
				stems = append(stems, w.Stem)
				all[i].length += max(f.Weight, 1)
			}
			if f.Quoted {
				texts = append(texts, quoted{max(f.Weight, 1), stems})
			}
			if f.Name {
				terms := analysis.NameTerms(stems)
				all[i].length += len(terms)
				words.name(terms)
			}
		}
		all[i].sequence, all[i].texts = s.sequences.add(texts)
	}
	slices.SortFunc(all, func(a, b numbered) int {
		return cmp.Or(strings.Compare(a.document.Group, b.document.Group), cmp.Compare(b.document.percent(), a.document.percent()),
			cmp.Compare(a.length, b.length), strings.Compare(a.document.ID, b.document.ID))
	})
	s.Documents = make([]Document, len(all))
	s.Lengths = make([]int, len(all))
	s.sequences.documents, s.sequences.texts = make([][]int32, len(all)), make([][]Stretch, len(all))
	ids := map[string]bool{}
	for i, n := range all {
		if ids[n.document.ID] {
			return fmt.Errorf("two documents have the id %q", n.document.ID)
		}
		ids[n.document.ID] = true
		s.Documents[i], s.Lengths[i] = n.document, n.length
		s.sequences.documents[i], s.sequences.texts[i] = n.sequence, n.texts
		s.Tokens += n.length
		for _, values := range n.document.Facets {
			s.facetTokens += len(values)
		}
	}
	s.dictionary = words.sorted()
	s.dictionary.alarms = sortedKeys(alarms)
	delete(languages, s.Language)
	s.Languages = append([]string{s.Language}, sortedKeys(languages)...)
	return nil
}

func bleveDocument(d Document) map[string]any {
	var segments []analysis.Segment
	for _, f := range d.Fields {
		if !f.pattern() {
			segments = append(segments, analysis.Segment{Text: f.Text, Language: cmp.Or(f.Language, d.Language), Weight: max(f.Weight, 1), Name: f.Name})
		}
	}
	var facets []string
	for _, name := range sortedKeys(d.Facets) {
		for _, value := range d.Facets[name] {
			facets = append(facets, name+facetEnd+value)
		}
	}
	return map[string]any{bodyField: analysis.Encode(segments), facetField: facets}
}

func newMapping() mapping.IndexMapping {
	body := bleve.NewTextFieldMapping()
	body.Analyzer = analysis.AnalyzerName
	facets := bleve.NewKeywordFieldMapping()
	for _, f := range []*mapping.FieldMapping{body, facets} {
		f.Store, f.IncludeInAll, f.IncludeTermVectors, f.DocValues = false, false, false, false
	}
	facets.DocValues = true // for counts
	document := bleve.NewDocumentStaticMapping()
	document.AddFieldMappingsAt(bodyField, body)
	document.AddFieldMappingsAt(facetField, facets)
	m := bleve.NewIndexMapping()
	m.DefaultMapping = document
	m.ScoringModel = index.BM25Scoring
	return m
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
