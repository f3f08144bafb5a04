package table

import (
	"elinde/generator/config"
	"elinde/generator/finding"
	"elinde/generator/programme"
)

// Records are the rows of every table as they were read: typed, with their
// positions, and not checked against each other yet.
type Records struct {
	Tables programme.Tables

	raw    map[string][]origin          // by table, then programme.Row.Index
	folds  map[string][]rowFold         // by file
	letter map[string]map[string]string // of columns, by sheet of a workbook, then header
	counts []Count
	files  map[string][]string
	inputs []input

	outline map[string]Outline // of the files that feed one table, as findings name them
}

// origin leads from a row of ours to the record it was read from.
type origin struct {
	sheet  *sheet
	record int
}

// Count says what became of the rows of one file in one table. No row
// disappears silently: Read is Kept plus the sum of LeftOut.
type Count struct {
	File      string         `json:"file"`
	Table     string         `json:"table"`
	Read      int            `json:"read"`
	Kept      int            `json:"kept"`
	LeftOut   map[string]int `json:"left_out,omitempty"` // by finding code
	Encoding  string         `json:"encoding"`
	Delimiter string         `json:"delimiter"` // "tab" for a tab
}

// Counts lists what was read, in the order of the tables and their files.
func (r *Records) Counts() []Count { return r.counts }

// Files gives the files that belong to each table, those too of which nothing
// could be read.
func (r *Records) Files() map[string][]string { return r.files }

// Cell gives the raw cell of a row as it stands in the file, and the header it
// stands under there. Column is ours, with a language ("name_tk") or without
// (the first language). The header is empty where the file has no such column,
// and ours where the mapping composes the cell.
func (r *Records) Cell(row *programme.Row, table, column string) (value, header string) {
	o, ok := r.origin(row, table)
	if !ok {
		return "", ""
	}
	s, ok := o.sheet.slots[column]
	if !ok {
		return "", ""
	}
	return s.raw(o.sheet.records[o.record].cells, o.sheet.stem), s.header
}

// Policy says what config.toml wants done with a row that has a finding of that
// code: PolicyStop unless a mapping says otherwise.
func (r *Records) Policy(row *programme.Row, table string, code finding.Code) string {
	o, ok := r.origin(row, table)
	if !ok {
		return PolicyStop
	}
	return policyOf(o.sheet.reader.mapping, code)
}

func (r *Records) origin(row *programme.Row, table string) (origin, bool) {
	list := r.raw[table]
	if row.Index < 0 || row.Index >= len(list) {
		return origin{}, false
	}
	return list[row.Index], true
}

func policyOf(m config.Mapping, code finding.Code) string {
	if p, ok := m.Faulty[string(code)]; ok {
		return p
	}
	if p, ok := m.Faulty["*"]; ok {
		return p
	}
	return PolicyStop
}
