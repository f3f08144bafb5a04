package static

import (
	"fmt"
	"reflect"
	"testing"

	"elinde/search"
)

func TestNamesComeBack(t *testing.T) {
	const documents = 500
	var terms []search.Term
	for i := range 300 {
		terms = append(terms, search.Term{Stem: fmt.Sprintf("a%d\x1fb%d", i, i%7), Postings: []search.Posting{{Document: i, Frequency: 1 + i%3}}},
			search.Term{Stem: fmt.Sprintf("a%d\x1fb%d\x1f", i, i%7), Postings: []search.Posting{{Document: i, Frequency: 1}, {Document: 499, Frequency: 1}}})
	}
	files, salt := nameFiles(terms, documents)
	for _, term := range terms {
		i := namesFile(term.Stem, salt, len(files))
		in := bitReader{bytes: files[i]}
		if got := in.names(documents)[hash(term.Stem, salt)]; !reflect.DeepEqual(got, term.Postings) {
			t.Errorf("%q came back as %v, want %v", term.Stem, got, term.Postings)
		}
		if whole := namesFile(term.Stem+"\x1f", salt, len(files)); term.Stem[len(term.Stem)-1] != 0x1f && whole != i {
			t.Errorf("%q is in file %d, the whole name in %d", term.Stem, i, whole)
		}
	}
	for cut := 1; cut < len(files[0]); cut++ {
		in := bitReader{bytes: files[0][:cut]}
		if names := in.names(documents); names != nil {
			t.Errorf("%d of %d bytes give %d names", cut, len(files[0]), len(names))
		}
	}
}

// TestSaltParts: terms of one hash get another salt.
func TestSaltParts(t *testing.T) {
	seen := map[uint32]string{}
	for i := 0; ; i++ {
		s := fmt.Sprintf("s%d\x1f", i)
		other, clash := seen[hash(s, 0)]
		seen[hash(s, 0)] = s
		if !clash {
			continue
		}
		posting := []search.Posting{{Document: 0, Frequency: 1}}
		if _, salt := nameFiles([]search.Term{{Stem: other, Postings: posting}, {Stem: s, Postings: posting}}, 1); salt == 0 {
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
	f.Add(packNames([]hashed{{7, []search.Posting{{Document: 1, Frequency: 2}}}}, 9))
	f.Add([]byte(`["01","ab b"]`))
	f.Fuzz(func(t *testing.T, data []byte) {
		in := bitReader{bytes: data}
		if names := in.names(9); in.over && names != nil {
			t.Error("names in spite of an error")
		}
		var list fronted
		_ = list.UnmarshalJSON(data)
	})
}
