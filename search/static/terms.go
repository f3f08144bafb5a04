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
	// A shard is closed between these sizes in bits.
	shardSize = 8 * 320
	shardMost = 8 * 640
	// wordEnd parts the words of an entry, otherStem begins a stem that its root does not
	// begin. No word has them.
	wordEnd, otherStem = " ", "="
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
	code   *code
	shards []shard
	brief  []string
	names  []search.Term // found by their hashes
	stems  map[string][]search.Posting
}

// termShards also learns the code, from the words and the texts of documents.
func termShards(ctx context.Context, s *search.Section, texts []string) (termFiles, error) {
	var out termFiles
	entries, names, err := termEntries(ctx, s)
	if err != nil {
		return termFiles{}, err
	}
	out.names, out.stems = names, map[string][]search.Posting{}
	for _, e := range entries {
		out.stems[e.stem] = e.postings
		if n := len(out.brief); utf8.RuneCountInString(e.root) < rootLetters && (n == 0 || out.brief[n-1] != e.root) {
			out.brief = append(out.brief, e.root)
		}
	}
	lines := make([]string, len(entries))
	root := ""
	for i, e := range entries {
		lines[i] = e.line(root)
		root = e.root
	}
	out.code = learnCode(append(texts, lines...))
	before := ""
	for len(entries) > 0 {
		data, n := packShard(out.code, entries, len(s.Documents))
		out.shards = append(out.shards, shard{first: parting(before, entries[0].root), data: data})
		before, entries = entries[n-1].root, entries[n:]
	}
	return out, nil
}

// packShard writes as many entries as fill a shard: to where the parting is shortest, since
// each search fetches all partings (R. Bayer, K. Unterauer, Prefix B-trees, 1977). Entries
// of one root are never parted: a root is in one shard.
func packShard(c *code, entries []entry, documents int) ([]byte, int) {
	var words, postings bitWriter
	type end struct{ entries, words, postings int }
	best, shortest := end{}, 1<<30
	root := ""
	for i, e := range entries {
		if at := (end{i, words.used, postings.used}); i > 0 && e.root != root && at.words+at.postings >= shardSize {
			if n := len(parting(root, e.root)); n < shortest {
				best, shortest = at, n
			}
			if at.words+at.postings >= shardMost {
				break
			}
		}
		words.text(c, e.line(root))
		postings.number(len(e.postings))
		postings.postings(e.postings, documents)
		root = e.root
		if i == len(entries)-1 {
			best = end{len(entries), words.used, postings.used}
		}
	}
	var w bitWriter
	w.number(best.entries)
	w.bits(words, best.words)
	w.bits(postings, best.postings)
	return w.bytes, best.entries
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

// line writes the words of an entry: the root, fronted by that before; the stem and the
// surfaces, by what follows the root.
func (e entry) line(before string) string {
	var b strings.Builder
	b.WriteString(front(before, e.root) + wordEnd)
	if rest, ok := strings.CutPrefix(e.stem, e.root); ok {
		b.WriteString(rest)
	} else {
		b.WriteString(otherStem + e.stem)
	}
	for _, s := range e.surfaces {
		b.WriteString(wordEnd + s[len(e.root):])
	}
	return b.String() + "\n"
}

// read reads what line wrote, without its end; false where it cannot be.
func (e *entry) read(line, before string) (ok bool) {
	parts := strings.Split(line, wordEnd)
	if e.root, ok = unfront(before, parts[0]); !ok || len(parts) < 2 {
		return false
	}
	stem, other := strings.CutPrefix(parts[1], otherStem)
	if e.stem = stem; !other {
		e.stem = e.root + stem
	}
	for _, rest := range parts[2:] {
		e.surfaces = append(e.surfaces, e.root+rest)
	}
	return true
}

// front writes a word as how many letters it shares with another, as one letter, and the rest.
func front(before, word string) string {
	shared := []rune(commonPrefix(word, before))
	shared = shared[:min(len(shared), len(shareds)-1)]
	return shareds[len(shared):][:1] + word[len(string(shared)):]
}

// unfront reads what front wrote; false where it cannot be.
func unfront(before, s string) (string, bool) {
	if s == "" {
		return "", false
	}
	shared, letters := strings.IndexByte(shareds, s[0]), []rune(before)
	if shared < 0 || shared > len(letters) {
		return "", false
	}
	return string(letters[:shared]) + s[1:], true
}

// entries reads a shard; nil where it is damaged.
func (r *bitReader) entries(c *code, documents int) []entry {
	n := r.number()
	lines := r.lines(c, n)
	if len(lines) == 0 {
		return nil
	}
	out := make([]entry, n)
	root := ""
	for i, line := range lines {
		if !out[i].read(line, root) {
			return nil
		}
		root = out[i].root
	}
	for i := range out {
		if out[i].postings = r.postings(r.number(), documents); out[i].postings == nil {
			return nil
		}
	}
	return out
}
