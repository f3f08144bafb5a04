package table

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"elinde/generator/config"
	"elinde/generator/finding"
)

// sheetFile is a sheet of a workbook that stands among the files of the data
// folder as "services.xlsx/Sheet1".
type sheetFile struct {
	book  *workbook
	sheet worksheet
	alone bool // the only one of its workbook that is not hidden
}

// isXLSX reports whether a file is a workbook that we can read.
func isXLSX(name string) bool { return strings.EqualFold(path.Ext(name), ".xlsx") }

// openWorkbooks puts the sheets of each workbook in its place among the files. What
// cannot be opened is a finding.
func openWorkbooks(fsys fs.FS, files []string, set config.Settings) ([]string, map[string]sheetFile, []finding.Finding) {
	var names []string
	var found []finding.Finding
	sheets := map[string]sheetFile{}
	for _, name := range files {
		if !isXLSX(name) {
			names = append(names, name)
			continue
		}
		w, err := openWorkbook(fsys, name)
		switch {
		case errors.Is(err, errWorkbookLarge):
			found = append(found, finding.Finding{Code: finding.FileTooLarge, Severity: finding.Error, File: shown(set, name),
				Args: map[string]string{"limit": fmt.Sprint(maxWorkbook >> 20)}})
			continue
		case errors.Is(err, errWorkbookLocked):
			found = append(found, finding.Finding{Code: finding.WorkbookLocked, Severity: finding.Error, File: shown(set, name)})
			continue
		case err != nil:
			found = append(found, finding.Finding{Code: finding.FileUnreadable, Severity: finding.Error, File: shown(set, name),
				Args: map[string]string{"reason": err.Error()}})
			continue
		}
		open := 0
		for _, s := range w.sheets {
			if !s.hidden {
				open++
			}
		}
		for _, s := range w.sheets {
			virtual := name + "/" + s.name
			names = append(names, virtual)
			sheets[virtual] = sheetFile{w, s, open == 1 && !s.hidden}
		}
	}
	return names, sheets, found
}

// ownSheets lists the sheets that a table is read from where no mapping speaks of
// it: those named as the table, and of a workbook that is named so or stands in a
// folder that is, its only sheet or the only one that has the table's columns.
func ownSheets(fsys fs.FS, files []string, sheets map[string]sheetFile, table string, set config.Settings) []string {
	meant := map[string]string{} // by workbook, the sheet
	var names []string
	for _, name := range files {
		s, ok := sheets[name]
		if !ok || s.sheet.hidden {
			continue
		}
		book := path.Dir(name)
		own := s.sheet.name == table
		if !own && tableOf(book) == table {
			if _, asked := meant[book]; !asked && !s.alone {
				meant[book] = sheetMeant(fsys, files, book, sheets, set)
			}
			own = s.alone || meant[book] == name
		}
		if own {
			names = append(names, name)
		}
	}
	return names
}

// globSheets adds the sheets of the workbooks that a glob names without a sheet.
func globSheets(files, globs []string, sheets map[string]sheetFile) []string {
	var names []string
	for _, name := range files {
		s, ok := sheets[name]
		if matches(globs, name) || ok && !s.sheet.hidden && matches(globs, path.Dir(name)) {
			names = append(names, name)
		}
	}
	return names
}

// names lists the sheets that are not hidden.
func (w *workbook) names() string {
	var list []string
	for _, s := range w.sheets {
		if !s.hidden {
			list = append(list, s.name)
		}
	}
	return strings.Join(list, ", ")
}
