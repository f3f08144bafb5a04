package table

import (
	"maps"
	"path"
	"slices"
	"strings"

	"elinde/generator/config"
	"elinde/generator/finding"
)

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
	names := slices.Sorted(maps.Keys(taken))
	seen := map[string]bool{}
	for i, h := range e.header {
		switch {
		case h == "":
			if e.filled(i) {
				e.report(finding.ColumnUnnamed, severity, e.headed, "", "")
			}
			continue
		case seen[h]:
			e.report(finding.ColumnTwice, finding.Error, e.headed, h, "")
		case taken[h] || matches(ignore, h):
		case languageOf(h, readers):
			e.report(finding.ColumnLanguage, finding.Warning, e.headed, h, "")
		default:
			e.report(finding.ColumnUnknown, severity, e.headed, h, "", "table", readers[0].schema.Table,
				"suggestion", resembling(h, names, seen))
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
