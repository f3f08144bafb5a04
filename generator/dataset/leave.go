package dataset

import (
	"cmp"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"elinde/generator/finding"
	"elinde/generator/programme"
)

// carryOut makes new slices of the tables that change and reports whether rows
// left.
func (c *check) carryOut(p plan) bool {
	dropped := false
	before := c.ids
	for name, schema := range c.schemas {
		drop, blanks := p.drop[name], p.blank[name]
		if len(drop) == 0 && len(blanks) == 0 {
			continue
		}
		old := c.rows(schema)
		kept := reflect.MakeSlice(old.Type(), 0, old.Len())
		for i := range old.Len() {
			row := rowOf(old.Index(i))
			if drop[row.Index] {
				dropped = true
				continue
			}
			kept = reflect.Append(kept, old.Index(i))
			for _, f := range blanks[row.Index] {
				c.blankCell(kept.Index(kept.Len()-1), f)
			}
		}
		old.Set(kept)
	}
	if len(p.drop)+len(p.blank) == 0 {
		return false
	}
	c.look()
	for table, ids := range before {
		for id := range ids {
			if c.ids[table][id] == nil {
				if c.gone[table] == nil {
					c.gone[table] = map[string]bool{}
				}
				c.gone[table][id] = true
			}
		}
	}
	return dropped
}

// blankCell takes the faulty value out of a record: the one value of a list, one
// language of a text, otherwise the whole cell.
func (c *check) blankCell(record reflect.Value, f fault) {
	spec := c.column(f.table, f.column)
	cell := record.FieldByIndex(spec.Index)
	switch v := cell.Interface().(type) {
	case programme.List:
		cell.Set(reflect.ValueOf(slices.DeleteFunc(slices.Clone(v), func(s string) bool { return s == f.raw })))
	case programme.Text:
		text := slices.Clone(v)
		for i := range text {
			if c.cellName(spec.Name, i) == f.column {
				text[i] = ""
			}
		}
		cell.Set(reflect.ValueOf(text))
	default:
		cell.SetZero()
	}
}

// summary counts the rows left out of each table.
func (c *check) summary() []finding.Finding {
	count := map[string]int{}
	for _, l := range c.leftOut {
		count[l.Table]++
	}
	slices.SortStableFunc(c.leftOut, func(a, b LeftOut) int {
		return cmp.Or(c.schemas[a.Table].Field-c.schemas[b.Table].Field, strings.Compare(a.At.File, b.At.File), a.At.Line-b.At.Line)
	})
	var list []finding.Finding
	for table, n := range count {
		list = append(list, finding.Finding{Code: finding.RowsLeftOut, Severity: finding.Note,
			Args: map[string]string{"table": table, "count": strconv.Itoa(n)}})
	}
	slices.SortFunc(list, func(a, b finding.Finding) int {
		return c.schemas[a.Args["table"]].Field - c.schemas[b.Args["table"]].Field
	})
	return list
}
