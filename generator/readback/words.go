package readback

import (
	"hash/maphash"
	"strings"
)

// words knows the numbers of texts that people wrote by the words around them.
type words struct {
	seed   maphash.Seed
	around map[uint64]struct{}
	whole  map[uint64]struct{} // texts that are taken as they are
}

func newWords(a *Audit, texts map[string][]string) *words {
	w := &words{seed: a.seed, around: map[uint64]struct{}{}, whole: map[uint64]struct{}{}}
	for code, list := range texts {
		numerals, learnt := a.numerals(code), map[string]bool{}
		for _, s := range list {
			if !strings.ContainsAny(s, "0123456789") || learnt[s] { // many rows say the same
				continue
			}
			learnt[s] = true
			w.whole[maphash.String(w.seed, tidy(s))] = struct{}{}
			s = masked(s)
			for _, l := range numerals {
				for _, n := range numbersOf(s, l) {
					w.learn(n)
				}
			}
		}
	}
	return w
}

// numerals gives the language of a code; where there is none, all of them.
func (a *Audit) numerals(code string) []*Language {
	if l := a.languages[code]; l != nil {
		return []*Language{l}
	}
	list := []*Language{nil}
	for _, l := range a.languages {
		list = append(list, l)
	}
	return list
}

// learn keeps a number between its words. A text may be put into a sentence: what
// stands beyond its ends is open, but one neighbour at least is known.
func (w *words) learn(n number) {
	if n.before == "" && n.next == "" {
		return
	}
	w.around[w.hash(n.before, n.text, n.next)] = struct{}{}
}

// anyNumber stands for the number of a sentence that counts rows.
const anyNumber = "*"

func (w *words) learnCounts(a *Audit, counts map[string][]string) {
	for code, list := range counts {
		for _, s := range list {
			for _, n := range numbers(strings.ReplaceAll(s, "{{ .Count }}", "0"), a.languages[code]) {
				n.text = anyNumber
				w.learn(n)
			}
		}
	}
}

// knows says whether a text with that number between these words was written by
// people.
func (w *words) knows(n number) bool {
	for _, before := range []string{n.before, ""} {
		for _, next := range []string{n.next, ""} {
			if before+next == "" {
				continue
			}
			if _, ok := w.around[w.hash(before, n.text, next)]; ok {
				return true
			}
			if _, ok := w.around[w.hash(before, anyNumber, next)]; ok {
				return true
			}
		}
	}
	return false
}

// isWhole says whether the text is one that people wrote, as it is.
func (w *words) isWhole(s string) bool {
	_, ok := w.whole[maphash.String(w.seed, tidy(s))]
	return ok
}

func (w *words) hash(before, number, next string) uint64 {
	return maphash.String(w.seed, before+"\x00"+plain(number)+"\x00"+next)
}

// tidy gives a text without what a page changes in it: spaces and joiners.
func tidy(s string) string {
	s = strings.ReplaceAll(s, "\u2060", "")
	return strings.Join(strings.Fields(s), " ")
}
