package static

import (
	"math/bits"

	"elinde/search"
)

// postings are written bit by bit, the lowest bit of a byte first: gaps by the code
// of Rice (S. W. Golomb, Run-length encodings, 1966; R. F. Rice, 1979), whose
// parameter follows from how many of the documents there are, frequencies as so
// many ones and a zero. Bytes would be deflated to a third more.

type bitWriter struct {
	bytes []byte
	used  int // bits of the last byte
}

func (w *bitWriter) bit(b int) {
	if w.used%8 == 0 {
		w.bytes = append(w.bytes, 0)
	}
	w.bytes[len(w.bytes)-1] |= byte(b << (w.used % 8))
	w.used++
}

// rice writes n / 2^k in ones and a zero, then k bits, the highest first.
func (w *bitWriter) rice(n, k int) {
	for range n >> k {
		w.bit(1)
	}
	w.bit(0)
	w.low(n, k)
}

// low writes the lowest k bits, the highest first.
func (w *bitWriter) low(n, k int) {
	for i := k - 1; i >= 0; i-- {
		w.bit(n >> i & 1)
	}
}

// bits writes the first n bits of another.
func (w *bitWriter) bits(other bitWriter, n int) {
	r := bitReader{bytes: other.bytes}
	for range n {
		w.bit(r.bit())
	}
}

// number writes a number of 1 and more: its length in bits less 1 in ones and a zero, then
// what follows its highest bit (P. Elias, Universal codeword sets, 1975).
func (w *bitWriter) number(n int) {
	k := bits.Len(uint(n)) - 1
	w.rice(k, 0)
	w.low(n, k)
}

// riceParameter is the logarithm of the mean gap.
func riceParameter(documents, having int) int {
	k := 0
	for having > 0 && documents>>(k+1) >= having {
		k++
	}
	return k
}

// postings writes them by document.
func (w *bitWriter) postings(postings []search.Posting, documents int) {
	k := riceParameter(documents, len(postings))
	last := -1
	for _, p := range postings {
		w.rice(p.Document-last-1, k)
		w.rice(p.Frequency-1, 0)
		last = p.Document
	}
}

// bitReader gives zeros after the end, and says so in over.
type bitReader struct {
	bytes []byte
	at    int
	over  bool
}

func (r *bitReader) bit() int {
	if r.at >= 8*len(r.bytes) {
		r.over = true
		return 0
	}
	b := r.bytes[r.at/8] >> (r.at % 8) & 1
	r.at++
	return int(b)
}

func (r *bitReader) rice(k int) int {
	n := 0
	for r.bit() == 1 {
		n++
	}
	return n<<k | r.low(k)
}

func (r *bitReader) low(k int) int {
	n := 0
	for range k {
		n = n<<1 | r.bit()
	}
	return n
}

// number reads what number wrote; 0 where the bits end or it cannot be.
func (r *bitReader) number() int {
	k := r.rice(0)
	if n := 1<<min(k, 40) | r.low(min(k, 40)); !r.over && k <= 40 {
		return n
	}
	r.over = true
	return 0
}

// postings reads n postings; nil where the bits do not hold so many, or name documents
// that are not there.
func (r *bitReader) postings(n, documents int) []search.Posting {
	if n < 1 || n > 4*len(r.bytes) || n > documents {
		return nil // a posting takes two bits at least
	}
	k := riceParameter(documents, n)
	out := make([]search.Posting, n)
	last := -1
	for i := range out {
		last += r.rice(k) + 1
		out[i] = search.Posting{Document: last, Frequency: r.rice(0) + 1}
		if r.over || last >= documents {
			return nil
		}
	}
	return out
}
