package static

import (
	"reflect"
	"testing"

	"elinde/search"
)

func TestPostings(t *testing.T) {
	for _, postings := range [][]search.Posting{
		{{Document: 0, Frequency: 1}},
		{{Document: 999, Frequency: 40}},
		{{Document: 0, Frequency: 2}, {Document: 1, Frequency: 1}, {Document: 500, Frequency: 12}, {Document: 998, Frequency: 3}},
	} {
		data := packPostings(postings, 1000)
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
