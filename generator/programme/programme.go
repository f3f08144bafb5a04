// Package programme holds the vocabulary of a social-services programme: the
// record types of every table, their ids and cell types. Names follow Open
// Referral HSDS 3.x for the directory and SDMX for the statistics.
//
// The struct of a table is its single definition. Its tags say everything that
// the reader, the checks, the column dictionary and the Frictionless descriptor
// need to know:
//
//	csv:"name"     the column, without a language suffix
//	rule:"a,b=c"   constraints, see Rule
//	about:"..."    one English sentence for the column dictionary
//
// The package imports nothing of ours and does no I/O. Parsing a cell never
// loses it: a type that cannot parse returns an error and keeps its zero value,
// and the raw cell stays with the record (package table).
package programme

// Position is where a record was read: File as the user knows it, Line the
// 1-based line of the file on which the record begins.
type Position struct {
	File string
	Line int
}

// Row is embedded in the record of each table.
type Row struct {
	Position `csv:"-"`
	// Index is the 0-based number of the record in its table, in the order of
	// reading; it finds the raw cells again.
	Index    int    `csv:"-"`
	Origin   string `csv:"origin" rule:"ref=sources" about:"'illustration' or the id of the source the row was taken from"`
	Modified Date   `csv:"modified" rule:"past" about:"when the row last changed"`
	// Updated shows a translation that lags behind its source.
	Updated Dates `csv:"updated" about:"when the texts of the row in that language last changed"`
}

// At gives the row itself; it lets code that works on any table reach the
// position of a record.
func (r *Row) At() *Row { return r }

// Record is what each table's record type satisfies through its embedded Row.
type Record interface{ At() *Row }

// Named kinds of id. Each is unique within its table and never reused.
type (
	PlaceID     string
	ProviderID  string
	ServiceID   string
	LocationID  string
	TermID      string
	IndicatorID string
	ReleaseID   string
	QuestionID  string
)
