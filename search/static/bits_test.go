package static

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"elinde/search"
)

func unpackPostings(data []byte, n, documents int) []search.Posting {
	r := bitReader{bytes: data}
	return r.postings(n, documents)
}

func TestPostings(t *testing.T) {
	for _, postings := range [][]search.Posting{
		{{Document: 0, Frequency: 1}},
		{{Document: 999, Frequency: 40}},
		{{Document: 0, Frequency: 2}, {Document: 1, Frequency: 1}, {Document: 500, Frequency: 12}, {Document: 998, Frequency: 3}},
	} {
		var w bitWriter
		w.postings(postings, 1000)
		data := w.bytes
		if got := unpackPostings(data, len(postings), 1000); !reflect.DeepEqual(got, postings) {
			t.Errorf("%v came back as %v", postings, got)
		}
		for cut := range data {
			if got := unpackPostings(data[:cut], len(postings), 1000); got != nil {
				t.Errorf("%d of %d bytes give %v", cut, len(data), got)
			}
		}
		last := postings[len(postings)-1].Document
		if got := unpackPostings(data, len(postings), last); got != nil && riceParameter(last, len(postings)) == riceParameter(1000, len(postings)) {
			t.Errorf("document %d of %d was read", last, last)
		}
	}
	if unpackPostings([]byte{0, 0}, 0, 9) != nil || unpackPostings([]byte{0}, 9, 9) != nil || unpackPostings([]byte{0}, -1, 9) != nil {
		t.Error("an impossible number of postings was read")
	}
}

func TestNumbersAndTextsComeBack(t *testing.T) {
	c := learnCode([kinds][]string{{"hyzmat\nhyzmatlar we hyzmat\n", "hyzmaty\tçaga\n"}, {"0hyzmat lar laryň\n"}})
	texts := []string{"hyzmatlaryň hyzmat\n", "\n", "ü😀\x00\t\n", "çaga çaga\n", " \n"}
	var w bitWriter
	for n := range 300 {
		w.number(n + 1)
		w.below(n/2, n+1)
	}
	for k := range kinds {
		for _, s := range texts {
			w.text(c, s, k)
		}
	}
	r := bitReader{bytes: w.bytes}
	for n := range 300 {
		if got := r.number(); got != n+1 {
			t.Fatalf("%d came back as %d", n+1, got)
		}
		if got := r.below(n + 1); got != n/2 {
			t.Fatalf("%d below %d came back as %d", n/2, n+1, got)
		}
	}
	for k := range kinds {
		if got := strings.Join(r.lines(c, len(texts), k), "\n") + "\n"; r.over || got != strings.Join(texts, "") {
			t.Errorf("%q came back as %q", texts, got)
		}
	}
	data, err := c.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	var again code
	if err := again.UnmarshalJSON(data); err != nil || !slices.Equal(again.tokens, c.tokens) || !reflect.DeepEqual(again.lengths, c.lengths) {
		t.Errorf("the code %v came back as %v: %v", c.tokens, again.tokens, err)
	}
}
