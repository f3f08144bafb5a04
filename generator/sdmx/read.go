package sdmx

import (
	"slices"
	"strings"
)

// Layout turns the rows of an SDMX-CSV message into rows of our table of
// observations, cell by cell, so that a reader of CSV files keeps its own line
// numbers and findings.
type Layout struct {
	// Header names our columns. What this package does not understand keeps its
	// name in small letters: the table then reports it, and nothing is lost
	// silently.
	Header []string

	columns []column
	action  int    // column of the message, -1: none
	labels  bool   // codes come as "A: Annual"
	by      string // between the values of one cell
}

// column says which cells of ours a column of the message fills: one, or one for
// each language.
type column struct {
	at        int // of the message
	component string
	languages []string
	list      bool
}

// skipped are columns that say nothing of an observation by itself; the action is
// looked at row by row.
var skipped = []string{"STRUCTURE_ID", "STRUCTURE_NAME", "ACTION", "SERIES_KEY", "OBS_KEY"}

// NewLayout reads the header of a table and reports whether it is one of SDMX-CSV
// (version 2, of which 2.1 is the newest).
func NewLayout(header []string) (*Layout, bool) {
	if len(header) < 3 {
		return nil, false
	}
	first, by, _ := strings.Cut(strings.TrimSuffix(header[0], "]"), "[")
	if first != "STRUCTURE" || !strings.HasPrefix(header[1], "STRUCTURE_ID") {
		return nil, false
	}
	l := &Layout{by: by, action: slices.Index(header, "ACTION")}
	if l.by == "" {
		l.by = ";"
	}
	named := slices.Contains(header, "STRUCTURE_NAME") // each column is followed by one of names
	for i := 1; i < len(header); i++ {
		component, label, both := strings.Cut(header[i], ": ")
		l.labels = l.labels || both && label != ""
		if slices.Contains(skipped, component) {
			continue
		}
		l.add(i, component)
		if named {
			i++
		}
	}
	return l, true
}

// add takes a column of the message.
func (l *Layout) add(at int, component string) {
	c := column{at: at}
	name, in, bracket := strings.Cut(strings.TrimSuffix(component, "]"), "[")
	c.component, c.list = name, bracket && in == ""
	if bracket && in != "" && name == comment {
		c.languages = strings.Split(in, l.by)
	}
	switch ours := strings.ToLower(name); {
	case name == comment && c.languages != nil:
		for _, code := range c.languages {
			l.Header = append(l.Header, "comment_"+strings.ToLower(code))
		}
	case name == unit, name == revised: // our tables of indicators and of releases tell these
		return
	case name == comment:
		l.Header = append(l.Header, "comment")
	default:
		l.Header = append(l.Header, ours)
	}
	l.columns = append(l.columns, c)
}

// Deletes reports whether a row takes something away from what an earlier message
// said, instead of saying what there is.
func (l *Layout) Deletes(row []string) bool {
	return l.action >= 0 && l.action < len(row) && row[l.action] == "D"
}

// Cells gives the cells of a row in the order of Header.
func (l *Layout) Cells(row []string) []string {
	cells := make([]string, 0, len(l.Header))
	for _, c := range l.columns {
		cell := ""
		if c.at < len(row) {
			cell = row[c.at]
		}
		if c.languages != nil {
			cells = append(cells, l.said(c, cell)...)
			continue
		}
		cells = append(cells, l.cell(c, cell))
	}
	return cells
}

func (l *Layout) cell(c column, cell string) string {
	if cell == absent || c.component == value && cell == missing {
		return ""
	}
	values := []string{cell}
	if c.list {
		values = split(cell, l.by)
	}
	if l.labels && c.component != value && c.component != comment {
		for i := range values {
			values[i], _, _ = strings.Cut(values[i], ": ")
		}
	}
	return strings.Join(values, ";")
}

// said takes the texts of a multi-lingual cell apart, in the order of the
// column's languages.
func (l *Layout) said(c column, cell string) []string {
	texts := make([]string, len(c.languages))
	for _, part := range split(cell, l.by) {
		code, text, ok := strings.Cut(part, ":")
		if i := slices.Index(c.languages, code); ok && i >= 0 {
			texts[i] = text
		}
	}
	return texts
}
