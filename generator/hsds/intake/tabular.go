package intake

import (
	"fmt"
	"io/fs"
	"regexp"
	"strings"

	"elinde/generator/finding"
	"elinde/generator/hsds"
	"elinde/generator/table"
)

// table reads the rows of a CSV file.
func (in *intake) table(fsys fs.FS, name string, r *hsds.Resource) {
	in.present[r.Name] = true
	fields := fieldsOf(r)
	plain, found := table.ReadPlain(fsys, name, func(h string) bool { _, ok := fields.find(h); return ok }, isContact)
	in.found = append(in.found, found...)
	seen := map[string]bool{}
	for i, h := range plain.Header {
		if seen[h] && h != "" {
			in.found = append(in.found, finding.Finding{Code: finding.ColumnTwice, Severity: finding.Error, File: name, Line: 1, Column: h})
		}
		seen[h] = true
		if f, ok := fields.find(h); ok {
			in.speaks(f, h)
			continue
		}
		for j, cells := range plain.Rows {
			if cells[i] != "" {
				in.loses(r.Name, h, name, plain.Lines[j])
			}
		}
	}
	if in.count()+len(plain.Rows) > maxRows {
		in.found = append(in.found, finding.Finding{Code: finding.HSDSRows, Severity: finding.Error, File: name, Args: map[string]string{"limit": fmt.Sprint(maxRows)}})
		return
	}
	for j, cells := range plain.Rows {
		rec := &record{cells: make(hsds.Row, len(cells)), file: name, line: plain.Lines[j]}
		for i, cell := range cells {
			if _, ok := fields.find(plain.Header[i]); ok && cell != "" {
				rec.cells[plain.Header[i]] = cell
			}
		}
		in.rows[r.Name] = append(in.rows[r.Name], rec)
	}
}

func (in *intake) count() (n int) {
	for _, rows := range in.rows {
		n += len(rows)
	}
	return n
}

// isContact tells columns whose cells a report shows masked.
func isContact(header string) bool { return header == "number" || strings.HasSuffix(header, "email") }

// fields finds the field of a column.
type fields map[string]hsds.Field

func fieldsOf(r *hsds.Resource) fields {
	m := make(fields, len(r.Fields))
	for _, f := range r.Fields {
		m[f.Name] = f
	}
	return m
}

var inLanguage = regexp.MustCompile(`^(.+?)_([a-z]{2,3}(?:-[a-z0-9]{2,8})*)$`)

// find gives the field that a column holds, in whatever language.
func (m fields) find(column string) (hsds.Field, bool) {
	if f, ok := m[column]; ok {
		return f, true
	}
	if part := inLanguage.FindStringSubmatch(column); part != nil {
		if f, ok := m[part[1]]; ok && f.Each {
			return f, true
		}
	}
	return hsds.Field{}, false
}

// speaks notes the language of a column.
func (in *intake) speaks(f hsds.Field, column string) {
	code := strings.TrimPrefix(column, f.Name+"_")
	if code == column {
		return
	}
	for _, c := range in.spoken {
		if c == code {
			return
		}
	}
	in.spoken = append(in.spoken, code)
}

// loses counts a cell that nobody has a place for.
func (in *intake) loses(resource, column, file string, line int) {
	k := lostKey{resource, column}
	if in.lost[k] == nil {
		in.lost[k] = &lost{file: file, line: line}
	}
	in.lost[k].count++
}
