// Package difference says what publishing now would change for readers. In come the
// open files that would be published and the published tree; out come rows and
// figures added, changed and gone. Both sides are what everybody may read: nothing
// withheld or embargoed reaches this package. It writes nothing.
package difference

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"slices"
	"strings"

	"elinde/generator/programme"
)

// Kind says what would happen to a row, a figure or a page.
type Kind string

// The kinds.
const (
	Added   Kind = "added"
	Changed Kind = "changed"
	Gone    Kind = "gone"
)

// Kinds lists all kinds in the order in which they are told.
var Kinds = []Kind{Added, Changed, Gone}

// Cell is a cell of a row that would say something else.
type Cell struct {
	Column string `json:"column"`
	Old    string `json:"old"`
	New    string `json:"new"`
}

// Row is a row of a table of the directory, of indicators, facts or terms.
type Row struct {
	Table string            `json:"table"` // services, providers …
	ID    string            `json:"id"`
	Name  map[string]string `json:"name,omitempty"` // by language
	Kind  Kind              `json:"kind"`
	Cells []Cell            `json:"cells,omitempty"` // of a changed row
}

// Told is what a figure says: the value, blank where a symbol says why there is
// none.
type Told struct {
	Value   string `json:"value"`
	Symbols string `json:"symbols,omitempty"` // separated by ";": c withheld, p provisional …
}

// Figure is a current figure of an indicator.
type Figure struct {
	Indicator programme.IndicatorID `json:"indicator"`
	Key       string                `json:"key"` // as in table revisions
	Kind      Kind                  `json:"kind"`
	Old       *Told                 `json:"old,omitempty"`
	New       *Told                 `json:"new,omitempty"`
}

// Difference is all that readers would find changed in the open files.
type Difference struct {
	Rows    []Row    `json:"rows"`    // by table, then by id
	Figures []Figure `json:"figures"` // by indicator, in the order of the new files, those gone last
}

// File is an open file as it would be published.
type File struct {
	Path string // relative to the root of the tree
	Data []byte
}

// Of compares the files to come with those of the published tree. folder is where
// the open files stand, indicators the part of it with a file for each indicator;
// dimensions are the columns that name a figure, in the order of its key.
func Of(published fs.FS, files iter.Seq[File], folder, indicators string, dimensions []string) (*Difference, error) {
	d := &Difference{Rows: []Row{}, Figures: []Figure{}}
	seen := map[string]bool{}
	for f := range files {
		seen[f.Path] = true
		if err := d.file(published, f, folder, indicators, dimensions); err != nil {
			return nil, err
		}
	}
	// An indicator that is no more published has no new file.
	old, err := fs.Glob(published, indicators+"*.csv")
	if err != nil {
		return nil, fmt.Errorf("cannot list the published files: %w", err)
	}
	for _, name := range old {
		if !seen[name] {
			if err := d.file(published, File{Path: name}, folder, indicators, dimensions); err != nil {
				return nil, err
			}
		}
	}
	return d, nil
}

func (d *Difference) file(published fs.FS, f File, folder, indicators string, dimensions []string) error {
	data, err := fs.ReadFile(published, f.Path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("cannot read the published %s: %w", f.Path, err)
	}
	old, err := parse(data)
	if err != nil {
		return fmt.Errorf("cannot read the published %s: %w", f.Path, err)
	}
	now, err := parse(f.Data)
	if err != nil {
		return fmt.Errorf("cannot read the new %s: %w", f.Path, err)
	}
	if strings.HasPrefix(f.Path, indicators) {
		id := strings.TrimSuffix(strings.TrimPrefix(f.Path, indicators), ".csv")
		d.figures(programme.IndicatorID(id), old, now, dimensions)
		return nil
	}
	if !now.has("id") && !old.has("id") {
		return nil // worked out of the rows of others, such as the coverage
	}
	d.rows(strings.TrimSuffix(strings.TrimPrefix(f.Path, folder), ".csv"), old, now)
	return nil
}

// sheet is a CSV file by columns.
type sheet struct {
	head []string
	at   map[string]int
	rows [][]string
}

func parse(data []byte) (*sheet, error) {
	s := &sheet{at: map[string]int{}}
	if len(data) == 0 {
		return s, nil
	}
	r := csv.NewReader(strings.NewReader(string(data)))
	all, err := r.ReadAll()
	if err != nil {
		return nil, err
	}
	s.head, s.rows = all[0], all[1:]
	for i, name := range s.head {
		s.at[name] = i
	}
	return s, nil
}

// cell gives a cell, "" where the file has no such column.
func (s *sheet) cell(row []string, column string) string {
	if i, ok := s.at[column]; ok && i < len(row) {
		return row[i]
	}
	return ""
}

// key joins the cells of some columns; a figure's key as in table revisions.
func (s *sheet) key(row []string, columns []string) string {
	parts := make([]string, 0, len(columns))
	for _, c := range columns {
		if _, ok := s.at[c]; ok {
			parts = append(parts, s.cell(row, c))
		}
	}
	return strings.Join(parts, ".")
}

// by finds rows by key; of two with the same key the first.
func (s *sheet) by(columns []string) map[string][]string {
	m := make(map[string][]string, len(s.rows))
	for _, row := range s.rows {
		if k := s.key(row, columns); m[k] == nil {
			m[k] = row
		}
	}
	return m
}

func (s *sheet) has(column string) bool { return slices.Contains(s.head, column) }
