// Package search indexes documents by bleve and answers queries. It knows
// nothing of what the documents are about.
//
// In come Documents, out comes an Index with a section per language, from which
// package static makes the files that browsers search without a server. The two
// rank alike because they follow one Plan of a query and one formula.
package search

import (
	"cmp"
	"fmt"
	"strings"
)

// Document is something that can be found.
type Document struct {
	ID       string // unique within its language
	Language string // the section it is found in, BCP 47
	Title    string // shown; index it by a field
	Path     string // relative to the root of the site
	// Group brings documents together in the order of the index, which is also
	// the order of hits that score the same.
	Group string
	// Percent is what the document's scores count, 100 where it is 0: less for
	// what is found but helps less.
	Percent int
	Fields  []Field
	Facets  map[string][]string // values to filter and count by
	Display map[string]string   // handed back with a hit
}

// Field is a text by which a document is found.
type Field struct {
	Text string
	// Language is the language of the text; empty for the document's. A text
	// shown in another language is found by the rules of its own.
	Language string
	// Weight is how many times the text counts; 0 counts as 1.
	Weight int
	// Name says that the text is a name: whoever types it whole, or words of it
	// side by side, finds it before others that have the words apart.
	Name bool
	// Quoted says that phrases in quotes are looked for in the text: the index keeps the
	// order of its words.
	Quoted bool
	// Alarm is the id of the danger that a query with all words of the text tells
	// of, without spaces: its Plan says so, in whatever language of the index the
	// text is. In place of a word may stand several, parted by "|", of which the
	// query has one; a word that ends with "*" is the beginning of words. A text
	// with either is a pattern of queries only: no document is found by it. Empty
	// where the text tells of none.
	Alarm string
}

// pattern reports whether the field only tells of danger.
func (f *Field) pattern() bool { return f.Alarm != "" && strings.ContainsAny(f.Text, "|*") }

const maxWeight = 16

func (d *Document) percent() int { return cmp.Or(d.Percent, 100) }

// check tells what is wrong with the document, nil for nothing.
func (d *Document) check() error {
	switch {
	case d.ID == "":
		return fmt.Errorf("a document at %q has no id", d.Path)
	case d.Language == "":
		return fmt.Errorf("document %q has no language", d.ID)
	case d.Path == "":
		return fmt.Errorf("document %q has no path", d.ID)
	}
	if d.Percent < 0 || d.Percent > 100 {
		return fmt.Errorf("document %q counts %d percent, want 0 to 100", d.ID, d.Percent)
	}
	for _, f := range d.Fields {
		if f.Weight < 0 || f.Weight > maxWeight {
			return fmt.Errorf("document %q has a field of weight %d, want 0 to %d", d.ID, f.Weight, maxWeight)
		}
	}
	return nil
}
