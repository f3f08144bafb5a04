// Package dataset checks records and makes the Dataset of them: ids, references,
// terms, dates, places, texts, figures, and a first screen for data about
// persons. In come table.Records, out come a Dataset and findings; nothing is
// read, written or printed here, and the records stay as they were.
//
// Each family of checks is a file. A family only looks and reports; what becomes
// of a faulty row is decided in one place, settle.go, by the policies of
// config.toml.
package dataset

import (
	"elinde/generator/finding"
	"elinde/generator/programme"
)

// Dataset is a set of tables that was checked. It can be made by Check only.
type Dataset struct {
	index   *programme.Index
	leftOut []LeftOut
}

// LeftOut is a row that a policy of config.toml left out because of a fault.
type LeftOut struct {
	Table string
	At    programme.Position
	Code  finding.Code // the fault
}

// Index gives the checked rows and their links. They may hold what must not be
// published: only package disclosure may hand them on.
func (d *Dataset) Index() *programme.Index { return d.index }

// LeftOut lists the rows that Check left out, by table and in the order of
// reading. Rows that package table left out are in Records.Counts.
func (d *Dataset) LeftOut() []LeftOut { return d.leftOut }
