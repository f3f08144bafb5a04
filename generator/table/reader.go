package table

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"elinde/generator/config"
	"elinde/generator/finding"
	"elinde/generator/programme"
)

// reader reads one table out of one file.
type reader struct {
	schema  *programme.Schema
	mapping config.Mapping
	file    string     // within the data folder
	sheet   *sheetFile // nil: a CSV file
}

// takes adds the headers that the reader understands.
func (r reader) takes(taken map[string]bool, set config.Settings) {
	for i := range r.schema.Columns {
		for _, name := range cellNames(&r.schema.Columns[i], set) {
			taken[theirs(name, r.mapping)] = true
		}
	}
	if r.schema.Table == "observations" {
		for _, d := range set.Dimensions {
			taken[theirs(d.ID, r.mapping)] = true
		}
	}
	for _, t := range r.mapping.Templates {
		for _, p := range parseTemplate(t, nil) {
			taken[p.column] = true
		}
	}
	for h := range r.mapping.Where {
		taken[h] = true
	}
}

// hides adds the headers of cells that a report may not show: contacts, and what
// a confidential location keeps to itself.
func (r reader) hides(secret map[string]bool, set config.Settings) {
	for i := range r.schema.Columns {
		c := &r.schema.Columns[i]
		if !c.Rules.Has("secret") && !c.Rules.Has("contact") {
			continue
		}
		for _, name := range cellNames(c, set) {
			secret[theirs(name, r.mapping)] = true
		}
	}
}

// theirs gives the header of a column of ours in the file.
func theirs(name string, m config.Mapping) string {
	if h, ok := m.Columns[name]; ok {
		return h
	}
	return name
}

// readers finds who reads what: by the mapping of a table, and "services.csv"
// and the files of the folder "services" that no block of it names. Files that nobody reads and globs
// that find nothing are findings.
func readers(fsys fs.FS, set config.Settings) ([]reader, []finding.Finding, error) {
	files, err := exports(fsys)
	if err != nil {
		return nil, nil, err
	}
	files, sheets, found := openWorkbooks(fsys, files, set)
	var list []reader
	used := map[string]bool{}
	schemas := programme.Schemas()
	for i := range schemas {
		s := &schemas[i]
		mappings := set.Tables[s.Table]
		named, plain := map[string]bool{}, true
		for _, m := range mappings {
			plain = plain && len(m.Files) > 0
			for _, name := range globSheets(files, m.Files, sheets) {
				named[name] = true
			}
		}
		if plain { // what no block names is read as it is
			mappings = append(slices.Clone(mappings), config.Mapping{})
		}
		for _, m := range mappings {
			names := globSheets(files, m.Files, sheets)
			if len(m.Files) == 0 {
				names = slices.DeleteFunc(append(glob(files, ownFiles(s.Table)), ownSheets(fsys, files, sheets, s.Table, set)...), func(n string) bool { return named[n] })
			}
			for _, g := range m.Files {
				if len(globSheets(files, []string{g}, sheets)) == 0 {
					found = append(found, finding.Finding{Code: finding.FileMissing, Severity: finding.Error,
						File: shown(set, g), Args: map[string]string{"table": s.Table}})
				}
			}
			for _, name := range names {
				used[name] = true
				r := reader{schema: s, mapping: m, file: name}
				if sheet, ok := sheets[name]; ok {
					r.sheet = &sheet
				}
				list = append(list, r)
			}
		}
	}
	told := map[string]bool{}
	for _, name := range files {
		sheet, ok := sheets[name]
		book := path.Dir(name)
		switch {
		case used[name], ok && sheet.sheet.hidden, ok && told[book]:
		case ok && tableOf(book) != "" && len(set.Tables[tableOf(book)]) == 0 && !slices.ContainsFunc(files, func(n string) bool { return path.Dir(n) == book && used[n] }):
			told[book] = true
			found = append(found, finding.Finding{Code: finding.SheetsUnread, Severity: finding.Error, File: shown(set, book),
				Args: map[string]string{"table": tableOf(book), "path": name, "sheets": sheet.book.names()}})
		case ok && slices.ContainsFunc(files, func(n string) bool { return path.Dir(n) == book && used[n] }):
			found = append(found, unread(name, set)) // somebody chose among its sheets
		case ok:
			found = append(found, misplaced(fsys, name, &sheet, set))
		case isWorkbook(name):
			found = append(found, finding.Finding{Code: finding.FileWorkbook, Severity: finding.Error, File: shown(set, name)})
		case isTable(name):
			f := misplaced(fsys, name, nil, set)
			if folder, _, in := strings.Cut(name, "/"); in && tableOf(folder) != "" { // where it lies its rows are missed
				f.Severity = finding.Error
			}
			found = append(found, f)
		}
	}
	return list, found, nil
}

// unread reports a file that nobody reads.
func unread(name string, set config.Settings) finding.Finding {
	return finding.Finding{Code: finding.FileUnread, Severity: finding.Warning, File: shown(set, name)}
}

// tableOf gives the table that a file is meant for, by its name or the folder it lies
// in, "" for none.
func tableOf(name string) string {
	first, _, _ := strings.Cut(name, "/")
	schemas := programme.Schemas()
	for i := range schemas {
		if s := schemas[i].Table; s == first || s == stem(name) {
			return s
		}
	}
	return ""
}

// isWorkbook tells spreadsheets of other formats than XLSX, which we cannot read.
func isWorkbook(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".xls", ".xlsm", ".ods":
		return !strings.HasPrefix(path.Base(name), "~$") // Excel's mark of an open file
	}
	return false
}
