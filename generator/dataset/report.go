package dataset

import (
	"reflect"
	"strings"

	"elinde/generator/finding"
	"elinde/generator/programme"
)

// fault is a finding that still knows its row, so that a policy can deal with it.
type fault struct {
	finding.Finding
	table  string
	row    *programme.Row // nil: the fault is of no single row
	column string         // our name of the cell, with its language
	raw    string         // the faulty value, not masked
	among  bool           // the cell is a list with good values beside it
}

// report collects the faults of one family.
type report struct {
	*check
	faults  []fault
	guesses budget
}

// add reports a fault of a row. Column is our name of the cell ("name_ru",
// "place_id"), "" for the whole row; value is masked here where it must be. Args
// are names and values in turn.
func (r *report) add(code finding.Code, severity finding.Severity, table string, row *programme.Row, column, value string, args ...string) {
	f := fault{table: table, row: row, column: column, raw: value}
	f.Code, f.Severity, f.Value = code, severity, finding.Short(value)
	if row != nil {
		f.File, f.Line = row.File, row.Line
	}
	if column != "" {
		f.Column = column
		if row != nil {
			if _, header := r.source.Cell(row, table, column); header != "" {
				f.Column = header
			}
		}
		if r.masked(table, row, column) {
			f.Value = finding.Masked(value)
			if spec := r.column(table, column); spec.Rules.Has("contact") && !r.secretRow(table, row) {
				f.Value = finding.Short(shape(value)) // the fault of a contact is in how it is written
			}
		}
	}
	for i := 0; i+1 < len(args); i += 2 {
		if args[i] == "suggestion" && f.Value != finding.Short(value) {
			args[i+1] = "" // it would tell what was masked
		}
		if f.Args == nil {
			f.Args = make(map[string]string, len(args)/2)
		}
		f.Args[args[i]] = args[i+1]
	}
	r.faults = append(r.faults, f)
}

// masked reports whether the cells of a column may hold a contact or the way to
// a confidential place.
func (c *check) masked(table string, row *programme.Row, column string) bool {
	spec := c.column(table, column)
	if spec == nil {
		return false
	}
	if table != "locations" {
		return spec.Rules.Has("contact")
	}
	// Of a confidential place not even its etrap may be known.
	hidden := spec.Rules.Has("secret") || spec.Name == "place_id"
	return spec.Rules.Has("contact") || hidden && (row == nil || c.secret[row.Index])
}

// secretRow reports whether the row is of a confidential place.
func (c *check) secretRow(table string, row *programme.Row) bool {
	return table == "locations" && (row == nil || c.secret[row.Index])
}

// column finds a column by the name of one of its cells.
func (c *check) column(table, cell string) *programme.Column {
	schema := c.schemas[table]
	if schema == nil {
		return nil
	}
	if spec := schema.Column(cell); spec != nil {
		return spec
	}
	if i := strings.LastIndexByte(cell, '_'); i > 0 {
		return schema.Column(cell[:i])
	}
	return nil
}

// cellName gives the name of a text's cell in language i.
func (c *check) cellName(column string, i int) string {
	if i < len(c.settings.Languages) {
		return column + "_" + c.settings.Languages[i].Code
	}
	return column
}

// rows gives the rows of a table.
func (c *check) rows(s *programme.Schema) reflect.Value {
	return reflect.ValueOf(&c.tables).Elem().Field(s.Field)
}

// rowOf gives the part that all records share.
func rowOf(record reflect.Value) *programme.Row {
	return record.Addr().Interface().(programme.Record).At()
}
