package static

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"elinde/search"
)

const (
	// rootLetters is the number of letters a word must share with its stem to be
	// kept beside it. Words that share less get an entry of their own, so that
	// whoever looks for words beginning with three letters need not look far.
	rootLetters = 3
	// shardSize is the size from which on a shard is closed, bytes before
	// deflation, which halves it.
	shardSize = 3 << 9
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
}

func termShards(ctx context.Context, s *search.Section) (termFiles, error) {
	entries, err := termEntries(ctx, s)
	if err != nil {
		return termFiles{}, err
	}
	var out termFiles
	var w writer
	for i, e := range entries {
		sameRoot := i > 0 && entries[i-1].root == e.root
		if utf8.RuneCountInString(e.root) < rootLetters && !sameRoot {
			out.brief = append(out.brief, e.root)
		}
		// Entries of one root are never parted: a root is in one shard.
		if n := len(out.shards); n == 0 || w.Len() >= shardSize && !sameRoot {
			if n > 0 {
				out.shards[n-1].data = slices.Clone(w.Bytes())
			}
			w.Reset()
			before := ""
			if i > 0 {
				before = entries[i-1].root
			}
			out.shards = append(out.shards, shard{first: parting(before, e.root)})
			w.entry("", e, len(s.Documents))
			continue
		}
		w.entry(entries[i-1].root, e, len(s.Documents))
	}
	if n := len(out.shards); n > 0 {
		out.shards[n-1].data = w.Bytes()
	}
	return out, nil
}

func termEntries(ctx context.Context, s *search.Section) ([]entry, error) {
	surfaces := map[string][]string{}
	for _, w := range s.Words() {
		surfaces[w.Stem] = append(surfaces[w.Stem], w.Surface)
	}
	var entries []entry
	for t, err := range s.Terms(ctx) {
		if err != nil {
			return nil, err
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
	return entries, nil
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
