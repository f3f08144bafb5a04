package finding

import "strings"

// Trace finds out which findings only follow from another one, and names that
// one in Follows: a missing table lets every reference to it fail, a lost quote
// spoils its row and swallows others, an id that was deleted is missed wherever
// it was used. The list is sorted; files gives the files of each table.
//
// What follows stays a finding of its own severity: nothing is forgiven, the
// report only says what to mend first.
func Trace(list []Finding, files map[string][]string) {
	t := tracer{list: list, rows: map[place]int{}, lossy: map[string]int{}, headers: map[string]int{}, letters: map[string]int{}, missing: map[string]int{}, first: map[target]int{}, copied: map[[2]string]int{}, foreign: map[string]int{}}
	for i := range list {
		t.note(i)
	}
	for table, names := range files {
		for _, name := range names {
			if i, ok := t.lossy[name]; ok {
				t.lossyTable(table, i)
			}
		}
	}
	for i := range list {
		if list[i].Code == ExportForeign && list[i].Args["codes"] != "" {
			t.lossyTable(list[i].Args["table"], i)
		}
	}
	cause := make([]int, len(list))
	for i := range list {
		cause[i] = t.causeOf(i)
	}
	for i := range list {
		root := i
		for n := 0; cause[root] != root && n < 8; n++ {
			root = cause[root]
		}
		if root != i {
			list[i].Follows = list[root].Name()
		}
	}
}

// tracer holds the findings that others may come from, by their place in list.
type tracer struct {
	list    []Finding
	rows    map[place]int     // the fault that broke a row
	lossy   map[string]int    // the fault by which a file, then a table, lost rows
	headers map[string]int    // the first needed column that a file lacks
	letters map[string]int    // the finding that a file's encoding has no letters of a language
	missing map[string]int    // the finding that a table or vocabulary is missing
	first   map[target]int    // the first reference to something unknown
	copied  map[[2]string]int // the finding that a file repeats another one
	foreign map[string]int    // the finding that a file names things otherwise
}

type place struct {
	file string
	line int
}

// target is what a reference wants.
type target struct{ table, scheme, value string }

// breaks lists what breaks a whole row, the worst last: its other findings are
// about cells that ended up in the wrong column.
var breaks = []Code{RowTooShort, RowTooLong, QuoteAfter, QuoteOpen}

// loses lists what costs a file rows or their ids.
var loses = []Code{WorkbookLocked, FileEmpty, FileUnreadable, FileTooLarge, FileForeign, FileWorkbook, FileMissing, SheetsUnread, ColumnsTooMany, QuoteOpen, QuoteAfter, ColumnMissing}

// lackColumn lists what a file tells of rows whose column is missing as a whole:
// rows seem to be the same, or to hold no value.
var lackColumn = []Code{ObservationRepeated, RowRepeated, ValueWithoutReason, PeriodNotInRelease, SeriesGap, TotalMissing}

func (t *tracer) note(i int) {
	f := &t.list[i]
	if f.Severity != Error {
		return
	}
	if rank := index(breaks, f.Code); rank >= 0 {
		at := place{f.File, f.Line}
		if before, ok := t.rows[at]; !ok || rank > index(breaks, t.list[before].Code) {
			t.rows[at] = i
		}
	}
	if _, known := t.lossy[f.File]; !known && index(loses, f.Code) >= 0 && losesRows(f) {
		t.lossy[f.File] = i
	}
	if _, known := t.headers[f.File]; !known && f.Code == ColumnMissing {
		t.headers[f.File] = i
	}
	if _, known := t.letters[f.File]; !known && f.Code == LettersImpossible {
		t.letters[f.File] = i
	}
	switch f.Code {
	case ExportForeign:
		t.foreign[f.File] = i
	case FileCopied:
		t.copied[[2]string{f.File, f.Args["first_file"]}] = i
	case TableMissing:
		t.missing[f.Args["table"]] = i
	case VocabularyMissing:
		t.missing["terms "+f.Args["scheme"]] = i
	case ReferenceUnknown, TermUnknown, DimensionUnknown:
		if want := wanted(f); want != (target{}) {
			if _, known := t.first[want]; !known {
				t.first[want] = i
			}
		}
	}
}

// losesRows tells the faults of some rows only from those that take others along.
func losesRows(f *Finding) bool {
	switch f.Code {
	case QuoteAfter:
		return f.Args["ended"] != ""
	case ColumnMissing:
		return f.Column == "id" || f.Column == "scheme" || f.Args["table"] == "observations"
	}
	return true
}

// lossyTable notes that a table lost rows by finding i.
func (t *tracer) lossyTable(table string, i int) {
	if before, known := t.lossy["table "+table]; !known || i < before {
		t.lossy["table "+table] = i
	}
}

// causeOf gives the finding that finding i comes from, i where it stands for
// itself.
func (t *tracer) causeOf(i int) int {
	f := &t.list[i]
	if root, ok := t.rows[place{f.File, f.Line}]; ok && root != i {
		return root
	}
	if root, ok := t.foreign[f.File]; ok && f.Args["block"] == "yes" {
		return root
	}
	if root, ok := t.headers[f.File]; ok && index(lackColumn, f.Code) >= 0 {
		return root
	}
	if root, ok := t.letters[f.File]; ok && f.Code == LettersLost {
		return root
	}
	if f.Code == RevisionUnmatched {
		return t.oneOf(i, "observations", "table observations")
	}
	if f.Severity != Error || f.Args[Done] != "" {
		return i
	}
	want := target{}
	switch f.Code {
	case ObservationRepeated, IDRepeated, RowRepeated:
		if root, ok := t.copied[[2]string{f.File, f.Args["first_file"]}]; ok {
			return root
		}
	case TableMissing:
		want.table = f.Args["table"]
		return t.oneOf(i, "", "table "+want.table)
	case VocabularyMissing:
		return t.oneOf(i, "terms", "table terms")
	case FiguresVanished, SeriesEnded, TotalMissing, ReleaseEmpty, PeriodEmpty:
		return t.oneOf(i, "observations", "table observations")
	case ReferenceUnknown, TermUnknown, DimensionUnknown:
		want = wanted(f)
	}
	if want == (target{}) {
		return i
	}
	if root, ok := t.missing["terms "+want.scheme]; ok && want.scheme != "" {
		return root
	}
	if root := t.oneOf(i, want.table, "table "+want.table); root != i {
		return root
	}
	if strings.HasSuffix(f.Value, "…") {
		return i // a part of a value only, which another may share
	}
	return t.first[want]
}

// oneOf gives the finding that the table is missing, or the one by which it lost
// rows, or i.
func (t *tracer) oneOf(i int, missing, lossy string) int {
	if root, ok := t.missing[missing]; ok && missing != "" {
		return root
	}
	if root, ok := t.lossy[lossy]; ok {
		return root
	}
	return i
}

// wanted tells what an unknown reference wants.
func wanted(f *Finding) target {
	switch f.Code {
	case ReferenceUnknown:
		return target{f.Args["table"], "", f.Value}
	case TermUnknown, DimensionUnknown:
		return target{"terms", f.Args["scheme"], f.Value}
	}
	return target{}
}

func index(list []Code, c Code) int {
	for i := range list {
		if list[i] == c {
			return i
		}
	}
	return -1
}
