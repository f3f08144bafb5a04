package static

import (
	"bytes"
	"context"
	"fmt"
	"math"
	"reflect"
	"slices"
	"testing"
	"testing/fstest"

	"elinde/search"
	"elinde/search/corpus"
)

// TestFilesRankAsBleve compares the hits read from the files with bleve's, for
// queries of whole, begun and mistyped words, with and without filters.
func TestFilesRankAsBleve(t *testing.T) {
	for _, language := range []string{"tk", "ru", "en"} {
		t.Run(language, func(t *testing.T) {
			c := corpus.New(language, 11)
			x, files := built(t, c.Documents(300))
			r, err := Open(files, language)
			if err != nil {
				t.Fatal(err)
			}
			matches := map[search.Match]int{}
			corrected := 0
			for i := range 200 {
				q := search.Query{Text: c.Query(), Language: language, Limit: 50}
				if i%4 == 0 {
					q.Filters = map[string][]string{"kind": {"service", "place"}, "place": {fmt.Sprint("p", i%7)}}
				}
				got := same(t, x, r, q)
				matches[got.Match]++
				for _, w := range got.Plan.Words {
					corrected += len(w.Corrected)
				}
			}
			t.Logf("%v, %d corrections", matches, corrected)
			if matches[search.MatchAll] < 40 || matches[search.MatchSome] < 20 || corrected < 10 {
				t.Errorf("the queries try too little: %v, %d corrections", matches, corrected)
			}
		})
	}
}

func same(t *testing.T, x *search.Index, r *Reader, q search.Query) Result {
	t.Helper()
	want, err := x.Search(context.Background(), q)
	if err != nil {
		t.Fatalf("%q: bleve: %v", q.Text, err)
	}
	got, err := r.Search(q)
	if err != nil {
		t.Fatalf("%q: files: %v", q.Text, err)
	}
	if !reflect.DeepEqual(got.Plan, want.Plan) {
		t.Fatalf("%q: plan from files %+v, from memory %+v", q.Text, got.Plan, want.Plan)
	}
	if got.Total != want.Total || got.Match != want.Match || len(got.Hits) != len(want.Hits) {
		t.Fatalf("%q: files find %d (%s), bleve %d (%s)", q.Text, got.Total, got.Match, want.Total, want.Match)
	}
	scores := map[int]float64{}
	for _, h := range want.Hits {
		scores[h.Number] = h.Score
	}
	for i, h := range got.Hits {
		w := want.Hits[i]
		if math.Abs(h.Score-w.Score) > 1e-12 {
			t.Fatalf("%q: hit %d scores %v, by bleve %v", q.Text, i, h.Score, w.Score)
		}
		// Where scores tie, sums in another order may swap neighbours.
		if h.Number != w.Number && math.Abs(scores[h.Number]-h.Score) > 1e-12 && i < len(got.Hits)-1 {
			t.Fatalf("%q: hit %d is document %d, by bleve %d", q.Text, i, h.Number, w.Number)
		}
		if h.Number == w.Number && (h.Title != w.Title || h.Path != w.Path || !reflect.DeepEqual(h.Display, w.Display)) {
			t.Fatalf("%q: hit %d shows %+v, want %+v", q.Text, i, h, w.Document)
		}
	}
	return got
}

func built(t *testing.T, docs []search.Document) (*search.Index, fstest.MapFS) {
	t.Helper()
	x, err := search.Build(docs)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := x.Close(); err != nil {
			t.Error(err)
		}
	})
	files := fstest.MapFS{}
	for f, err := range Files(x) {
		if err != nil {
			t.Fatal(err)
		}
		files[f.Path] = &fstest.MapFile{Data: f.Data}
	}
	return x, files
}

func TestSameDocumentsGiveSameBytes(t *testing.T) {
	docs := corpus.New("tk", 3).Documents(120)
	_, a := built(t, docs)
	for i, j := 0, len(docs)-1; i < j; i, j = i+1, j-1 {
		docs[i], docs[j] = docs[j], docs[i]
	}
	_, b := built(t, docs)
	if len(a) != len(b) || len(a) < 10 {
		t.Fatalf("%d files, then %d", len(a), len(b))
	}
	for path := range a {
		if b[path] == nil || !bytes.Equal(a[path].Data, b[path].Data) {
			t.Errorf("%s differs", path)
		}
	}
}

