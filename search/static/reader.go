package static

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"unicode/utf8"

	"elinde/search"
	"elinde/search/analysis"
)

// Reader answers queries from the files of one language as a browser does. It is
// not safe for concurrent use.
type Reader struct {
	files    fs.FS
	language string
	build    buildID
	contents contents
	brief    []string
	lengths  []int
	percents map[int]int
	shards   map[int][]entry
	texts    [][]search.Stretch // once a phrase was looked for
}

// Open reads the first file of a language in a folder of indexes. It fails with
// ErrDamaged or ErrMixed on files that this package did not write.
func Open(files fs.FS, language string) (*Reader, error) {
	r := &Reader{files: files, language: language, shards: map[int][]entry{}}
	data, err := fs.ReadFile(files, language+"/contents.bin")
	if err != nil {
		return nil, fmt.Errorf("cannot open the search index of language %q: %w", language, err)
	}
	payload, id, err := unseal(data, nil)
	if err == nil {
		payload, err = inflate(payload)
	}
	if err == nil && (json.Unmarshal(payload, &r.contents) != nil || r.contents.Code == nil || r.contents.Block < 1) {
		err = ErrDamaged
	}
	if err != nil {
		return nil, fmt.Errorf("cannot read %s/contents.bin: %w", language, err)
	}
	r.build, r.brief = id, strings.Fields(r.contents.Brief)
	column, err := r.payload("lengths.bin")
	if err != nil {
		return nil, err
	}
	in := bitReader{bytes: column}
	r.lengths = in.lengths(r.contents.Documents)
	r.percents = in.percents(r.contents.Documents)
	if in.over {
		return nil, fmt.Errorf("cannot read %s/lengths.bin: %w", language, ErrDamaged)
	}
	return r, nil
}

func (r *Reader) payload(name string) ([]byte, error) {
	data, err := fs.ReadFile(r.files, r.language+"/"+name)
	if err != nil {
		return nil, fmt.Errorf("cannot open a file of the search index: %w", err)
	}
	payload, _, err := unseal(data, &r.build)
	if err != nil {
		return nil, fmt.Errorf("cannot read %s/%s: %w", r.language, name, err)
	}
	return payload, nil
}

func (r *Reader) shard(i int) ([]entry, error) {
	if e, ok := r.shards[i]; ok {
		return e, nil
	}
	data, err := r.payload(fmt.Sprintf("t/%d.bin", i))
	if err != nil {
		return nil, err
	}
	in := bitReader{bytes: data}
	entries := in.entries(r.contents.Code, r.contents.Documents)
	if entries == nil {
		return nil, fmt.Errorf("cannot read %s/t/%d.bin: %w", r.language, i, ErrDamaged)
	}
	r.shards[i] = entries
	return entries, nil
}

// shardOf gives the shard in which a root is if it is anywhere, -1 for none.
func (r *Reader) shardOf(root string) int {
	i, found := slices.BinarySearch(r.contents.Shards, root)
	if found {
		return i
	}
	return i - 1
}

// roots lists the beginnings of a word that may be roots.
func (r *Reader) roots(word string) []string {
	var out []string
	letters := 0
	for i, c := range word {
		letters++
		root := word[:i+utf8.RuneLen(c)]
		if letters >= rootLetters || slices.Contains(r.brief, root) {
			out = append(out, root)
		}
	}
	return out
}

// term gives the entry of a stem, nil where it is not indexed.
func (r *Reader) term(stem string) (*entry, error) {
	if strings.Contains(stem, analysis.NameJoint) {
		return r.name(stem)
	}
	shard, i, err := r.place(stem)
	if i < 0 {
		return nil, err
	}
	return &r.shards[shard][i], nil
}

// place tells the shard of a stem and which of its entries it is, -1 where there is none.
func (r *Reader) place(stem string) (shard, i int, err error) {
	for _, root := range r.roots(stem) {
		shard := r.shardOf(root)
		if shard < 0 {
			continue
		}
		entries, err := r.shard(shard)
		if err != nil {
			return 0, -1, err
		}
		for i := range entries {
			if entries[i].stem == stem && entries[i].own() {
				return shard, i, nil
			}
		}
	}
	return 0, -1, nil
}

// name gives the entry of a name term, nil where none of its first stem has its hash.
func (r *Reader) name(term string) (*entry, error) {
	first, err := r.term(firstStem(term))
	if err != nil || first == nil || len(first.named) == 0 {
		return nil, err
	}
	postings := first.named[nameHash(term, r.contents.Salt, len(first.named))]
	if postings == nil {
		return nil, nil
	}
	return &entry{stem: term, postings: postings}, nil
}

// Has implements search.Dictionary.
func (r *Reader) Has(stem string) (bool, error) {
	e, err := r.term(stem)
	return e != nil, err
}

// Alarms implements search.Dictionary.
func (r *Reader) Alarms() []string { return r.contents.Alarms }

// Beginning implements search.Dictionary. A word that begins with the prefix is
// in an entry whose root begins with the prefix or is a beginning of it.
func (r *Reader) Beginning(prefix string) ([]string, error) {
	shards := map[int]bool{}
	for _, root := range r.roots(prefix) {
		shards[r.shardOf(root)] = true
	}
	for i := max(r.shardOf(prefix), 0); i < len(r.contents.Shards); i++ {
		if first := r.contents.Shards[i]; first > prefix && !strings.HasPrefix(first, prefix) {
			break
		}
		shards[i] = true
	}
	delete(shards, -1)
	found := map[string]bool{}
	for i := range shards {
		entries, err := r.shard(i)
		if err != nil {
			return nil, err
		}
		for _, e := range entries {
			if slices.ContainsFunc(e.surfaces, func(s string) bool { return strings.HasPrefix(s, prefix) }) {
				found[e.stem] = true
			}
		}
	}
	return sortedKeys(found), nil
}

// Known implements search.Dictionary.
func (r *Reader) Known(surface string) (known bool, err error) {
	if r.contents.Known {
		err = r.words("known.bin", func(word string) { known = known || word == surface })
	}
	return known, err
}

// words reads a file of words.
func (r *Reader) words(name string, each func(word string)) error {
	data, err := r.payload(name)
	if err != nil {
		return err
	}
	text, err := inflate(data)
	word, ok := "", err == nil
	for line := range strings.Lines(string(text)) {
		if word, ok = unfront(word, strings.TrimSuffix(line, "\n")); !ok {
			break
		}
		each(word)
	}
	if !ok {
		return fmt.Errorf("cannot read %s/%s: %w", r.language, name, ErrDamaged)
	}
	return nil
}

// Near implements search.Dictionary.
func (r *Reader) Near(surface string, edits int) ([]string, error) {
	data, err := r.payload("words.bin")
	if err != nil {
		return nil, err
	}
	in := bitReader{bytes: data}
	var near []string
	for _, e := range in.words(r.contents.Code, in.number()-1) {
		for _, word := range e.surfaces {
			if word != surface && search.Within(surface, word, edits) {
				near = append(near, word)
			}
		}
	}
	if in.over {
		return nil, fmt.Errorf("cannot read %s/words.bin: %w", r.language, ErrDamaged)
	}
	slices.Sort(near)
	return slices.Compact(near), nil
}
