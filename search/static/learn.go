package static

import (
	"cmp"
	"math"
	"slices"
	"unicode/utf8"
)

// spare is how many times as many sequences are tried as are kept: those that others were
// made of often are of no more use.
const spare = 2

// learnCode makes a code from texts, a part of them where they are many.
func learnCode(texts [kinds][]string) *code {
	chunks, letters := sampled(texts)
	most := min(max(letters/lettersForToken, leastMerged), mostMerged)
	c := &code{tokens: append([]string{""}, sequences(chunks, spare*most)...)}
	slices.Sort(c.tokens)
	for class := range c.lengths {
		c.lengths[class] = slices.Repeat([]int{9}, len(c.tokens)) // to begin with
	}
	c.plant()
	c.measure(c.count(chunks))
	c.measure(c.count(chunks))
	c.keep(most, c.count(chunks))
	c.measure(c.count(chunks))
	return newCode(c.tokens, c.count(chunks))
}

// measure gives tokens the lengths of codes that fit their uses.
func (c *code) measure(uses [2 * kinds][]int) {
	for i, list := range uses {
		total := 0
		for _, n := range list {
			total += n + 1
		}
		for j, n := range list {
			c.lengths[i][j] = int(math.Ceil(math.Log2(float64(total) / float64(n+1))))
		}
	}
}

// worst is more bits than any token takes, and more than any saves.
const worst = 1 << 10

// keep leaves so many of the longer tokens, those that save most.
func (c *code) keep(most int, uses [2 * kinds][]int) {
	saved := make([]int, len(c.tokens))
	var longer []int
	for i, t := range c.tokens {
		if utf8.RuneCountInString(t) < 2 {
			continue
		}
		longer = append(longer, i)
		for class, list := range uses {
			if list[i] > 0 {
				saved[i] += list[i] * (c.without(t, class) - c.lengths[class][i])
			}
		}
	}
	slices.SortStableFunc(longer, func(a, b int) int { return cmp.Compare(saved[b], saved[a]) })
	dropped := make([]bool, len(c.tokens))
	for _, i := range longer[min(most, len(longer)):] {
		dropped[i] = true
	}
	var tokens []string
	var lengths [2 * kinds][]int
	for i, t := range c.tokens {
		if dropped[i] {
			continue
		}
		tokens = append(tokens, t)
		for class := range lengths {
			lengths[class] = append(lengths[class], c.lengths[class][i])
		}
	}
	c.tokens, c.lengths = tokens, lengths
	c.plant()
}

// without gives the bits of a token by shorter ones, worst where there are none.
func (c *code) without(t string, class int) int {
	steps := make([]int, len(t)+1)
	for i := range steps[1:] {
		steps[i+1] = worst
	}
	for i := range len(t) {
		if steps[i] == worst {
			continue
		}
		lengths := c.lengths[class|min(i, 1)]
		for at, j := 0, i; j < len(t); {
			if at = int(c.next[at][t[j]]); at == 0 {
				break
			}
			if j++; c.ends[at] >= 0 && lengths[c.ends[at]] > 0 && j-i < len(t) {
				steps[j] = min(steps[j], steps[i]+lengths[c.ends[at]])
			}
		}
	}
	return steps[len(t)]
}

// newCode gives tokens codes by their uses. Longer tokens without use are left out.
func newCode(tokens []string, uses [2 * kinds][]int) *code {
	c := &code{}
	var kept []int
	for i, t := range tokens {
		used := utf8.RuneCountInString(t) < 2
		for _, list := range uses {
			used = used || list[i] > 0
		}
		if used {
			kept = append(kept, i)
			c.tokens = append(c.tokens, t)
		}
	}
	for i := range c.lengths {
		c.lengths[i] = make([]int, len(kept))
		var has, counted []int
		for j, k := range kept {
			if uses[i][k] > 0 || tokens[k] == "" {
				has, counted = append(has, j), append(counted, uses[i][k])
			}
		}
		for j, n := range huffman(counted) {
			c.lengths[i][has[j]] = n
		}
	}
	c.ready()
	return c
}

// huffman gives the lengths of the codes of symbols by their uses, of which none
// counts as one.
func huffman(uses []int) []int {
	type tree struct {
		uses    int
		symbols []int
	}
	lengths := make([]int, len(uses))
	var trees []tree
	for i, n := range uses {
		trees = append(trees, tree{max(1, n), []int{i}})
	}
	if len(trees) == 1 {
		lengths[0] = 1
	}
	slices.SortStableFunc(trees, func(a, b tree) int { return cmp.Compare(a.uses, b.uses) })
	for len(trees) > 1 {
		both := tree{trees[0].uses + trees[1].uses, slices.Concat(trees[0].symbols, trees[1].symbols)}
		for _, s := range both.symbols {
			lengths[s]++
		}
		trees = trees[2:]
		at, _ := slices.BinarySearchFunc(trees, both.uses+1, func(t tree, n int) int { return cmp.Compare(t.uses, n) })
		trees = slices.Insert(trees, at, both)
	}
	return lengths
}