func TestDamagedAndMixedFilesAreRefused(t *testing.T) {
	_, files := built(t, corpus.New("en", 5).Documents(60))
	_, other := built(t, corpus.New("en", 6).Documents(60))
	query := search.Query{Text: corpus.New("en", 5).Text(3), Limit: 5}
	damage := map[string]func([]byte) []byte{
		"cut":      func(b []byte) []byte { return b[:len(b)-5] },
		"headless": func(b []byte) []byte { return b[3:] },
		"empty":    func([]byte) []byte { return nil },
		"swapped":  func([]byte) []byte { return other["en/t/0.bin"].Data },
	}
	for name, f := range damage {
		broken := fstest.MapFS{}
		for path, file := range files {
			broken[path] = file
			if len(path) > 5 && path[:5] == "en/t/" {
				broken[path] = &fstest.MapFile{Data: f(file.Data)}
			}
		}
		r, err := Open(broken, "en")
		if err != nil {
			t.Fatal(err)
		}
		if _, err := r.Search(query); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// FuzzPlaces reads places of any bytes: an error or places, never a panic.
func FuzzPlaces(f *testing.F) {
	documents := [][]search.Stretch{{}, {{Weight: 3, Places: 4}, {Weight: 1, Places: 70}}, {{Weight: 2, Places: 9}}, {}, {}, {}, {}, {{Weight: 1, Places: 1}}}
	entries := []entry{
		{root: "a", stem: "a", postings: []search.Posting{{Document: 1, Frequency: 4}, {Document: 2, Frequency: 4}}},
		{root: "ba", stem: "other", postings: []search.Posting{{Document: 1, Frequency: 1}}},
		{root: "b", stem: "b", postings: []search.Posting{{Document: 1, Frequency: 2}, {Document: 2, Frequency: 3}, {Document: 7, Frequency: 1}}},
	}
	places := map[string][]search.Place{
		"a": {{Document: 1, At: 3, Weight: 3}, {Document: 1, At: 5, Weight: 1}, {Document: 2, At: 0, Weight: 2}, {Document: 2, At: 8, Weight: 2}},
		"b": {{Document: 1, At: 6, Weight: 1}, {Document: 1, At: 74, Weight: 1}, {Document: 2, At: 4, Weight: 2}, {Document: 7, At: 0, Weight: 1}},
	}
	texts, packed := packTexts(documents), packPlaces(entries, places, documents)
	if got := (&bitReader{bytes: texts}).texts(len(documents)); !slices.EqualFunc(got, documents, slices.Equal) {
		f.Fatalf("texts %v", got)
	}
	for i, want := range []map[int][]int{{1: {3, 5}, 2: {0, 8}}, nil, {1: {6, 74}, 2: {4}, 7: {0}}} {
		in := bitReader{bytes: packed}
		if got := in.placesOf(entries, i, documents); want != nil && (in.over || !reflect.DeepEqual(got, want)) {
			f.Fatalf("places %v, want %v", got, want)
		}
	}
	f.Add(texts, packed)
	f.Add([]byte{255, 255, 255, 255, 255, 15}, []byte{255, 255})
	f.Fuzz(func(t *testing.T, texts, packed []byte) {
		(&bitReader{bytes: texts}).texts(len(documents))
		in := bitReader{bytes: packed}
		for document, list := range in.placesOf(entries, 2, documents) {
			for _, at := range list {
				if at < 0 || at > 80 {
					t.Errorf("place %d of document %d", at, document)
				}
			}
		}
	})
}

// FuzzShard reads shards and codes of any bytes: an error or entries, never a panic.
func FuzzShard(f *testing.F) {
	posting := []search.Posting{{Document: 1, Frequency: 2}}
	e := entry{root: "hyzm", stem: "hyzmat", surfaces: []string{"hyzmaty"}, postings: posting, names: []search.Term{{Stem: "hyzmat\x1f", Postings: posting}}}
	c := learnCode([kinds][]string{{"hyzmat\n"}, {e.line("")}})
	data, _ := packShard(c, []entry{e}, 9, 0)
	tokens, err := c.MarshalJSON()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data, tokens)
	f.Add([]byte{0, 255, 255, 255, 255, 15}, []byte(`["0\t0a","11","11","11","11"]`))
	f.Add([]byte{}, []byte(`["0","1","1","1","z"]`))
	f.Fuzz(func(t *testing.T, data, tokens []byte) {
		var c code
		if c.UnmarshalJSON(tokens) != nil {
			return
		}
		in := bitReader{bytes: data}
		if entries := in.entries(&c, 9); in.over && entries != nil {
			t.Error("entries in spite of an error")
		}
	})
}
