package table

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"elinde/generator/config"
	"elinde/generator/finding"
	"elinde/generator/programme"
)

// sheet is one table read out of one file.
type sheet struct {
	*export
	reader  reader
	layout  layout
	slots   map[string]*slot // by the name of our column, with and without language
	kept    []int            // records taken, by their number in the export
	cells   [][]string       // their cells as gocsv sees them, the header first
	extra   [][]programme.TermID
	rows    reflect.Value // []programme.Service, say, as long as kept
	leftOut map[string]int
}

// sheetOf makes the sheet: it arranges, filters, edits and parses.
func (e *export) sheetOf(r reader, set config.Settings) *sheet {
	sh := &sheet{export: e, reader: r, leftOut: map[string]int{}, layout: e.arrange(r.schema, r.mapping, set)}
	sh.slots = map[string]*slot{}
	for i := range sh.layout.columns {
		c := &sh.layout.columns[i]
		for j := range c.slots {
			sh.slots[c.slots[j].name] = &c.slots[j]
		}
		sh.slots[c.spec.Name] = &c.slots[0]
	}
	for i := range sh.layout.extra {
		sh.slots[sh.layout.extra[i].name] = &sh.layout.extra[i]
	}
	sh.take()
	sh.tellPoor(set)
	sh.pointDecimals()
	sh.parse()
	return sh
}

// take picks the records and brings their cells into the order of the layout.
func (sh *sheet) take() {
	columns := sh.layout.columns
	header := make([]string, len(columns))
	for i, c := range columns {
		header[i] = c.spec.Name
	}
	sh.kept = make([]int, 0, len(sh.records))
	sh.cells = make([][]string, 1, len(sh.records)+1)
	sh.cells[0] = header
	pass, once := sh.filter(), sh.distinct()
	arena := make([]string, 0, len(columns)*len(sh.records))
	for i, r := range sh.records {
		if !pass(r.cells) {
			sh.leftOut[string(finding.RowsFiltered)]++
			continue
		}
		start := len(arena)
		for j := range columns {
			arena = append(arena, columns[j].cell(r.cells, sh.stem))
		}
		if !once(arena[start:]) {
			sh.leftOut[string(finding.RowsRepeated)]++
			arena = arena[:start]
			continue
		}
		sh.kept = append(sh.kept, i)
		sh.cells = append(sh.cells, arena[start:len(arena):len(arena)])
		if sh.layout.extra != nil {
			sh.extra = append(sh.extra, dimensions(sh.layout.extra, r.cells, sh.stem))
		}
	}
	sh.tellRewritten()
	for _, code := range []finding.Code{finding.RowsFiltered, finding.RowsRepeated} {
		if n := sh.leftOut[string(code)]; n > 0 {
			sh.report(code, finding.Note, 0, "", "", "count", fmt.Sprint(n), "table", sh.reader.schema.Table)
		}
	}
}

// cell gives the cell of a column; texts are joined in the order of the
// languages.
func (c *column) cell(cells []string, file string) string {
	if len(c.slots) == 1 {
		return c.slots[0].cell(cells, file)
	}
	var joined [8]string
	parts := joined[:0]
	size := 0
	for i := range c.slots {
		part := c.slots[i].cell(cells, file)
		size += len(part)
		parts = append(parts, part)
	}
	if size == 0 {
		return ""
	}
	return strings.Join(parts, programme.LanguageSeparator)
}

func dimensions(slots []slot, cells []string, file string) []programme.TermID {
	values := make([]programme.TermID, len(slots))
	for i := range slots {
		values[i] = programme.TermID(slots[i].cell(cells, file))
	}
	return values
}

// tellRewritten reports which cells of the file the patterns of the mapping
// changed. What a template composed is ours to change.
func (sh *sheet) tellRewritten() {
	slots := slices.Clone(sh.layout.extra)
	for _, c := range sh.layout.columns {
		slots = append(slots, c.slots...)
	}
	for _, s := range slots {
		if s.edit == nil || s.edit.rewritten == 0 || s.index < 0 {
			continue
		}
		example := s.edit.example
		if sh.secret(s.header) {
			example = finding.Masked(example)
		}
		sh.report(finding.ValueRewritten, finding.Note, 0, s.header, example, "count", fmt.Sprint(s.edit.rewritten))
	}
}
