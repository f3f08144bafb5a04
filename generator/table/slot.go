package table

import "elinde/generator/config"

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
