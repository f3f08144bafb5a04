package static

import (
	"cmp"
	"math/bits"
	"slices"

	"elinde/search"
)

// Where stems stand in texts is asked for by quoted phrases only, so it has files of its
// own, one beside each file of terms. How long the texts of a document are, by weight, is
// written once: a stem that counts once is in a text that counts so, and its place takes
// no more bits than that text has places for.

// parameterBits are those of the parameter of the code of lengths.
const parameterBits = 4

// packTexts writes how many places the texts of each weight have, of each document: which
// weights there are together, the most frequent first, and for each document which of
// these it has and the numbers.
func packTexts(documents [][]search.Stretch) []byte {
	uses := map[string]int{}
	sums := map[string][]int{}
	for _, texts := range documents {
		key := weightsOf(texts)
		uses[key]++
		if sums[key] == nil {
			sums[key] = make([]int, len(texts))
		}
		for i, t := range texts {
			sums[key][i] += t.Places
		}
	}
	order := sortedKeys(uses)
	slices.SortStableFunc(order, func(a, b string) int { return cmp.Compare(uses[b], uses[a]) })
	var w bitWriter
	w.number(1 + len(order))
	parameters := map[string][]int{}
	ranks := map[string]int{}
	for rank, key := range order {
		ranks[key] = rank
		w.number(1 + len(key))
		for i, weight := range []byte(key) {
			k := min(riceParameter(sums[key][i], uses[key]), 1<<parameterBits-1)
			parameters[key] = append(parameters[key], k)
			w.number(int(weight))
			w.low(k, parameterBits)
		}
	}
	for _, texts := range documents {
		key := weightsOf(texts)
		w.rice(ranks[key], 0)
		for i, t := range texts {
			w.rice(t.Places-1, parameters[key][i])
		}
	}
	return w.bytes
}

// weightsOf gives the weights as bytes; they are small.
func weightsOf(texts []search.Stretch) string {
	key := make([]byte, len(texts))
	for i, t := range texts {
		key[i] = byte(t.Weight)
	}
	return string(key)
}

// texts reads what packTexts wrote; nil where it is damaged.
func (r *bitReader) texts(documents int) [][]search.Stretch {
	type weight struct{ weight, parameter int }
	var known [][]weight
	for n := r.number() - 1; n > 0 && !r.over; n-- {
		var list []weight
		for m := r.number() - 1; m > 0 && !r.over; m-- {
			list = append(list, weight{r.number(), r.low(parameterBits)})
		}
		known = append(known, list)
	}
	if documents > 8*len(r.bytes) {
		return nil
	}
	out := make([][]search.Stretch, documents)
	for i := range out {
		rank := r.rice(0)
		if r.over || rank >= len(known) {
			return nil
		}
		for _, t := range known[rank] {
			out[i] = append(out[i], search.Stretch{Weight: t.weight, Places: 1 + r.rice(t.parameter)})
		}
	}
	if r.over {
		return nil
	}
	return out
}

// packPlaces writes the places of stems, in their order: whether the places of each tell of
// all that it counts in documents, and the places in each.
func packPlaces(entries []entry, places map[string][]search.Place, documents [][]search.Stretch) []byte {
	var w bitWriter
	for _, e := range entries {
		if !e.own() {
			continue
		}
		list := places[e.stem]
		counted := 0
		for _, p := range list {
			counted += p.Weight
		}
		for _, p := range e.postings {
			counted -= p.Frequency
		}
		all := counted == 0
		if all {
			w.bit(1)
		} else {
			w.bit(0)
		}
		for _, p := range e.postings {
			n := 0
			for n < len(list) && list[n].Document == p.Document {
				n++
			}
			w.places(list[:n], p.Frequency, documents[p.Document], all)
			list = list[n:]
		}
	}
	return w.bytes
}

// places writes those in a document in which a stem counts so often: for the texts of each
// weight how many, where that is not told by the rest, and each as a number below that of
// the places left.
func (w *bitWriter) places(list []search.Place, frequency int, texts []search.Stretch, all bool) {
	from := 0
	for i, t := range texts {
		n := 0
		for n < len(list) && list[n].At < from+t.Places {
			n++
		}
		if most := min(frequency/t.Weight, t.Places); !all || i < len(texts)-1 {
			for range n {
				w.bit(1)
			}
			if n < most {
				w.bit(0)
			}
		}
		for j, next := 0, from; j < n; j++ {
			w.below(list[j].At-next, from+t.Places-next-(n-1-j))
			next = list[j].At + 1
		}
		frequency -= n * t.Weight
		list, from = list[n:], from+t.Places+1
	}
}

// places reads what was written so.
func (r *bitReader) places(frequency int, texts []search.Stretch, all bool) []int {
	var out []int
	from := 0
	for i, t := range texts {
		n, most := 0, min(frequency/t.Weight, t.Places)
		if all && i == len(texts)-1 {
			n = most
		} else {
			for n < most && r.bit() == 1 {
				n++
			}
		}
		for j, next := 0, from; j < n && !r.over; j++ {
			at := next + r.below(from+t.Places-next-(n-1-j))
			out = append(out, at)
			next = at + 1
		}
		frequency -= n * t.Weight
		from += t.Places + 1
	}
	return out
}

// below writes a number that is less than m: the first of them in one bit less than the
// others, where m is no power of two.
func (w *bitWriter) below(n, m int) {
	k := bits.Len(uint(m)) - 1
	if short := 2<<k - m; n < short {
		w.low(n, k)
	} else {
		w.low(n+short, k+1)
	}
}

func (r *bitReader) below(m int) int {
	if m < 1 {
		r.over = true
		return 0
	}
	k := bits.Len(uint(m)) - 1
	n := r.low(k)
	if short := 2<<k - m; n >= short {
		n = (n<<1 | r.bit()) - short
	}
	return n
}
