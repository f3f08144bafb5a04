package table

import (
	"path"
	"strings"

	"elinde/generator/config"
	"elinde/generator/finding"
	"elinde/generator/programme"
)

// layout says how the cells of a file become the columns of one of our tables.
type layout struct {
	columns []column
	extra   []slot // declared dimensions of observations, in their order
}

// column is one column as gocsv sees it: a slot, or one slot per language that
// are joined with programme.LanguageSeparator.
type column struct {
	spec  *programme.Column
	slots []slot
}

// slot is where one cell comes from.
type slot struct {
	name   string // our column, with its language: "name_tk"
	header string // theirs, for findings
	index  int    // of their column, -1: composed
	fixed  string // for every row
	made   []piece
	edit   *edit // nil: the cell as it stands
}

// source says where a column of ours comes from in a file with that header, and
// whether it comes from anywhere: a template, a column that the mapping names, a
// constant, a column of the same name, in that order. A constant so also fills
// in for a mapped column that this one of several files lacks.
func source(name string, header map[string]int, m config.Mapping) (slot, bool) {
	s := slot{name: name, header: name, index: -1, edit: editOf(name, m)}
	if t, ok := m.Templates[name]; ok {
		s.made = parseTemplate(t, header)
		return s, true
	}
	if theirs, ok := m.Columns[name]; ok {
		if i, ok := header[theirs]; ok {
			s.index, s.header = i, theirs
			return s, true
		}
	}
	if fixed, ok := m.Constants[name]; ok {
		s.fixed = fixed
		return s, true
	}
	if i, ok := header[name]; ok && m.Columns[name] == "" {
		s.index = i
		return s, true
	}
	return s, false
}

// raw gives the cell before any edit.
func (s *slot) raw(cells []string, file string) string {
	switch {
	case s.index >= 0:
		return cells[s.index]
	case s.made != nil:
		return compose(s.made, cells, file)
	}
	return s.fixed
}

// cell gives the cell as ours. Constants are ours already.
func (s *slot) cell(cells []string, file string) string {
	raw := s.raw(cells, file)
	if s.edit == nil || s.index < 0 && s.made == nil {
		return raw
	}
	return s.edit.apply(raw)
}

// arrange makes the layout of a table for the file, and reports columns that are
// missing, twice there, or declared by nobody.
func (e *export) arrange(schema *programme.Schema, m config.Mapping, set config.Settings) layout {
	header := map[string]int{}
	for i, h := range e.header {
		if _, ok := header[h]; !ok {
			header[h] = i
		}
	}
	var l layout
	for i := range schema.Columns {
		spec := &schema.Columns[i]
		c := column{spec: spec}
		found, missing := 0, []string(nil)
		for _, name := range cellNames(spec, set) {
			s, ok := source(name, header, m)
			if ok {
				found++
			} else {
				missing = append(missing, name)
			}
			c.slots = append(c.slots, s)
		}
		if found == 0 {
			if spec.Rules.Has("required") {
				e.report(finding.ColumnMissing, finding.Error, 1, missing[0], "", "table", schema.Table)
			}
			continue
		}
		for _, name := range missing {
			e.report(finding.LanguageMissing, finding.Warning, 1, name, "")
		}
		l.columns = append(l.columns, c)
	}
	if schema.Table == "observations" {
		for _, d := range set.Dimensions {
			s, ok := source(d.ID, header, m)
			if !ok {
				e.report(finding.ColumnMissing, finding.Error, 1, d.ID, "", "table", schema.Table)
			}
			l.extra = append(l.extra, s)
		}
	}
	return l
}

// cellNames gives the names of a column's cells: one per language for a text.
func cellNames(c *programme.Column, set config.Settings) []string {
	if !c.Multilingual() {
		return []string{c.Name}
	}
	names := make([]string, len(set.Languages))
	for i, l := range set.Languages {
		names[i] = c.Name + "_" + l.Code
	}
	return names
}

// undeclared reports the columns of the file that no table takes: an error
// where a table of statistics reads the file.
func (e *export) undeclared(readers []reader, set config.Settings) {
	severity := finding.Warning
	taken := map[string]bool{}
	var ignore []string
	for _, r := range readers {
		if r.schema.Statistical() {
			severity = finding.Error
		}
		r.takes(taken, set)
		ignore = append(ignore, r.mapping.Ignore...)
	}
	seen := map[string]bool{}
	for i, h := range e.header {
		switch {
		case h == "":
			if e.filled(i) {
				e.report(finding.ColumnUnnamed, severity, 1, "", "")
			}
			continue
		case seen[h]:
			e.report(finding.ColumnTwice, finding.Error, 1, h, "")
		case taken[h] || matches(ignore, h):
		case languageOf(h, readers):
			e.report(finding.ColumnLanguage, finding.Warning, 1, h, "")
		default:
			e.report(finding.ColumnUnknown, severity, 1, h, "", "table", readers[0].schema.Table)
		}
		seen[h] = true
	}
}

// filled reports whether the column has any cell.
func (e *export) filled(i int) bool {
	for _, r := range e.records {
		if r.cells[i] != "" {
			return true
		}
	}
	return false
}

// matches reports whether a glob of the list, or the list itself, has the name.
func matches(globs []string, name string) bool {
	for _, g := range globs {
		if ok, _ := path.Match(g, name); ok || g == name {
			return true
		}
	}
	return false
}

// languageOf reports whether the header is a text column of a language that
// config.toml does not have.
func languageOf(header string, readers []reader) bool {
	i := strings.LastIndexByte(header, '_')
	if i < 0 || len(header)-i-1 < 2 || len(header)-i-1 > 3 {
		return false
	}
	for _, r := range readers {
		if c := r.schema.Column(header[:i]); c != nil && c.Multilingual() {
			return true
		}
	}
	return false
}
