package static

import (
	"slices"
	"strings"

	"elinde/search"
)

// blockSize is the number of documents whose display data share a file. Small
// blocks cost requests, large ones bytes that nobody asked for.
const blockSize = 2

// shownFixed is how many texts of a document are shown before those of the display: title
// and path.
const shownFixed = 2

func displayKeys(docs []search.Document) []string {
	has := map[string]bool{}
	for _, d := range docs {
		for key := range d.Display {
			has[key] = true
		}
	}
	return sortedKeys(has)
}

// shownTexts gives for each document a line for each text that is shown; "" where there is none.
func shownTexts(docs []search.Document, keys []string) []string {
	out := make([]string, len(docs))
	for i, d := range docs {
		list := []string{d.Title, d.Path}
		for _, key := range keys {
			list = append(list, d.Display[key])
		}
		for j, text := range list {
			list[j] = strings.ReplaceAll(text, "\n", " ") + "\n"
		}
		out[i] = strings.Join(list, "")
	}
	return out
}

func displayBlocks(c *code, texts []string) [][]byte {
	var out [][]byte
	for block := range slices.Chunk(texts, blockSize) {
		var w bitWriter
		for _, text := range block {
			w.text(c, text)
		}
		out = append(out, w.bytes)
	}
	return out
}

type column struct {
	name string
	data []byte
}

// facetColumns writes for each facet its values, and for each value the
// documents that have it.
func facetColumns(docs []search.Document) []column {
	facets := map[string]map[string][]int{}
	for i, d := range docs {
		for name, values := range d.Facets {
			if facets[name] == nil {
				facets[name] = map[string][]int{}
			}
			for _, v := range slices.Compact(slices.Sorted(slices.Values(values))) {
				facets[name][v] = append(facets[name][v], i)
			}
		}
	}
	var out []column
	for _, name := range sortedKeys(facets) {
		var w writer
		for _, value := range sortedKeys(facets[name]) {
			w.text(value)
			w.gaps(facets[name][value])
		}
		out = append(out, column{name, w.Bytes()})
	}
	return out
}

func (r *reader) facet() map[string][]int {
	out := map[string][]int{}
	for len(r.data) > 0 {
		value := r.text()
		out[value] = r.gaps()
	}
	return out
}

// gaps writes how many documents there are, and their numbers as gaps.
func (w *writer) gaps(numbers []int) {
	w.number(len(numbers))
	last := -1
	for _, n := range numbers {
		w.number(n - last - 1)
		last = n
	}
}

func (r *reader) gaps() []int {
	numbers := make([]int, r.count())
	last := -1
	for i := range numbers {
		last += r.number() + 1
		numbers[i] = last
	}
	return numbers
}

// percents reads what percentColumns wrote, by document.
func (r *reader) percents() map[int]int {
	out := map[int]int{}
	for len(r.data) > 0 {
		percent := r.number()
		for _, n := range r.gaps() {
			out[n] = percent
		}
	}
	return out
}

func (r *reader) lengths(n int) []int {
	if n > len(r.data) {
		r.fail()
		return nil
	}
	out := make([]int, n)
	last := 0
	for i := range out {
		if d := r.number(); d%2 == 0 {
			last += d / 2
		} else {
			last -= (d + 1) / 2
		}
		out[i] = last
	}
	return out
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
