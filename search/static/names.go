package static

import (
	"cmp"
	"slices"
	"strings"

	"elinde/search"
	"elinde/search/analysis"
)

// Name terms are looked up whole, never by their beginning, and all words in them
// are terms of their own. So their files hold no text but a hash of each, and which
// file a term is in is a hash too: no list of files is needed. A name term takes 4
// bytes, not 14.

// namesInFile is the number of name terms in a file, about.
const namesInFile = 64

// hashes is the number of hashes.
const hashes = 1 << 32

// hash is FNV-1a of 32 bits, from an offset of our own.
func hash(s string, salt uint32) uint32 {
	h := salt
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}

// namesFile gives the file of a name term. Terms whose first two stems are the same are
// in one file: a query of two words asks for both of its terms there.
func namesFile(term string, salt uint32, files int) int {
	first := term
	if i := strings.Index(term, analysis.NameJoint); i >= 0 {
		if j := strings.Index(term[i+1:], analysis.NameJoint); j >= 0 {
			first = term[:i+1+j]
		}
	}
	return int(hash(first, ^salt) % uint32(files))
}

// hashed is a name term as it is written.
type hashed struct {
	hash     uint32
	postings []search.Posting
}

// nameFiles writes the name terms. The salt is the first by which no two terms of a
// file have the same hash.
func nameFiles(terms []search.Term, documents int) (files [][]byte, salt uint32) {
	if len(terms) == 0 {
		return nil, 0
	}
	count := (len(terms) + namesInFile - 1) / namesInFile
	for {
		parted := make([][]hashed, count)
		for _, t := range terms {
			i := namesFile(t.Stem, salt, count)
			parted[i] = append(parted[i], hashed{hash(t.Stem, salt), t.Postings})
		}
		if !slices.ContainsFunc(parted, twice) {
			for _, list := range parted {
				files = append(files, packNames(list, documents))
			}
			return files, salt
		}
		salt++
	}
}

// twice sorts a list and tells whether a hash is in it twice.
func twice(list []hashed) bool {
	slices.SortFunc(list, func(a, b hashed) int { return cmp.Compare(a.hash, b.hash) })
	return len(slices.CompactFunc(slices.Clone(list), func(a, b hashed) bool { return a.hash == b.hash })) < len(list)
}

func packNames(list []hashed, documents int) []byte {
	var w writer
	w.number(len(list))
	var b bitWriter
	k := riceParameter(hashes, len(list))
	last := -1
	for _, h := range list {
		b.rice(int(h.hash)-last-1, k)
		last = int(h.hash)
		b.rice(len(h.postings)-1, 0)
		b.postings(h.postings, documents)
	}
	w.Write(b.bytes)
	return w.Bytes()
}

// names reads what packNames wrote, by hash.
func (r *reader) names(documents int) map[uint32][]search.Posting {
	n := r.number()
	if r.err != nil || n > 4*len(r.data) {
		r.fail()
		return nil
	}
	in := bitReader{bytes: r.data}
	k := riceParameter(hashes, n)
	out := map[uint32][]search.Posting{}
	last := -1
	for range n {
		last += in.rice(k) + 1
		postings := in.postings(in.rice(0)+1, documents)
		if postings == nil || last >= hashes {
			r.fail()
			return nil
		}
		out[uint32(last)] = postings
	}
	return out
}
