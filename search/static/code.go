package static

import (
	"cmp"
	"encoding/json"
	"math"
	"slices"
	"strings"
	"unicode/utf8"
)

// The texts that are shown and the words of the index are written by one code for all
// files of a language, since each file alone is too small for DEFLATE to learn from:
// frequent sequences of letters (P. Gage, A new algorithm for data compression, 1994)
// with canonical codes of Huffman.
type code struct {
	tokens []string // in the order of their codes; "" stands before a letter that is none
	counts []int    // how many codes have 1, 2, 3 … bits
	// What follows is made of these.
	lengths []int
	codes   []uint32
	next    [][256]int16 // the states of a trie of the tokens, the first its root; 0 for none
	ends    []int        // the token that ends in a state, -1 for none
}

const (
	mergedTokens = 256     // tokens of several letters; all are in contents.bin
	learntFrom   = 1 << 16 // letters, about
	letterBits   = 21      // of a letter that is no token
	longestCode  = 30      // bits
	tokenEnd     = "\t"    // between tokens in contents.bin; in none of them
)

// learnCode makes a code from texts, a part of them where they are many.
func learnCode(texts []string) *code {
	size := 0
	for _, t := range texts {
		size += len(t)
	}
	var sample []string
	for i := 0; i < len(texts); i += 1 + size/learntFrom {
		sample = append(sample, texts[i])
	}
	c := &code{tokens: append([]string{""}, sequences(sample)...)}
	c.lengths = make([]int, len(c.tokens))
	for i := range c.tokens {
		c.lengths[i] = 9 // to begin with
	}
	c.plant()
	var uses []int
	for range 3 {
		uses = c.count(sample)
		total := 0
		for _, n := range uses {
			total += n + 1
		}
		for i, n := range uses {
			c.lengths[i] = int(math.Ceil(math.Log2(float64(total) / float64(n+1))))
		}
	}
	return newCode(c.tokens, uses)
}

// newCode gives tokens codes by their uses. Longer tokens without use are left out.
func newCode(tokens []string, uses []int) *code {
	var order []int
	for i, t := range tokens {
		if uses[i] > 0 || utf8.RuneCountInString(t) < 2 {
			order = append(order, i)
		}
	}
	lengths := huffman(order, uses)
	slices.SortFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(lengths[a], lengths[b]), strings.Compare(tokens[a], tokens[b]))
	})
	c := &code{}
	for _, i := range order {
		for len(c.counts) < lengths[i] {
			c.counts = append(c.counts, 0)
		}
		c.counts[lengths[i]-1]++
		c.tokens = append(c.tokens, tokens[i])
	}
	c.ready()
	return c
}

// huffman gives the lengths of the codes of symbols by their uses, of which none
// counts as one.
func huffman(symbols, uses []int) map[int]int {
	type tree struct {
		uses    int
		symbols []int
	}
	lengths := map[int]int{}
	var trees []tree
	for _, s := range symbols {
		trees = append(trees, tree{max(1, uses[s]), []int{s}})
	}
	if len(trees) == 1 {
		lengths[symbols[0]] = 1
	}
	for len(trees) > 1 {
		slices.SortStableFunc(trees, func(a, b tree) int { return cmp.Compare(a.uses, b.uses) })
		both := tree{trees[0].uses + trees[1].uses, append(trees[0].symbols, trees[1].symbols...)}
		for _, s := range both.symbols {
			lengths[s]++
		}
		trees = append(trees[2:], both)
	}
	return lengths
}

// ready makes what encoding needs of tokens and counts, and says whether they fit.
func (c *code) ready() bool {
	n, next := 0, uint32(0)
	for i, count := range c.counts {
		next <<= 1
		for range count {
			c.lengths = append(c.lengths, i+1)
			c.codes = append(c.codes, next)
			next++
		}
		n += count
		if i >= longestCode || count < 0 || next > 1<<(i+1) {
			return false
		}
	}
	c.plant()
	return n == len(c.tokens) && n > 0
}

