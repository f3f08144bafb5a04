package search

import (
	"cmp"
	"iter"
	"slices"

	"elinde/search/analysis"
)

// sequences hold the stems of the texts in which quoted phrases are looked for: by document
// the numbers of stems, texts that weigh more first, each text ended by textEnd.
type sequences struct {
	numbers   map[string]int32
	stems     []string
	documents [][]int32
	texts     [][]Stretch
}

// quoted is a text in which quoted phrases are looked for.
type quoted struct {
	weight int
	stems  []int32
}

const textEnd = -1

// ordered gives the texts of a document as they are kept.
func ordered(texts []quoted) (list []int32, stretches []Stretch) {
	slices.SortStableFunc(texts, func(a, b quoted) int { return cmp.Compare(b.weight, a.weight) })
	for _, text := range texts {
		if len(text.stems) == 0 {
			continue
		}
		if n := len(stretches); n > 0 && stretches[n-1].Weight == text.weight {
			stretches[n-1].Places += 1 + len(text.stems)
		} else {
			stretches = append(stretches, Stretch{text.weight, len(text.stems)})
		}
		list = append(list, text.stems...)
		list = append(list, textEnd)
	}
	return list, stretches
}

// standing gives the stems in the texts of a document, each with the weight of its text.
func (q *sequences) standing(document int) iter.Seq2[int32, int] {
	return func(yield func(int32, int) bool) {
		list := q.documents[document]
		for _, t := range q.texts[document] {
			for _, n := range list[:t.Places] {
				if n != textEnd && !yield(n, t.Weight) {
					return
				}
			}
			list = list[t.Places+1:]
		}
	}
}

// having gives the documents that have a phrase: side by side in one text a stem of each
// of its words.
func (q *sequences) having(phrase [][]string) map[int]bool {
	words := make([][]int32, len(phrase))
	for i, stems := range phrase {
		for _, stem := range stems {
			if n, ok := q.numbers[stem]; ok {
				words[i] = append(words[i], n)
			}
		}
	}
	out := map[int]bool{}
	for document, list := range q.documents {
		for at := range list {
			if at+len(words) > len(list) {
				break
			}
			here := true
			for i, stems := range words {
				if here = slices.Contains(stems, list[at+i]); !here {
					break
				}
			}
			if here {
				out[document] = true
				break
			}
		}
	}
	return out
}

// Stretch are the texts of a document that have one weight, as far as quoted phrases are
// looked for in them: how many places they have, with one left out between two texts.
type Stretch struct{ Weight, Places int }

// Stretches gives those of each document, the heaviest first.
func (s *Section) Stretches() [][]Stretch { return s.sequences.texts }

// Place is where a stem stands in the texts of a document in which quoted phrases are
// looked for, one stretch after another: neighbours are one apart, texts two. It counts
// as often as the text weighs.
type Place struct{ Document, At, Weight int }

// Places gives the places of each stem, in their order.
func (s *Section) Places() map[string][]Place {
	lists := make([][]Place, len(s.sequences.stems))
	for document, list := range s.sequences.documents {
		at := 0
		for _, t := range s.sequences.texts[document] {
			for end := at + t.Places; at < end; at++ {
				if n := list[at]; n != textEnd {
					lists[n] = append(lists[n], Place{document, at, t.Weight})
				}
			}
			at++
		}
	}
	out := make(map[string][]Place, len(lists))
	for n, places := range lists {
		if len(places) > 0 {
			out[s.sequences.stems[n]] = places
		}
	}
	return out
}

// Known are words of a language that people know and no document may have: none of them
// is taken for another, mistyped. Its place in a Plan is among the offers.
type Known struct{ Language, Words string }

// knownIn gives the folded words of a language.
func knownIn(known []Known, language string) map[string]bool {
	out := map[string]bool{}
	for _, k := range known {
		if k.Language != language {
			continue
		}
		rules := analysis.For(language)
		for raw := range analysis.Split(k.Words) {
			if surface := rules.Fold(raw); len([]rune(surface)) >= minTypo {
				out[surface] = true
			}
		}
	}
	return out
}

// Known lists the known words, folded, that no document has.
func (s *Section) Known() []string {
	var out []string
	for _, surface := range sortedKeys(s.dictionary.known) {
		if _, found := slices.BinarySearchFunc(s.dictionary.pairs, surface, func(w analysis.Word, surface string) int {
			return cmp.Compare(w.Surface, surface)
		}); !found {
			out = append(out, surface)
		}
	}
	return out
}
