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
	names      []search.Term            // of an own entry: name terms that begin with the stem
	named      map[int][]search.Posting // the same as read, by hash
}

// own reports whether the root is a beginning of the stem: each stem has one such entry.
func (e *entry) own() bool { return strings.HasPrefix(e.stem, e.root) }

type shard struct {
	first   string // beginning of its first root
	entries []entry
	data    []byte
}

type termFiles struct {
	code   *code
	shards []shard
	brief  []string
	salt   uint32 // of the hashes of names
	words  []byte // of all entries
}

// termShards also learns the code, from the words and the texts of documents.
func termShards(ctx context.Context, s *search.Section, texts []string) (termFiles, error) {
	var out termFiles
	entries, err := termEntries(ctx, s)
	if err != nil {
		return termFiles{}, err
	}
	out.salt = saltOf(entries)
	for _, e := range entries {
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
	out.code = learnCode([kinds][]string{texts, lines})
	var all bitWriter
	all.number(1 + len(lines))
	for _, line := range lines {
		all.text(out.code, line, termText)
	}
	out.words = all.bytes
	before := ""
	for len(entries) > 0 {
		data, n := packShard(out.code, entries, len(s.Documents), out.salt)
		out.shards = append(out.shards, shard{parting(before, entries[0].root), entries[:n], data})
		before, entries = entries[n-1].root, entries[n:]
	}
	return out, nil
}

// packShard writes as many entries as fill a shard: to where the parting is shortest, since
// each search fetches all partings (R. Bayer, K. Unterauer, Prefix B-trees, 1977). Entries
// of one root are never parted: a root is in one shard.
func packShard(c *code, entries []entry, documents int, salt uint32) ([]byte, int) {
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
		words.text(c, e.line(root), termText)
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
	for _, e := range entries[:best.entries] {
		if e.own() {
			w.names(e, salt)
		}
	}
	return w.bytes, best.entries
}

// termEntries gives the entries of words.
func termEntries(ctx context.Context, s *search.Section) ([]entry, error) {
	var entries []entry
	names := map[string][]search.Term{} // by their first stem
	surfaces := map[string][]string{}
	for _, w := range s.Words() {
		surfaces[w.Stem] = append(surfaces[w.Stem], w.Surface)
	}
	for t, err := range s.Terms(ctx) {
		if err != nil {
			return nil, err
		}
		if strings.Contains(t.Stem, analysis.NameJoint) {
			first := firstStem(t.Stem)
			names[first] = append(names[first], t)
			continue
		}
		own := entry{root: t.Stem, stem: t.Stem, postings: t.Postings}
		for _, surface := range surfaces[t.Stem] {
			shared := commonPrefix(surface, t.Stem)
			if utf8.RuneCountInString(shared) < min(rootLetters, utf8.RuneCountInString(t.Stem)) {
				entries = append(entries, entry{root: surface, stem: t.Stem, surfaces: []string{surface}, postings: t.Postings})
				continue
			}
			own.root = commonPrefix(own.root, surface)
			own.surfaces = append(own.surfaces, surface)
		}
		entries = append(entries, own)
	}
	for i := range entries {
		if e := &entries[i]; e.own() {
			e.names = names[e.stem]
		}
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

// words reads the words of so many entries; nil where they are damaged.
func (r *bitReader) words(c *code, n int) []entry {
	var out []entry
	root := ""
	for _, line := range r.lines(c, n, termText) {
		var e entry
		if !e.read(line, root) {
			r.over = true
			return nil
		}
		root = e.root
		out = append(out, e)
	}
	return out
}

// entries reads a shard; nil where it is damaged.
func (r *bitReader) entries(c *code, documents int) []entry {
	out := r.words(c, r.number())
	for i := range out {
		if out[i].postings = r.postings(r.number(), documents); out[i].postings == nil {
			return nil
		}
	}
	for i := range out {
		if e := &out[i]; e.own() {
			if e.named = r.names(e.postings); e.named == nil {
				return nil
			}
		}
	}
	return out
}
