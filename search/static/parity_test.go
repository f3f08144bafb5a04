package static

import (
	"bytes"
	"context"
	"fmt"
	"math"
	"reflect"
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
	postings := []search.Posting{{Document: 1, Frequency: 2}, {Document: 7, Frequency: 1}}
	files, salt := placeFiles(map[string][]search.Place{"a": {{Document: 1, At: 3}, {Document: 1, At: 9}}}, map[string][]search.Posting{"a": postings})
	if got := (&bitReader{bytes: files[0]}).places(hash("a", salt), postings); !reflect.DeepEqual(got, map[int][]int{1: {3, 9}}) {
		f.Fatalf("places %v", got)
	}
	f.Add(files[0], hash("a", salt))
	f.Add([]byte{255, 255, 255, 255, 255, 15}, uint32(0))
	f.Fuzz(func(t *testing.T, data []byte, want uint32) {
		in := bitReader{bytes: data}
		if places := in.places(want, postings); in.over && places != nil {
			t.Error("places in spite of an error")
		}
	})
}

// FuzzShard reads shards and codes of any bytes: an error or entries, never a panic.
func FuzzShard(f *testing.F) {
	e := entry{"hyzm", "hyzmat", []string{"hyzmaty"}, []search.Posting{{Document: 1, Frequency: 2}}}
	c := learnCode([]string{e.line("")})
	data, _ := packShard(c, []entry{e}, 9)
	tokens, err := c.MarshalJSON()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data, tokens)
	f.Add([]byte{0, 255, 255, 255, 255, 15}, []byte(`["\ta",[2]]`))
	f.Add([]byte{}, []byte(`["",[-1]]`))
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
