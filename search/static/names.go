package static

import (
	"cmp"
	"slices"
	"strings"

	"elinde/search"
	"elinde/search/analysis"
)

// Name terms are looked up whole, never by their beginning, and all words in them are
// terms of their own. So no text of them is kept but a hash, beside the stem that they
// begin with, and of the documents that have them only which of that stem's they are.

// hashSpread is how many bits a hash of names has beyond those that tell the names of a
// stem apart: a term that is not indexed is taken for one that is about once in 65,536.
const hashSpread = 16

// hash is FNV-1a of 32 bits, from an offset of our own.
func hash[T string | []byte](s T, salt uint32) uint32 {
	h := salt
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}

// nameHash gives the hash of a name term among so many of its first stem.
func nameHash(term string, salt uint32, names int) int {
	return int(uint64(hash(term, salt)) % (uint64(names) << hashSpread))
}

// firstStem gives the stem that a name term begins with.
func firstStem(term string) string {
	first, _, _ := strings.Cut(term, analysis.NameJoint)
	return first
}

// saltOf gives the first salt by which no two names of a stem have the same hash.
func saltOf(entries []entry) uint32 {
	for salt := uint32(0); ; salt++ {
		if !slices.ContainsFunc(entries, func(e entry) bool {
			seen := map[int]bool{}
			for _, t := range e.names {
				seen[nameHash(t.Stem, salt, len(e.names))] = true
			}
			return len(seen) < len(e.names)
		}) {
			return salt
		}
	}
}

// names writes the name terms that begin with the stem of an entry.
func (w *bitWriter) names(e entry, salt uint32) {
	hashOf := func(t search.Term) int { return nameHash(t.Stem, salt, len(e.names)) }
	list := slices.SortedFunc(slices.Values(e.names), func(a, b search.Term) int { return cmp.Compare(hashOf(a), hashOf(b)) })
	w.number(1 + len(list))
	last := -1
	for _, t := range list {
		w.rice(hashOf(t)-last-1, hashSpread)
		last = hashOf(t)
		w.rice(len(t.Postings)-1, 0)
		within := make([]search.Posting, len(t.Postings))
		for i, p := range t.Postings {
			at, _ := slices.BinarySearchFunc(e.postings, p, func(a, b search.Posting) int { return cmp.Compare(a.Document, b.Document) })
			within[i] = search.Posting{Document: at, Frequency: p.Frequency}
		}
		w.postings(within, len(e.postings))
	}
}

// names reads what names wrote beside postings, by hash; nil where that is damaged.
func (r *bitReader) names(postings []search.Posting) map[int][]search.Posting {
	n := r.number() - 1
	if n < 0 || n > 4*len(r.bytes) {
		return nil
	}
	out := map[int][]search.Posting{}
	last := -1
	for range n {
		last += r.rice(hashSpread) + 1
		list := r.postings(r.rice(0)+1, len(postings))
		if list == nil {
			return nil
		}
		for i := range list {
			list[i].Document = postings[list[i].Document].Document
		}
		out[last] = list
	}
	return out
}
