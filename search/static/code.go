package static

import (
	"cmp"
	"encoding/json"
	"slices"
	"strings"
)

// The texts that are shown and the words of the index are written by one code for all
// files of a language, since each file alone is too small for DEFLATE to learn from:
// frequent sequences of letters (P. Gage, A new algorithm for data compression, 1994)
// with canonical codes of Huffman, others at the beginning of a chunk than further on:
// roots and endings have little in common.
type code struct {
	tokens  []string         // in the order of their bytes; the first, "", stands before a letter that is none
	lengths [2 * kinds][]int // of the codes of each, 0 for none, by class
	// What follows is made of these.
	canon [2 * kinds]canon
	next  [][256]int16 // the states of a trie of the tokens, the first its root; 0 for none
	ends  []int        // the token that ends in a state, -1 for none
	known [kinds]map[string][]int
}

// kind is that of a text. It has two classes of codes: for the first token of a chunk, and
// for the others.
type kind int

const (
	shownText kind = iota
	termText
	kinds
)

// class gives the code of what follows a token; "" stands before a text.
func (k kind) class(token string) int {
	if token == "" || strings.ContainsAny(token[len(token)-1:], k.ends()) {
		return int(2 * k)
	}
	return int(2*k + 1)
}

// canon is a canonical code.
type canon struct {
	counts []int // how many codes have 1, 2, 3 … bits
	order  []int // the tokens in the order of their codes
	codes  []uint32
}

const (
	letterBits  = 21   // of a letter that is no token
	longestCode = 30   // bits
	tokenEnd    = "\t" // between tokens in contents.bin; in none of them
)

// ready makes what encoding needs of tokens and lengths, and says whether they fit.
func (c *code) ready() bool {
	for i, lengths := range c.lengths {
		if len(lengths) != len(c.tokens) || len(c.tokens) == 0 || c.tokens[0] != "" || lengths[0] == 0 || !c.canon[i].ready(lengths) {
			return false
		}
	}
	c.plant()
	return true
}

func (n *canon) ready(lengths []int) bool {
	*n = canon{codes: make([]uint32, len(lengths))}
	for token, length := range lengths {
		if length < 0 || length > longestCode {
			return false
		}
		if length > 0 {
			n.order = append(n.order, token)
		}
	}
	slices.SortStableFunc(n.order, func(a, b int) int { return cmp.Compare(lengths[a], lengths[b]) })
	next, bits := uint32(0), 0
	for _, token := range n.order {
		for bits < lengths[token] {
			next <<= 1
			bits++
			n.counts = append(n.counts, 0)
		}
		if next >= 1<<bits {
			return false
		}
		n.counts[bits-1]++
		n.codes[token] = next
		next++
	}
	return true
}

// plant makes the trie.
func (c *code) plant() {
	c.next, c.ends, c.known = make([][256]int16, 1), []int{-1}, [kinds]map[string][]int{{}, {}}
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

// text writes a text by the code.
func (w *bitWriter) text(c *code, s string, k kind) {
	for part := range k.chunks(s) {
		tokens, ok := c.known[k][part]
		if !ok {
			tokens = c.parse(part, k)
			c.known[k][part] = tokens
		}
		class := 2 * k
		for _, token := range tokens {
			if token < 0 {
				w.low(^token, letterBits)
				continue
			}
			w.low(int(c.canon[class].codes[token]), c.lengths[class][token])
			class |= 1
		}
	}
}

// lines reads a text of so many lines; nil where there are fewer.
func (r *bitReader) lines(c *code, n int, k kind) []string {
	var b strings.Builder
	token := ""
	for read := 0; read < n && !r.over; {
		token = c.tokens[r.token(&c.canon[k.class(token)])]
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

func (r *bitReader) token(c *canon) int {
	value, first, index := 0, 0, 0
	for _, count := range c.counts {
		value |= r.bit()
		if value-first < count {
			return c.order[index+value-first]
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
	var texts [1 + 2*kinds]strings.Builder
	before := ""
	for i, t := range c.tokens {
		if i > 0 {
			texts[0].WriteString(tokenEnd)
		}
		texts[0].WriteString(front(before, t))
		before = t
		for class, lengths := range c.lengths {
			texts[1+class].WriteByte(shareds[lengths[i]])
		}
	}
	list := make([]string, len(texts))
	for i := range texts {
		list[i] = texts[i].String()
	}
	return json.Marshal(list)
}

// UnmarshalJSON implements json.Unmarshaler.
func (c *code) UnmarshalJSON(data []byte) error {
	var texts [1 + 2*kinds]string
	if err := json.Unmarshal(data, &texts); err != nil {
		return err
	}
	*c = code{}
	before, ok := "", true
	for part := range strings.SplitSeq(texts[0], tokenEnd) {
		if before, ok = unfront(before, part); !ok {
			return ErrDamaged
		}
		c.tokens = append(c.tokens, before)
	}
	for class := range c.lengths {
		for _, digit := range []byte(texts[1+class]) {
			c.lengths[class] = append(c.lengths[class], strings.IndexByte(shareds, digit))
		}
	}
	if !c.ready() {
		return ErrDamaged
	}
	return nil
}
