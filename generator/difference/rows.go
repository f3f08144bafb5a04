package difference

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"elinde/generator/programme"
)

// identity names the columns by which a row is known again.
var identity = []string{"scheme", "id"}

// rows compares a table by the ids of its rows.
func (d *Difference) rows(table string, old, now *sheet) {
	before := old.by(identity)
	start := len(d.Rows)
	seen := map[string]bool{}
	for _, row := range now.rows {
		id := now.key(row, identity)
		if seen[id] {
			continue
		}
		seen[id] = true
		was := before[id]
		if was == nil {
			d.Rows = append(d.Rows, Row{Table: table, ID: id, Name: names(now, row), Kind: Added})
			continue
		}
		if cells := differing(old, was, now, row); len(cells) > 0 {
			d.Rows = append(d.Rows, Row{Table: table, ID: id, Name: names(now, row), Kind: Changed, Cells: cells})
		}
	}
	for id, row := range before {
		if !seen[id] {
			d.Rows = append(d.Rows, Row{Table: table, ID: id, Name: names(old, row), Kind: Gone})
		}
	}
	slices.SortFunc(d.Rows[start:], func(a, b Row) int {
		return cmp.Or(slices.Index(Kinds, a.Kind)-slices.Index(Kinds, b.Kind), cmp.Compare(a.ID, b.ID))
	})
}

// differing lists the cells that say something else, of columns that both files
// have: a column that the program has learned to write is no change of the data.
func differing(old *sheet, was []string, now *sheet, row []string) []Cell {
	var cells []Cell
	for _, column := range now.head {
		if !old.has(column) {
			continue
		}
		if before, after := old.cell(was, column), now.cell(row, column); before != after {
			cells = append(cells, Cell{column, before, after})
		}
	}
	return cells
}

// names gives what a row is called in each language.
func names(s *sheet, row []string) map[string]string {
	m := map[string]string{}
	for _, prefix := range []string{"name_", "title_", "text_"} {
		for _, column := range s.head {
			if language, ok := strings.CutPrefix(column, prefix); ok && m[language] == "" {
				if text := s.cell(row, column); text != "" {
					m[language] = text
				}
			}
		}
	}
	return m
}

// figures compares the current figures of an indicator.
func (d *Difference) figures(id programme.IndicatorID, old, now *sheet, dimensions []string) {
	before := old.by(dimensions)
	seen := map[string]bool{}
	add := func(kind Kind, key string, was, is *Told) {
		d.Figures = append(d.Figures, Figure{id, key, kind, was, is})
	}
	for _, row := range now.rows {
		key := now.key(row, dimensions)
		if seen[key] {
			continue
		}
		seen[key] = true
		is := told(now, row)
		if before[key] == nil {
			add(Added, key, nil, &is)
			continue
		}
		was := told(old, before[key])
		if same(was.Value, is.Value) { // 186.0 says what 186 says
			was.Value = is.Value
		}
		if was != is {
			add(Changed, key, &was, &is)
		}
	}
	for _, row := range old.rows {
		if key := old.key(row, dimensions); !seen[key] {
			seen[key] = true
			was := told(old, row)
			add(Gone, key, &was, nil)
		}
	}
}

// same says whether two cells hold the same number.
func same(a, b string) bool {
	x, err := strconv.ParseFloat(a, 64)
	y, other := strconv.ParseFloat(b, 64)
	return err == nil && other == nil && x == y
}

func told(s *sheet, row []string) Told { return Told{s.cell(row, "obs_value"), s.cell(row, "symbol")} }

// Count counts by kind.
func Count[T any](list []T, kind func(*T) Kind) map[Kind]int {
	n := map[Kind]int{}
	for i := range list {
		n[kind(&list[i])]++
	}
	return n
}
