package table

import (
	"regexp"
	"strings"

	"elinde/generator/config"
)

// edit turns a cell of theirs into one of ours: patterns first, then codes.
type edit struct {
	patterns []rewrite
	codes    map[string]string

	rewritten int    // cells that the patterns changed
	example   string // the first of them, as it was
}

type rewrite struct {
	match *regexp.Regexp
	with  string
}

// editOf gives the edit of a column, nil where the mapping has none.
func editOf(name string, m config.Mapping) *edit {
	codes, ok := m.Codes[name]
	if len(m.Patterns[name]) == 0 && !ok {
		return nil
	}
	e := &edit{codes: codes}
	for _, p := range m.Patterns[name] {
		if re, err := regexp.Compile(p.Match); err == nil { // config.Load reports the others
			e.patterns = append(e.patterns, rewrite{re, p.Replace})
		}
	}
	return e
}

// apply gives the cell as ours. Of codes, "" stands for a blank cell and "*"
// for every value that is not listed. A list is coded value by value where it
// is not listed as a whole.
func (e *edit) apply(cell string) string {
	before := cell
	for _, p := range e.patterns {
		cell = p.match.ReplaceAllString(cell, p.with)
	}
	if cell != before {
		if e.rewritten == 0 {
			e.example = before
		}
		e.rewritten++
	}
	if ours, ok := e.code(cell); ok || !strings.Contains(cell, ";") {
		return ours
	}
	values := strings.Split(cell, ";")
	for i, v := range values {
		values[i], _ = e.code(strings.TrimSpace(v))
	}
	return strings.Join(values, ";")
}

func (e *edit) code(value string) (string, bool) {
	if ours, ok := e.codes[value]; ok {
		return ours, true
	}
	if ours, ok := e.codes["*"]; ok && value != "" {
		return ours, false
	}
	return value, false
}
