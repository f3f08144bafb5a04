package table

import (
	"io/fs"
	"path"
	"slices"

	"elinde/generator/config"
	"elinde/generator/finding"
	"elinde/generator/programme"
)

// leastRequired is how many required columns a table must have to be known by them.
const leastRequired = 3

// tableIn gives the table whose columns a file or sheet has, "" where that is in
// doubt: all of its required columns, or of statistics, which often are named
// otherwise, three in four of them.
func tableIn(fsys fs.FS, name string, sheet *sheetFile, set config.Settings) string {
	all := programme.Schemas()
	list := make([]reader, len(all))
	known := map[string]bool{}
	for i := range all {
		list[i] = reader{schema: &all[i], file: name, sheet: sheet}
		list[i].takes(known, set)
	}
	e := &export{secret: func(string) bool { return true }, faulty: config.Mapping{}}
	if sheet != nil {
		e.loadSheet(*sheet)
	} else {
		e.load(fsys, name, func(h string) bool { return known[h] })
	}
	e.titled(func(h string) bool { return known[h] })
	best, most := "", 0
	for _, r := range list {
		if n := e.matching(r, set); n > most {
			best, most = r.schema.Table, n
		}
	}
	return best
}

// matching counts the columns of a table that a file has, 0 where it lacks those that
// make it this table.
func (e *export) matching(r reader, set config.Settings) int {
	guessed := e.guess(r, set)
	n, required, lacking := 0, 0, 0
	for i := range r.schema.Columns {
		c := &r.schema.Columns[i]
		has := slices.ContainsFunc(cellNames(c, set), func(name string) bool { return slices.Contains(e.header, name) || guessed[name] != "" })
		if has {
			n++
		}
		if c.Rules.Has("required") {
			if required++; !has {
				lacking++
			}
		}
	}
	if required < leastRequired || lacking > 0 && (!r.schema.Statistical() || 4*lacking > required) {
		return 0
	}
	return n
}

// misplaced reports a file that nobody reads: an error where its columns say that its
// rows are missed.
func misplaced(fsys fs.FS, name string, sheet *sheetFile, set config.Settings) finding.Finding {
	table := tableIn(fsys, name, sheet, set)
	if table == "" {
		return unread(name, set)
	}
	return finding.Finding{Code: finding.FileMisplaced, Severity: finding.Error, File: shown(set, name), Args: map[string]string{"table": table, "path": name}}
}

// sheetMeant gives the one sheet of a workbook of several that has the columns of the
// table which the workbook is meant for, "" where there is none or there are several, or
// where a sheet has the table's name.
func sheetMeant(fsys fs.FS, files []string, book string, sheets map[string]sheetFile, set config.Settings) string {
	meant := ""
	for _, f := range files {
		s, ok := sheets[f]
		switch {
		case !ok || path.Dir(f) != book || s.sheet.hidden:
		case s.sheet.name == tableOf(book):
			return ""
		case tableIn(fsys, f, &s, set) != tableOf(book):
		case meant != "":
			return ""
		default:
			meant = f
		}
	}
	return meant
}
