package table

import (
	"regexp"
	"strings"

	"elinde/generator/finding"
	"elinde/generator/programme"
)

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
			sh.report(finding.ColumnMissing, finding.Error, sh.headed, header, "", "table", sh.reader.schema.Table)
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
