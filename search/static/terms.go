package static

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"elinde/search"
	"elinde/search/analysis"
)

const (
	// rootLetters is the number of letters a word must share with its stem to be
	// kept beside it. Words that share less get an entry of their own, so that
	// whoever looks for words beginning with three letters need not look far.
	rootLetters = 3
	// A shard is closed between these sizes, bytes before deflation, which halves it.
	shardSize = 448
	shardMost = 896
)

// entry is a stem with the words that have it. root is what all of them share
// from their beginning; entries are in the order of their roots.
type entry struct {
	root, stem string
	surfaces   []string
	postings   []search.Posting
}

type shard struct {
	first string // beginning of its first root
	data  []byte
}

type termFiles struct {
	shards []shard
	brief  []string
	names  []search.Term // found by their hashes
}

func termShards(ctx context.Context, s *search.Section) (termFiles, error) {
	var out termFiles
	entries, names, err := termEntries(ctx, s)
	if err != nil {
		return termFiles{}, err
	}
	out.names = names
	for _, e := range entries {
		if n := len(out.brief); utf8.RuneCountInString(e.root) < rootLetters && (n == 0 || out.brief[n-1] != e.root) {
			out.brief = append(out.brief, e.root)
		}
	}
	before := ""
	for len(entries) > 0 {
		n := shardOf(entries, len(s.Documents))
		var w writer
		root := ""
		for _, e := range entries[:n] {
			w.entry(root, e, len(s.Documents))
			root = e.root
		}
		out.shards = append(out.shards, shard{first: parting(before, entries[0].root), data: w.Bytes()})
		before, entries = root, entries[n:]
	}
	return out, nil
}

// shardOf gives the number of entries to put into the next shard: of those that fill it,
// that after which the parting is shortest, since each search fetches all partings
// (R. Bayer, K. Unterauer, Prefix B-trees, 1977). Entries of one root are never parted:
// a root is in one shard.
func shardOf(entries []entry, documents int) int {
	size, best, shortest := 0, len(entries), 1<<30
	root := ""
	for i, e := range entries {
		if i > 0 && e.root != root && size >= shardSize {
			if n := len(parting(root, e.root)); n < shortest {
				best, shortest = i, n
			}
			if size >= shardMost {
				return best
			}
		}
		var w writer
		w.entry(root, e, documents)
		size += w.Len()
		root = e.root
	}
	return best
}

// termEntries gives the entries of words, and the name terms apart.
func termEntries(ctx context.Context, s *search.Section) (entries []entry, names []search.Term, err error) {
	surfaces := map[string][]string{}
	for _, w := range s.Words() {
		surfaces[w.Stem] = append(surfaces[w.Stem], w.Surface)
	}
	for t, err := range s.Terms(ctx) {
		if err != nil {
			return nil, nil, err
		}
		if strings.Contains(t.Stem, analysis.NameJoint) {
			names = append(names, t)
			continue
		}
		own := entry{root: t.Stem, stem: t.Stem, postings: t.Postings}
		for _, surface := range surfaces[t.Stem] {
			shared := commonPrefix(surface, t.Stem)
			if utf8.RuneCountInString(shared) < min(rootLetters, utf8.RuneCountInString(t.Stem)) {
				entries = append(entries, entry{surface, t.Stem, []string{surface}, t.Postings})
				continue
			}
			own.root = commonPrefix(own.root, surface)
			own.surfaces = append(own.surfaces, surface)
		}
		entries = append(entries, own)
	}
	slices.SortFunc(entries, func(a, b entry) int {
		return cmp.Or(strings.Compare(a.root, b.root), strings.Compare(a.stem, b.stem))
	})
	return entries, names, nil
}

// parting gives the shortest beginning of a root that comes after the root before it.
func parting(before, root string) string {
	shared := len(commonPrefix(before, root))
	_, size := utf8.DecodeRuneInString(root[shared:])
	return root[:shared+size]
}

// commonPrefix gives what two words share from their beginning, whole letters.
func commonPrefix(a, b string) string {
	for i, c := range a {
		if !strings.HasPrefix(b[min(i, len(b)):], string(c)) {
			return a[:i]
		}
	}
	return a
}

// entry writes an entry. The words follow the root, which follows the root of the
// entry before.
func (w *writer) entry(before string, e entry, documents int) {
	w.front(before, e.root)
	w.front(e.root, e.stem)
	w.number(len(e.surfaces))
	for _, s := range e.surfaces {
		w.text(s[len(e.root):])
	}
	postings := packPostings(e.postings, documents)
	w.number(len(e.postings))
	w.number(len(postings))
	w.Write(postings)
}

// front writes a text as the bytes it shares with another and the rest.
func (w *writer) front(before, s string) {
	n := 0
	for n < min(len(before), len(s)) && before[n] == s[n] {
		n++
	}
	w.number(n)
	w.text(s[n:])
}

func (r *reader) front(before string) string {
	n := r.number()
	if n > len(before) {
		r.fail()
		return ""
	}
	return before[:n] + r.text()
}

func (r *reader) entries(documents int) []entry {
	var out []entry
	root := ""
	for len(r.data) > 0 {
		e := entry{root: r.front(root)}
		root = e.root
		e.stem = r.front(root)
		for range r.count() {
			e.surfaces = append(e.surfaces, root+r.text())
		}
		n := r.number()
		if e.postings = unpackPostings(r.bytes(r.number()), n, documents); e.postings == nil {
			r.fail()
			return nil
		}
		out = append(out, e)
	}
	return out
}
