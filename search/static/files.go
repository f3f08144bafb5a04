package static

import (
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"iter"
	"slices"
	"strings"

	"elinde/search"
)

// File is a file of a static index. Path is relative to the folder of indexes:
// "en/contents.bin".
type File struct {
	Path string
	Data []byte
}

// contents is contents.bin, which a reader fetches first.
type contents struct {
	Language  string         `json:"language"`
	Languages []string       `json:"languages"` // whose rules the words follow, own first
	Documents int            `json:"documents"`
	Tokens    int            `json:"tokens"`  // sum of the lengths
	Block     int            `json:"block"`   // documents in a display block
	Display   []string       `json:"display"` // keys of what is shown, in their order
	Shards    fronted        `json:"shards"`  // first root of each shard of terms
	Salt      uint32         `json:"salt"`    // of the hashes of names
	Places    bool           `json:"places"`  // whether there are files of places
	Known     bool           `json:"known"`   // whether there is a file of known words
	Brief     string         `json:"brief"`   // roots shorter than rootLetters, parted by spaces
	Facets    map[string]int `json:"facets"`  // name → number of its file
	Alarms    []string       `json:"alarms"`  // texts that tell of danger, as stems
	Code      *code          `json:"code"`    // of the texts in "t" and "d"
}

// Files gives the files of an index, section by section. It stops at the first
// error, which is of reading bleve's files.
func Files(x *search.Index) iter.Seq2[File, error] {
	return func(yield func(File, error) bool) {
		for _, s := range x.Sections() {
			files, err := sectionFiles(s)
			if err != nil {
				yield(File{}, fmt.Errorf("cannot write the search index of language %q: %w", s.Language, err))
				return
			}
			for _, f := range files {
				if !yield(f, nil) {
					return
				}
			}
		}
	}
}

// sectionFiles makes all payloads first: the id of the build is a digest of them.
func sectionFiles(s *search.Section) ([]File, error) {
	c := contents{Language: s.Language, Languages: s.Languages, Documents: len(s.Documents), Tokens: s.Tokens,
		Block: blockSize, Facets: map[string]int{}, Shards: fronted{},
		Alarms: append([]string{}, s.Alarms()...)}
	var payloads []File
	add := func(name string, data []byte) {
		payloads = append(payloads, File{s.Language + "/" + name, data})
	}
	c.Display = displayKeys(s.Documents)
	texts := shownTexts(s.Documents, c.Display)
	terms, err := termShards(context.Background(), s, slices.Clone(texts))
	if err != nil {
		return nil, err
	}
	for i, t := range terms.shards {
		c.Shards = append(c.Shards, t.first)
		add(fmt.Sprintf("t/%d.bin", i), t.data)
	}
	c.Brief = strings.Join(terms.brief, " ")
	c.Salt = terms.salt
	if places := s.Places(); len(places) > 0 {
		c.Places = true
		add("texts.bin", packTexts(s.Stretches()))
		for i, t := range terms.shards {
			add(fmt.Sprintf("p/%d.bin", i), packPlaces(t.entries, places, s.Stretches()))
		}
	}
	add("words.bin", terms.words)
	c.Code = terms.code
	for i, data := range displayBlocks(terms.code, texts) {
		add(fmt.Sprintf("d/%d.bin", i), data)
	}
	for i, f := range facetColumns(s.Documents) {
		c.Facets[f.name] = i
		add(fmt.Sprintf("f/%d.bin", i), f.pack(terms.code, len(s.Documents)))
	}
	if known := s.Known(); len(known) > 0 {
		data, err := packWords(known)
		if err != nil {
			return nil, err
		}
		c.Known = true
		add("known.bin", data)
	}
	var columns bitWriter
	columns.lengths(s.Lengths)
	columns.percents(s.Documents)
	add("lengths.bin", columns.bytes)
	first, err := json.Marshal(c)
	if err == nil {
		first, err = deflate(first)
	}
	if err != nil {
		return nil, err
	}
	add("contents.bin", first)
	slices.SortFunc(payloads, byPath)
	sealAll(payloads)
	return payloads, nil
}

func byPath(a, b File) int { return slices.Compare([]byte(a.Path), []byte(b.Path)) }

func sealAll(payloads []File) {
	digest := sha256.New()
	digest.Write([]byte{Version})
	for _, p := range payloads {
		fmt.Fprintf(digest, "%s\n%d\n", p.Path, len(p.Data))
		digest.Write(p.Data)
	}
	id := buildID(digest.Sum(nil)[:idSize])
	for i := range payloads {
		payloads[i].Data = seal(id, payloads[i].Data)
	}
}

// packWords writes words, each fronted by the one before.
func packWords(words []string) ([]byte, error) {
	var b strings.Builder
	before := ""
	for _, word := range words {
		b.WriteString(front(before, word) + "\n")
		before = word
	}
	return deflate([]byte(b.String()))
}

// Pack gives the files of an index as one JSON object, path → base64, for a page
// that carries its index inside and is opened from a disk. The client's unpack
// reads it. It fails as Files does.
func Pack(x *search.Index) ([]byte, error) {
	all := map[string][]byte{}
	for f, err := range Files(x) {
		if err != nil {
			return nil, err
		}
		all[f.Path] = f.Data
	}
	return json.Marshal(all)
}
