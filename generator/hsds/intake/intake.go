// Package intake reads what others publish in Open Referral HSDS 3.x: in comes a
// folder, a zip file or a JSON file, out come our tables as CSV and findings by
// file and row. Nothing of the package is dropped silently: what our tables do not
// hold is listed. Nothing is written before all was read and found whole, memory is
// bounded whatever the package says of itself, and no file makes it panic.
package intake

import (
	"time"

	"elinde/generator/finding"
	"elinde/generator/hsds"
)

// Options of an import.
type Options struct {
	// Languages of the site, the first is the source language; none: those that the
	// package speaks.
	Languages []string
	// Text is the language of texts that do not say theirs; empty: the first.
	Text string
	// Zone is the country's time; nil leaves hours as the package tells them.
	Zone *time.Location
	// Skip leaves faulty rows and cells out, each with a finding, where otherwise
	// they stop the import.
	Skip bool
}

// Table is one of our tables as text.
type Table struct {
	Name   string // "services"
	Header []string
	Rows   [][]string
}

// record is a row of the package with the place where it stands.
type record struct {
	cells hsds.Row
	file  string
	line  int
	out   bool   // left out because of a fault
	cause string // the name of the finding that says so
	used  bool   // something of it stands in our tables
}

// id gives its identifier.
func (r *record) id() string { return r.cells["id"] }

// intake is one import.
type intake struct {
	Options
	rows  map[string][]*record // by resource, in the order of reading
	by    map[string]map[string]*record
	found []finding.Finding
	// lost counts the cells that have no place, by resource and column; the place
	// is that of the first.
	lost map[lostKey]*lost
	// present are the tables that the package has, even without rows.
	present map[string]bool
	merge   bool // rows with the same id are one object told twice, as in JSON

	ours   map[string][]row // by our table
	ids    map[*record]string
	places map[string]string // ids of places by their names in small letters
	known  map[string]bool   // terms as scheme and id, places as id
	spoken []string          // languages of the Profile's fields, as they appear
}

type lostKey struct{ resource, column string }

type lost struct {
	file        string
	line, count int
}

// Read reads the package at path. The tables are nil where findings stop the
// import; the error tells of a path that cannot be opened.
func Read(path string, opt Options) ([]Table, []finding.Finding, error) {
	in := &intake{Options: opt, rows: map[string][]*record{}, by: map[string]map[string]*record{}, lost: map[lostKey]*lost{},
		present: map[string]bool{}, ours: map[string][]row{}, ids: map[*record]string{},
		places: map[string]string{}, known: map[string]bool{}}
	if err := in.open(path); err != nil {
		return nil, nil, err
	}
	if !finding.Stops(in.found) && len(in.rows["service"])+len(in.rows["organization"])+len(in.rows["location"]) == 0 {
		in.report(finding.HSDSEmpty, finding.Error, nil, "", "")
	}
	in.check()
	var tables []Table
	if !finding.Stops(in.found) {
		tables = in.tables()
		in.tellUnheld()
	}
	in.tellLost()
	finding.Sort(in.found)
	return tables, in.found, nil
}

// report adds a finding about a row of the package, or about all of it. Args are
// names and values in turn.
func (in *intake) report(code finding.Code, severity finding.Severity, r *record, column, value string, args ...string) {
	if isContact(column) {
		value = finding.Masked(value)
	}
	f := finding.Finding{Code: code, Severity: severity, Column: column, Value: finding.Short(value)}
	if r != nil {
		f.File, f.Line = r.file, r.line
	}
	for i := 0; i+1 < len(args); i += 2 {
		if f.Args == nil {
			f.Args = map[string]string{}
		}
		f.Args[args[i]] = args[i+1]
	}
	in.found = append(in.found, f)
}

// fault reports what stops the import, or what is left out instead.
func (in *intake) fault(code finding.Code, r *record, column, value, done string, args ...string) {
	if in.Skip {
		in.report(code, finding.Warning, r, column, value, append(args, finding.Done, done)...)
	} else {
		in.report(code, finding.Error, r, column, value, args...)
	}
	if done == "skip" && r.cause == "" {
		r.cause = in.found[len(in.found)-1].Name()
	}
}
