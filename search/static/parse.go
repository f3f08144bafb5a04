package static

import (
	"math"
	"slices"
	"unicode/utf8"
)

// parse gives the tokens that a chunk is written by in the fewest bits; after that which
// stands before a letter, the complement of the letter.
func (c *code) parse(text string, k kind) []int {
	type step struct{ bits, from, token int }
	steps := make([]step, len(text)+1)
	for i := range steps[1:] {
		steps[i+1].bits = math.MaxInt
	}
	for i := range len(text) {
		if steps[i].bits == math.MaxInt {
			continue
		}
		lengths := c.lengths[int(2*k)+min(i, 1)]
		reach := func(end, bits, token int) {
			if bits += steps[i].bits; bits < steps[end].bits {
				steps[end] = step{bits, i, token}
			}
		}
		for at, j := 0, i; j < len(text); {
			if at = int(c.next[at][text[j]]); at == 0 {
				break
			}
			if j++; c.ends[at] >= 0 && lengths[c.ends[at]] > 0 {
				reach(j, lengths[c.ends[at]], c.ends[at])
			}
		}
		_, size := utf8.DecodeRuneInString(text[i:])
		reach(i+size, lengths[0]+letterBits, 0)
	}
	var out []int
	for i := len(text); i > 0; i = steps[i].from {
		if steps[i].token == 0 {
			letter, _ := utf8.DecodeRuneInString(text[steps[i].from:])
			out = append(out, ^int(letter))
		}
		out = append(out, steps[i].token)
	}
	slices.Reverse(out)
	return out
}

// count tells how often tokens are used, by class.
func (c *code) count(chunks []chunk) [2 * kinds][]int {
	var uses [2 * kinds][]int
	for class := range uses {
		uses[class] = make([]int, len(c.tokens))
	}
	for _, part := range chunks {
		class := 2 * part.kind
		for _, token := range c.parse(part.text, part.kind) {
			if token >= 0 {
				uses[class][token] += part.uses
				class |= 1
			}
		}
	}
	return uses
}
