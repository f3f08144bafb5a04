package static

import (
	"fmt"
	"reflect"
	"testing"

	"elinde/search"
)

func TestNamesComeBack(t *testing.T) {
	e := entry{root: "a", stem: "a"}
	for i := range 400 {
		e.postings = append(e.postings, search.Posting{Document: 3 * i, Frequency: 2})
	}
	for i := range 300 {
		e.names = append(e.names, search.Term{Stem: fmt.Sprintf("a\x1fb%d", i), Postings: []search.Posting{{Document: 3 * i, Frequency: 1 + i%3}}},
			search.Term{Stem: fmt.Sprintf("a\x1fb%d\x1f", i), Postings: []search.Posting{{Document: 3 * i, Frequency: 1}, {Document: 1197, Frequency: 1}}})
	}
	salt := saltOf([]entry{e})
	var w bitWriter
	w.names(e, salt)
	got := (&bitReader{bytes: w.bytes}).names(e.postings)
	for _, term := range e.names {
		if got := got[nameHash(term.Stem, salt, len(e.names))]; !reflect.DeepEqual(got, term.Postings) {
			t.Errorf("%q came back as %v, want %v", term.Stem, got, term.Postings)
		}
	}
	for cut := 1; cut < len(w.bytes); cut++ {
		in := bitReader{bytes: w.bytes[:cut]}
		if names := in.names(e.postings); names != nil {
			t.Errorf("%d of %d bytes give %d names", cut, len(w.bytes), len(names))
		}
	}
}

// TestSaltParts: terms of one hash get another salt.
func TestSaltParts(t *testing.T) {
	seen := map[int]string{}
	for i := 0; ; i++ {
		s := fmt.Sprintf("s\x1f%d\x1f", i)
		h := nameHash(s, 0, 2)
		other, clash := seen[h]
		seen[h] = s
		if !clash {
			continue
		}
		if salt := saltOf([]entry{{names: []search.Term{{Stem: other}, {Stem: s}}}}); salt == 0 {
			t.Errorf("%q and %q have one hash and no salt", other, s)
		}
		return
	}
}

func TestFrontedComesBack(t *testing.T) {
	for _, list := range []fronted{{}, {"a"}, {"да", "дар", "дом", "дома"}, {"ba", "bab", "ça", "çab"}} {
		data, err := list.MarshalJSON()
		if err != nil {
			t.Fatal(err)
		}
		var got fronted
		if err := got.UnmarshalJSON(data); err != nil || !reflect.DeepEqual(got, list) {
			t.Errorf("%v came back as %v from %s: %v", list, got, data, err)
		}
	}
}

// FuzzNames reads names and partings of any bytes: an error or an answer, never a panic.
func FuzzNames(f *testing.F) {
	postings := []search.Posting{{Document: 1, Frequency: 2}, {Document: 4, Frequency: 1}}
	var w bitWriter
	w.names(entry{postings: postings, names: []search.Term{{Stem: "a\x1fb", Postings: postings[1:]}}}, 0)
	f.Add(w.bytes)
	f.Add([]byte(`["01","ab b"]`))
	f.Fuzz(func(t *testing.T, data []byte) {
		in := bitReader{bytes: data}
		if names := in.names(postings); in.over && names != nil {
			t.Error("names in spite of an error")
		}
		var list fronted
		_ = list.UnmarshalJSON(data)
	})
}
