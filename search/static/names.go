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
func hash[T string | []byte](s T, salt uint32) uint32 {
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
	var w bitWriter
	w.number(1 + len(list))
	k := riceParameter(hashes, len(list))
	last := -1
	for _, h := range list {
		w.rice(int(h.hash)-last-1, k)
		last = int(h.hash)
		w.rice(len(h.postings)-1, 0)
		w.postings(h.postings, documents)
	}
	return w.bytes
}

// names reads what packNames wrote, by hash; nil where that is damaged.
func (r *bitReader) names(documents int) map[uint32][]search.Posting {
	n := r.number() - 1
	if n < 0 || n > 4*len(r.bytes) {
		return nil
	}
	k := riceParameter(hashes, n)
	out := map[uint32][]search.Posting{}
	last := -1
	for range n {
		last += r.rice(k) + 1
		postings := r.postings(r.rice(0)+1, documents)
		if postings == nil || last >= hashes {
			return nil
		}
		out[uint32(last)] = postings
	}
	return out
}
