package table

import (
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
			// A figure may be missing, the column of all figures may not.
			if spec.Rules.Has("required") || schema.Table == "observations" && spec.Name == "obs_value" {
				e.report(finding.ColumnMissing, finding.Error, e.headed, missing[0], "", "table", schema.Table)
			}
			continue
		}
		// The first language is the source: a required text without it is no
		// translation gap but a column that was renamed or lost.
		if spec.Rules.Has("required") && spec.IsText() && missing != nil && missing[0] == cellNames(spec, set)[0] {
			e.report(finding.ColumnMissing, finding.Error, e.headed, missing[0], "", "table", schema.Table)
			missing = missing[1:]
		}
		for _, name := range missing {
			if !spec.IsText() {
				continue // a language without its own date is no gap
			}
			e.report(finding.LanguageMissing, finding.Warning, e.headed, name, "")
		}
		l.columns = append(l.columns, c)
	}
	if schema.Table == "observations" {
		for _, d := range set.Dimensions {
			s, ok := source(d.ID, header, m)
			if !ok {
				e.report(finding.ColumnMissing, finding.Error, e.headed, d.ID, "", "table", schema.Table)
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
