package static

import (
	"slices"
	"strings"
)

// sequences gives the letters of texts, and as many sequences of letters as mergedTokens,
// each made of the two tokens that were neighbours most often.
func sequences(texts []string) []string {
	p := pairs{ids: map[rune]int{}, uses: map[[2]int]int{}}
	for _, t := range texts {
		p.add(t)
	}
	for range mergedTokens {
		if !p.merge() {
			break
		}
	}
	return p.tokens
}

// pairs counts neighbours in texts.
type pairs struct {
	tokens []string
	ids    map[rune]int
	texts  [][]int
	uses   map[[2]int]int
}

func (p *pairs) add(text string) {
	var list []int
	for _, letter := range strings.ReplaceAll(text, tokenEnd, " ") {
		id, ok := p.ids[letter]
		if !ok {
			id = len(p.tokens)
			p.ids[letter] = id
			p.tokens = append(p.tokens, string(letter))
		}
		list = append(list, id)
	}
	p.texts = append(p.texts, list)
	p.note(list, 1)
}

func (p *pairs) note(list []int, n int) {
	for i := range len(list) - 1 {
		p.uses[[2]int{list[i], list[i+1]}] += n
	}
}

// merge makes a token of the commonest neighbours, the first made where several are.
func (p *pairs) merge() bool {
	var best [2]int
	most := 2 // what is there twice saves nothing
	for pair, n := range p.uses {
		if n > most || n == most && most > 2 && slices.Compare(pair[:], best[:]) < 0 {
			best, most = pair, n
		}
	}
	if most == 2 {
		return false
	}
	p.tokens = append(p.tokens, p.tokens[best[0]]+p.tokens[best[1]])
	for i, list := range p.texts {
		p.texts[i] = p.replace(list, best)
	}
	return true
}

// replace puts the newest token in place of a pair.
func (p *pairs) replace(list []int, pair [2]int) []int {
	if !has(list, pair) {
		return list
	}
	p.note(list, -1)
	out := list[:0]
	for i := 0; i < len(list); i++ {
		if i+1 < len(list) && list[i] == pair[0] && list[i+1] == pair[1] {
			out = append(out, len(p.tokens)-1)
			i++
			continue
		}
		out = append(out, list[i])
	}
	p.note(out, 1)
	return out
}

func has(list []int, pair [2]int) bool {
	for i := range len(list) - 1 {
		if list[i] == pair[0] && list[i+1] == pair[1] {
			return true
		}
	}
	return false
}
