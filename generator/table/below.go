package table

import (
	"strconv"

	"elinde/generator/config"
	"elinde/generator/finding"
)

// below takes off the rows at the end in which most of the required cells are blank:
// sums and notes, as offices write them below a table. It says so once, instead of
// each blank cell, and counts them as left out.
func (e *export) below(r reader, set config.Settings) {
	at := map[string]int{}
	for i, h := range e.header {
		at[h] = i
	}
	var required []int
	for i := range r.schema.Columns {
		c := &r.schema.Columns[i]
		name := cellNames(c, set)[0]
		_, coded := r.mapping.Codes[name][""] // blank means something
		if column, ok := at[theirs(name, r.mapping)]; ok && !coded && c.Rules.Has("required") {
			required = append(required, column)
		}
	}
	if len(required) < leastRequired {
		return
	}
	end := len(e.records)
	for end > 0 {
		blank := 0
		for _, column := range required {
			if e.records[end-1].cells[column] == "" {
				blank++
			}
		}
		if 2*blank <= len(required) {
			break
		}
		end--
	}
	tail := e.records[end:]
	if end == 0 || len(tail) == 0 {
		return
	}
	severity, policy := e.settle(finding.RowsBelow, PolicySkip)
	e.report(finding.RowsBelow, severity, tail[0].line, "", "", "first", strconv.Itoa(tail[0].line), "last", strconv.Itoa(tail[len(tail)-1].line), finding.Done, done(severity, policy))
	e.skipped[finding.RowsBelow] += len(tail)
	e.records = e.records[:end]
}
