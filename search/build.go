package search

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
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
	terms, err := s.number()
	if err != nil {
		return nil, err
	}
	s.dictionary.known = known
	builder, err := bleve.NewBuilder(folder, newMapping(), map[string]any{"buildPathPrefix": filepath.Dir(folder)})
	if err != nil {
		return nil, err
	}
	for i := range s.Documents {
		if err := builder.Index(externalID(i), s.bleveDocument(i, terms[i])); err != nil {
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

// others are terms of a document that no stretch has.
type others struct {
	stems map[int32]int // how often each counts
	names []string
}

// number puts the documents in the order of their numbers, by group, percent, length
// and id: bleve numbers them anew in each build, and an order with like documents side
// by side makes the files small. It also counts lengths and gathers words.
func (s *Section) number() ([]others, error) {
	words := newDictionary()
	memory := analysis.NewMemory(words.add)
	type numbered struct {
		document Document
		length   int
		sequence []int32
		texts    []Stretch
		others   others
	}
	all := make([]numbered, len(s.Documents))
	alarms := map[string]bool{}
	languages := map[string]bool{}
	for i, d := range s.Documents {
		n := &all[i]
		n.document = d
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
			text := quoted{weight: max(f.Weight, 1)}
			for stem := range memory.Words(language, f.Text) {
				text.stems = append(text.stems, stem)
			}
			n.length += text.weight * len(text.stems)
			if f.Quoted {
				texts = append(texts, text)
			} else {
				for _, stem := range text.stems {
					if n.others.stems == nil {
						n.others.stems = map[int32]int{}
					}
					n.others.stems[stem] += text.weight
				}
			}
			if f.Name {
				names := analysis.NameTerms(memory.Named(text.stems))
				n.length += len(names)
				words.name(names)
				n.others.names = append(n.others.names, names...)
			}
		}
		n.sequence, n.texts = ordered(texts)
	}
	slices.SortFunc(all, func(a, b numbered) int {
		return cmp.Or(strings.Compare(a.document.Group, b.document.Group), cmp.Compare(b.document.percent(), a.document.percent()),
			cmp.Compare(a.length, b.length), strings.Compare(a.document.ID, b.document.ID))
	})
	s.Documents = make([]Document, len(all))
	s.Lengths = make([]int, len(all))
	s.sequences.documents, s.sequences.texts = make([][]int32, len(all)), make([][]Stretch, len(all))
	s.sequences.stems, s.sequences.numbers = memory.Stems()
	terms := make([]others, len(all))
	ids := map[string]bool{}
	for i, n := range all {
		if ids[n.document.ID] {
			return nil, fmt.Errorf("two documents have the id %q", n.document.ID)
		}
		ids[n.document.ID] = true
		s.Documents[i], s.Lengths[i], terms[i] = n.document, n.length, n.others
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
	return terms, nil
}

// bleveDocument gives a document as bleve takes it.
func (s *Section) bleveDocument(i int, more others) map[string]any {
	var terms analysis.Terms
	for stem, weight := range s.sequences.standing(i) {
		terms.Add(s.sequences.stems[stem], weight)
	}
	for _, stem := range slices.Sorted(maps.Keys(more.stems)) {
		terms.Add(s.sequences.stems[stem], more.stems[stem])
	}
	for _, name := range more.names {
		terms.Add(name, 1)
	}
	var facets []string
	d := s.Documents[i]
	for _, name := range sortedKeys(d.Facets) {
		for _, value := range d.Facets[name] {
			facets = append(facets, name+facetEnd+value)
		}
	}
	return map[string]any{bodyField: terms.String(), facetField: facets}
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