// plant makes the trie.
func (c *code) plant() {
	c.next, c.ends = make([][256]int16, 1), []int{-1}
	for i, t := range c.tokens {
		if t == "" {
			continue
		}
		at := 0
		for j := range len(t) {
			if c.next[at][t[j]] == 0 {
				c.next[at][t[j]] = int16(len(c.next))
				c.next, c.ends = append(c.next, [256]int16{}), append(c.ends, -1)
			}
			at = int(c.next[at][t[j]])
		}
		c.ends[at] = i
	}
}

// parse gives the tokens that a text is written by in the fewest bits; after that
// which stands before a letter, the complement of the letter.
func (c *code) parse(s string) []int {
	type step struct{ bits, from, token int }
	steps := make([]step, len(s)+1)
	for i := range steps[1:] {
		steps[i+1].bits = math.MaxInt
	}
	escape := slices.Index(c.tokens, "")
	for i := range len(s) {
		if steps[i].bits == math.MaxInt {
			continue
		}
		reach := func(end, bits, token int) {
			if bits += steps[i].bits; bits < steps[end].bits {
				steps[end] = step{bits, i, token}
			}
		}
		for at, j := 0, i; j < len(s); {
			if at = int(c.next[at][s[j]]); at == 0 {
				break
			}
			if j++; c.ends[at] >= 0 {
				reach(j, c.lengths[c.ends[at]], c.ends[at])
			}
		}
		_, size := utf8.DecodeRuneInString(s[i:])
		reach(i+size, c.lengths[escape]+letterBits, escape)
	}
	var out []int
	for i := len(s); i > 0; i = steps[i].from {
		if steps[i].token == escape {
			letter, _ := utf8.DecodeRuneInString(s[steps[i].from:])
			out = append(out, ^int(letter))
		}
		out = append(out, steps[i].token)
	}
	slices.Reverse(out)
	return out
}

func (c *code) count(texts []string) []int {
	uses := make([]int, len(c.tokens))
	for _, t := range texts {
		for _, token := range c.parse(t) {
			if token >= 0 {
				uses[token]++
			}
		}
	}
	return uses
}

// text writes a text by the code.
func (w *bitWriter) text(c *code, s string) {
	for _, token := range c.parse(s) {
		if token < 0 {
			w.low(^token, letterBits)
		} else {
			w.low(int(c.codes[token]), c.lengths[token])
		}
	}
}

// lines reads a text of so many lines; nil where there are fewer.
func (r *bitReader) lines(c *code, n int) []string {
	var b strings.Builder
	for read := 0; read < n && !r.over; {
		token := c.tokens[r.token(c)]
		if token == "" {
			token = string(rune(r.low(letterBits)))
		}
		b.WriteString(token)
		read += strings.Count(token, "\n")
	}
	out := strings.Split(b.String(), "\n")
	if len(out) != n+1 {
		r.over = true
		return nil
	}
	return out[:n]
}

func (r *bitReader) token(c *code) int {
	value, first, index := 0, 0, 0
	for _, count := range c.counts {
		value |= r.bit()
		if value-first < count {
			return index + value - first
		}
		index += count
		first = (first + count) << 1
		value <<= 1
	}
	r.over = true // no such code
	return 0
}

// MarshalJSON implements json.Marshaler.
func (c *code) MarshalJSON() ([]byte, error) {
	return json.Marshal([]any{strings.Join(c.tokens, tokenEnd), c.counts})
}

// UnmarshalJSON implements json.Unmarshaler.
func (c *code) UnmarshalJSON(data []byte) error {
	var tokens string
	if err := json.Unmarshal(data, &[]any{&tokens, &c.counts}); err != nil {
		return err
	}
	c.tokens = strings.Split(tokens, tokenEnd)
	if !c.ready() {
		return ErrDamaged
	}
	return nil
}
