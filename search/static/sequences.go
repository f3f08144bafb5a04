package static

import (
	"cmp"
	"container/heap"
	"iter"
	"slices"
	"strings"
)

// How many tokens of several letters a code has: each search fetches all of them, each
// text is shorter for them.
const (
	leastMerged     = 256
	mostMerged      = 896
	lettersForToken = 1 << 11
	learntFrom      = 1 << 18 // letters of a kind of texts, about
)

// chunk is a part of texts that no token reaches beyond.
type chunk struct {
	text string
	kind kind
	uses int
}

// chunks parts a text: one that is shown after each space, terms after each line, since
// words of a stem have the same endings one after another.
func (k kind) chunks(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for text != "" {
			n := strings.IndexAny(text, k.ends()) + 1
			if n == 0 {
				n = len(text)
			}
			if !yield(text[:n]) {
				return
			}
			text = text[n:]
		}
	}
}

// ends gives the letters after which a chunk begins.
func (k kind) ends() string { return " \n"[k:] }

// sampled gives the chunks of a part of texts, in the order of their bytes, and how many
// letters all texts have, about.
func sampled(texts [kinds][]string) (chunks []chunk, letters int) {
	for k, list := range texts {
		size := 0
		for _, t := range list {
			size += len(t)
		}
		letters += size
		uses := map[string]int{}
		for i := 0; i < len(list); i += 1 + size/learntFrom {
			for part := range kind(k).chunks(list[i]) {
				uses[part]++
			}
		}
		for _, text := range sortedKeys(uses) {
			chunks = append(chunks, chunk{text, kind(k), uses[text]})
		}
	}
	return chunks, letters
}

// sequences gives the letters of chunks, and as many sequences of letters as merged, each
// made of the two tokens that were neighbours most often.
func sequences(chunks []chunk, merged int) []string {
	p := pairs{ids: map[rune]int{}, known: map[[2]int]*pair{}}
	for _, c := range chunks {
		p.add(c)
	}
	p.wait()
	for range merged {
		if !p.merge() {
			break
		}
	}
	return p.tokens
}

// pair are two neighbouring tokens.
type pair struct {
	tokens [2]int
	uses   int
	queued int   // uses when it was put into the queue
	in     []int // chunks that have it, or had
}

// pairs counts neighbours in chunks.
type pairs struct {
	tokens []string
	ids    map[rune]int
	chunks [][]int
	uses   []int // of the chunks
	known  map[[2]int]*pair
	fresh  []*pair // not yet in the queue
	queue  queue
}

func (p *pairs) add(c chunk) {
	var list []int
	for _, letter := range strings.ReplaceAll(c.text, tokenEnd, " ") {
		id, ok := p.ids[letter]
		if !ok {
			id = len(p.tokens)
			p.ids[letter] = id
			p.tokens = append(p.tokens, string(letter))
		}
		list = append(list, id)
	}
	p.chunks, p.uses = append(p.chunks, list), append(p.uses, c.uses)
	p.note(len(p.chunks)-1, 1)
}

// note counts the neighbours in a chunk, once more or once less.
func (p *pairs) note(at, sign int) {
	list := p.chunks[at]
	for i := range len(list) - 1 {
		tokens := [2]int{list[i], list[i+1]}
		k := p.known[tokens]
		if k == nil {
			k = &pair{tokens: tokens}
			p.known[tokens] = k
			p.fresh = append(p.fresh, k)
		}
		if k.uses += sign * p.uses[at]; sign > 0 && (len(k.in) == 0 || k.in[len(k.in)-1] != at) {
			k.in = append(k.in, at)
		}
	}
}

// wait puts fresh pairs into the queue: from now on their uses only fall.
func (p *pairs) wait() {
	for _, k := range p.fresh {
		k.queued = k.uses
		heap.Push(&p.queue, k)
	}
	p.fresh = nil
}

// merge makes a token of the commonest neighbours, the first made where several are.
func (p *pairs) merge() bool {
	for len(p.queue) > 0 {
		k := p.queue[0]
		if k.queued != k.uses { // as of before
			k.queued = k.uses
			heap.Fix(&p.queue, 0)
			continue
		}
		if k.uses < 3 {
			return false // what is there twice saves nothing
		}
		p.tokens = append(p.tokens, p.tokens[k.tokens[0]]+p.tokens[k.tokens[1]])
		for _, at := range k.in {
			p.replace(at, k.tokens)
		}
		p.wait()
		return true
	}
	return false
}

// replace puts the newest token in place of a pair.
func (p *pairs) replace(at int, pair [2]int) {
	list := p.chunks[at]
	if !has(list, pair) {
		return
	}
	p.note(at, -1)
	out := list[:0]
	for i := 0; i < len(list); i++ {
		if i+1 < len(list) && list[i] == pair[0] && list[i+1] == pair[1] {
			out = append(out, len(p.tokens)-1)
			i++
			continue
		}
		out = append(out, list[i])
	}
	p.chunks[at] = out
	p.note(at, 1)
}

func has(list []int, pair [2]int) bool {
	for i := range len(list) - 1 {
		if list[i] == pair[0] && list[i+1] == pair[1] {
			return true
		}
	}
	return false
}

// queue gives the pair of the most uses first.
type queue []*pair

func (q queue) Len() int      { return len(q) }
func (q queue) Swap(i, j int) { q[i], q[j] = q[j], q[i] }
func (q queue) Less(i, j int) bool {
	return cmp.Or(cmp.Compare(q[j].queued, q[i].queued), slices.Compare(q[i].tokens[:], q[j].tokens[:])) < 0
}
func (q *queue) Push(x any) { *q = append(*q, x.(*pair)) }
func (q *queue) Pop() any {
	last := (*q)[len(*q)-1]
	*q = (*q)[:len(*q)-1]
	return last
}
