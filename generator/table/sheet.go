package table

import (
	"fmt"
	"reflect"
	"regexp"
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

// filter gives the mapping's condition on rows.
func (sh *sheet) filter() func([]string) bool {
	type condition struct {
		index int
		match *regexp.Regexp
	}
	var all []condition
	for header, pattern := range sh.reader.mapping.Where {
		re, err := regexp.Compile(pattern)
		if err != nil {
			continue // config.Load reports it
		}
		c := condition{-1, re}
		for i, h := range sh.header {
			if h == header {
				c.index = i
				break
			}
		}
		if c.index < 0 {
			sh.report(finding.ColumnMissing, finding.Error, 1, header, "", "table", sh.reader.schema.Table)
			continue
		}
		all = append(all, c)
	}
	return func(cells []string) bool {
		for _, c := range all {
			if !c.match.MatchString(cells[c.index]) {
				return false
			}
		}
		return true
	}
}

// distinct gives the test whether a row of cells in our order is the first with
// its key, where the mapping names key columns. A row without key is nothing to
// a vocabulary.
func (sh *sheet) distinct() func([]string) bool {
	type part struct{ column, slot int }
	var parts []part
	for j, c := range sh.layout.columns {
		for i, s := range c.slots {
			if matches(sh.reader.mapping.Distinct, s.name) {
				parts = append(parts, part{j, i})
			}
		}
	}
	if len(sh.reader.mapping.Distinct) == 0 {
		return func([]string) bool { return true }
	}
	seen := map[string]bool{}
	return func(row []string) bool {
		key := ""
		for _, p := range parts {
			cells := strings.Split(row[p.column], programme.LanguageSeparator)
			key += cells[min(p.slot, len(cells)-1)] + programme.LanguageSeparator
		}
		if seen[key] || strings.Trim(key, programme.LanguageSeparator) == "" {
			return false
		}
		seen[key] = true
		return true
	}
}

// tellRewritten reports what the patterns of the mapping changed.
func (sh *sheet) tellRewritten() {
	for _, c := range sh.layout.columns {
		for _, s := range c.slots {
			if s.edit == nil || s.edit.rewritten == 0 {
				continue
			}
			example := s.edit.example
			if sh.secret[s.header] {
				example = masked(example)
			}
			sh.report(finding.ValueRewritten, finding.Note, 0, s.header, example, "count", fmt.Sprint(s.edit.rewritten))
		}
	}
}
