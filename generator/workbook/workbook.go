// Package workbook writes XLSX workbooks for people. In come sheets of cells, out
// comes a file: a table a sheet, its header row frozen and named as a table, no
// merged cells, no formulas, no hidden rows, the same bytes for the same book. A
// text is written as a text, whatever it begins with; a number as a number.
package workbook

import (
	"bytes"
	"fmt"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
)

// MostRows is how many rows a sheet may have, MostColumns how many columns (the
// limits of the format).
const (
	MostRows    = 1 << 20
	MostColumns = 1 << 14
)

// Book is a workbook. Created is written into its properties; no clock is asked.
type Book struct {
	Title, Author, Language string
	Created                 time.Time
	Sheets                  []Sheet
}

// Sheet is one sheet: rows of text above a table, then the table. Name has 31
// characters at most, none of []:*?/\, and is unique in its book, in small letters too.
type Sheet struct {
	Name   string
	Title  string    // first cell
	Lead   []string  // lines under the title
	Header []string  // of the table; each differs from the others
	Rows   [][]Cell  // of the table
	Widths []float64 // of the first columns, in characters; 0 is the usual width
}

// Cell is a text, or a number where Number is given.
type Cell struct {
	Text     string
	Number   string // as in the data: "12.50"
	Decimals int    // shown of the number
}

// Bytes gives the file. An error is a book that the format cannot hold.
func (b *Book) Bytes() ([]byte, error) {
	f := excelize.NewFile()
	defer f.Close()
	f.SetZipWriter(newSorted)
	w := &writer{file: f, formats: map[int]int{}}
	if err := w.styles(); err != nil {
		return nil, err
	}
	taken := map[string]bool{}
	for i := range b.Sheets {
		// The format knows no case: the second would be written over the first.
		name := strings.ToLower(b.Sheets[i].Name)
		if taken[name] {
			return nil, fmt.Errorf("two sheets are called %s", b.Sheets[i].Name)
		}
		taken[name] = true
		if err := w.sheet(i, &b.Sheets[i]); err != nil {
			return nil, fmt.Errorf("cannot write sheet %s: %w", b.Sheets[i].Name, err)
		}
	}
	created := b.Created.UTC().Format(time.RFC3339)
	if err := f.SetDocProps(&excelize.DocProperties{Title: b.Title, Creator: b.Author, LastModifiedBy: b.Author,
		Language: b.Language, Created: created, Modified: created}); err != nil {
		return nil, fmt.Errorf("cannot write the properties: %w", err)
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		return nil, fmt.Errorf("cannot write the workbook: %w", err)
	}
	return out.Bytes(), nil
}
