package static

import "elinde/search"

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
	for i := k - 1; i >= 0; i-- {
		w.bit(n >> i & 1)
	}
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

func packPostings(postings []search.Posting, documents int) []byte {
	var w bitWriter
	w.postings(postings, documents)
	return w.bytes
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
	for range k {
		n = n<<1 | r.bit()
	}
	return n
}

// unpackPostings reads n postings; nil where the bytes do not hold so many, or name
// documents that are not there.
func unpackPostings(data []byte, n, documents int) []search.Posting {
	r := bitReader{bytes: data}
	return r.postings(n, documents)
}

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
