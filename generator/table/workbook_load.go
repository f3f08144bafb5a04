package table

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"elinde/generator/finding"
)

// maxSheetCells is the most that a sheet may have in rows times columns.
const maxSheetCells = 20_000_000

// workbookName is how a report names the encoding of a sheet.
const workbookName = "xlsx"

var errCells = errors.New("too many cells")

// loadSheet reads a sheet into e. The first row with a cell is the header; a line
// is a row as Excel counts.
func (e *export) loadSheet(s sheetFile) {
	e.stem, e.skipped, e.encoding = s.sheet.name, map[finding.Code]int{}, workbookName
	e.sum = sha256.Sum256([]byte(s.book.raw + "\x00" + s.sheet.name))
	l := &sheetLoad{export: e, clean: &cleaner{export: e, traits: traits{true, true, true}, lost: sightings{}, garbled: sightings{}},
		unsolved: sightings{}, percent: sightings{}}
	merged, err := s.book.rows(s.sheet, l.row)
	switch {
	case errors.Is(err, errCells):
		e.report(finding.ColumnsTooMany, finding.Error, e.headed, "", "", "count", fmt.Sprint(l.width), "limit", fmt.Sprint(min(maxColumns, mostColumns(len(e.records)+1))))
		e.header, e.records = nil, nil
		return
	case err != nil:
		e.report(finding.FileUnreadable, finding.Error, 0, "", "", "reason", err.Error())
		e.header, e.records = nil, nil
		return
	case e.header == nil:
		e.report(finding.FileEmpty, finding.Error, 0, "", "")
		return
	}
	l.square()
	l.tell(merged)
	if e.read == 0 {
		e.report(finding.FileHeaderOnly, finding.Warning, 0, "", "")
	}
	if !e.mapped {
		e.fromSDMX()
	}
}

// sheetLoad is what is known of a sheet while it is read.
type sheetLoad struct {
	*export
	clean             *cleaner
	width             int
	hidden, firstHide int
	unsolved, percent sightings // by column
}

// mostColumns gives how many columns a sheet of so many rows may have.
func mostColumns(rows int) int { return maxSheetCells / rows }

// row takes one row of the sheet.
func (l *sheetLoad) row(r sheetRow) error {
	if len(r.cells) == 0 {
		return nil
	}
	l.width = max(l.width, r.cells[len(r.cells)-1].column+1)
	if l.width > maxColumns || l.width > mostColumns(len(l.records)+1) {
		return errCells
	}
	cells, unsolved := make([]string, r.cells[len(r.cells)-1].column+1), false
	for _, c := range r.cells {
		text := l.clean.clean(c.text, r.number, c.column)
		if l.header != nil && c.unsolved {
			unsolved = true
			l.unsolved.add(c.column, r.number, "=")
		}
		if c.format == percent {
			l.percent.add(c.column, r.number, text)
		}
		cells[c.column] = text
	}
	if l.header == nil {
		if blank(cells) {
			return nil
		}
		l.headed = r.number
		for i := range cells {
			cells[i] = withoutJoiners(cells[i])
		}
		l.header = cells
		return nil
	}
	if r.hidden {
		if l.hidden++; l.hidden == 1 {
			l.firstHide = r.number
		}
	}
	if blank(cells) && !unsolved {
		return nil
	}
	l.read++
	l.records = append(l.records, record{r.number, cells})
	return nil
}

// square makes all rows as wide as the widest: a sheet has no end of a row, and a
// cell right of the header is a column without a name.
func (l *sheetLoad) square() {
	l.header = append(l.header, make([]string, l.width-len(l.header))...)
	for i := range l.records {
		r := &l.records[i]
		r.cells = append(r.cells, make([]string, l.width-len(r.cells))...)
	}
}

// tell reports what was seen in the sheet.
func (l *sheetLoad) tell(merged []string) {
	l.clean.tell()
	for column, s := range l.unsolved {
		l.report(finding.WorkbookFormula, finding.Error, s.line, l.header[column], "", "count", fmt.Sprint(s.count))
	}
	for column, s := range l.percent {
		l.report(finding.WorkbookPercent, finding.Note, s.line, l.header[column], s.word, "count", fmt.Sprint(s.count))
	}
	if l.hidden > 0 {
		l.report(finding.WorkbookHidden, finding.Warning, l.firstHide, "", "", "count", fmt.Sprint(l.hidden))
	}
	merged = slices.DeleteFunc(merged, func(ref string) bool { return lastRow(ref) < l.headed }) // titles above the table
	if len(merged) > 0 {
		l.report(finding.WorkbookMerged, finding.Warning, 0, "", merged[0], "count", fmt.Sprint(len(merged)))
	}
}

// lastRow gives the last row of a range such as "A1:C3".
func lastRow(ref string) int {
	_, last, _ := strings.Cut(ref, ":")
	n, _ := strconv.Atoi(strings.TrimLeft(last, "ABCDEFGHIJKLMNOPQRSTUVWXYZ$"))
	return n
}

// letters gives the letter of each column by its header.
func (e *export) letters() map[string]string {
	if e.encoding != workbookName {
		return nil
	}
	m := map[string]string{}
	for i, h := range e.header {
		if _, ok := m[h]; !ok && h != "" {
			m[h] = letter(i)
		}
	}
	return m
}
