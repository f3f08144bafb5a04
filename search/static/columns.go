package static

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"elinde/search"
)

// blockSize is the number of documents whose display data share a file. Small
// blocks cost requests, large ones bytes that nobody asked for.
const blockSize = 3

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
			w.text(c, text, shownText)
		}
		out = append(out, w.bytes)
	}
	return out
}

// column is a facet: its values and the documents that have each.
type column struct {
	name   string
	values map[string][]int
}

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
		out = append(out, column{name, facets[name]})
	}
	return out
}

func (f column) pack(c *code, documents int) []byte {
	var w bitWriter
	w.number(1 + len(f.values))
	for _, value := range sortedKeys(f.values) {
		w.text(c, strings.ReplaceAll(value, "\n", " ")+"\n", shownText)
	}
	for _, value := range sortedKeys(f.values) {
		w.documents(f.values[value], documents)
	}
	return w.bytes
}

func (r *bitReader) facet(c *code, documents int) map[string][]int {
	out := map[string][]int{}
	for _, value := range r.lines(c, r.number()-1, shownText) {
		out[value] = nil
	}
	for _, value := range sortedKeys(out) {
		out[value] = r.documents(documents)
	}
	return out
}

// documents writes how many there are, and their numbers as gaps.
func (w *bitWriter) documents(numbers []int, all int) {
	w.number(1 + len(numbers))
	k := riceParameter(all, len(numbers))
	last := -1
	for _, n := range numbers {
		w.rice(n-last-1, k)
		last = n
	}
}

func (r *bitReader) documents(all int) []int {
	n := r.number() - 1
	k := riceParameter(all, n)
	var numbers []int
	for last := -1; len(numbers) < n && !r.over; {
		last += r.rice(k) + 1
		r.over = r.over || last >= all
		numbers = append(numbers, last)
	}
	return numbers
}

// lengths writes the lengths of the documents: which are of another length than the one
// before (the first: than 0), then the differences, odd numbers for growth. Neighbours are
// mostly alike.
func (w *bitWriter) lengths(lengths []int) {
	var changed, by []int
	before := 0
	for i, n := range lengths {
		if n > before {
			changed, by = append(changed, i), append(by, 2*(n-before)-1)
		} else if n < before {
			changed, by = append(changed, i), append(by, 2*(before-n))
		}
		before = n
	}
	w.documents(changed, len(lengths))
	for _, n := range by {
		w.number(n)
	}
}

func (r *bitReader) lengths(n int) []int {
	if n < 0 || n > maxFile {
		r.over = true
		return nil
	}
	changes := make([]int, n)
	for _, i := range r.documents(n) {
		if r.over {
			return nil
		}
		if d := r.number(); d%2 == 1 {
			changes[i] = (d + 1) / 2
		} else {
			changes[i] = -d / 2
		}
	}
	for i := range changes[:max(n-1, 0)] {
		changes[i+1] += changes[i]
	}
	return changes
}

// percents writes the documents that count in another percentage than the one before (the
// first: than 100), and what these count.
func (w *bitWriter) percents(docs []search.Document) {
	var changed, to []int
	before := 100
	for i, d := range docs {
		if p := cmp.Or(d.Percent, 100); p != before {
			changed, to = append(changed, i), append(to, p)
			before = p
		}
	}
	w.documents(changed, len(docs))
	for _, p := range to {
		w.number(p)
	}
}

// percents reads what was written so, by document, 100 left out.
func (r *bitReader) percents(documents int) map[int]int {
	out := map[int]int{}
	changed := r.documents(documents)
	for i, from := range changed {
		to := documents
		if i+1 < len(changed) {
			to = changed[i+1]
		}
		for p := r.number(); p != 100 && from < to && !r.over; from++ {
			out[from] = p
		}
	}
	return out
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
