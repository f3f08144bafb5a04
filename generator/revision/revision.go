// Package revision finds what a release tells otherwise than those before it, by
// comparing their figures cell by cell. In comes a Protected, out comes a Log for
// pages, files and reports. A value that is withheld, or of a release that is not
// out, is gone before it reaches this package: a revision of it says that it is
// withheld and never what it was.
package revision

import (
	"elinde/generator/programme"
	"elinde/generator/series"
)

// Kind says what happened to a figure.
type Kind string

// The kinds. A figure that is withheld before and after has no revision,
// whatever became of it.
const (
	Changed   Kind = "changed"   // another value
	Confirmed Kind = "confirmed" // the same value, provisional no more
	Remarked  Kind = "remarked"  // the same value or none, another status
	Completed Kind = "completed" // a value where there was none
	Emptied   Kind = "emptied"   // no value where there was one, and a status that says why
	Hidden    Kind = "hidden"    // withheld now, told before
	Disclosed Kind = "disclosed" // told now, withheld before
	Added     Kind = "added"     // a new row in a table that an earlier release told
	Withdrawn Kind = "withdrawn" // a row gone from a table that this release tells again
)

// Kinds lists all kinds, those that change what people know first.
var Kinds = []Kind{Changed, Disclosed, Hidden, Completed, Emptied, Added, Withdrawn, Remarked, Confirmed}

// Told is what a release says of a cell.
type Told struct {
	There   bool              // the release has the cell
	Value   programme.Decimal // not set where it is withheld, missing or not There
	Status  programme.List    // SDMX observation status
	Symbols []series.Symbol   // those that people see beside or instead of the value
}

// Withheld reports whether the release has the cell and does not tell it.
func (t Told) Withheld() bool {
	return t.There && len(t.Symbols) > 0 && t.Symbols[0] == series.Withheld
}

// Revision is a cell that a release tells otherwise than the newest release
// before it that told the cell.
type Revision struct {
	Key       string // as table revisions writes it: Q.mary.users._T.F._T._T.2026-Q1
	Indicator programme.IndicatorID
	Cell      series.Key
	Release   programme.ReleaseID // that tells New
	Before    programme.ReleaseID // that told Old
	Kind      Kind
	Old, New  Told
	// Reason is that of table revisions; empty where nobody gave one, and where it
	// could tell a withheld value.
	Reason programme.Text
}

// WasFinal reports whether the release before called the value final.
func (r *Revision) WasFinal() bool { return r.Old.Value.Set() && !r.Old.Status.Has("P") }

// First says which figures of an indicator a release told first: those of periods
// that no release had before.
type First struct {
	Indicator programme.IndicatorID
	Periods   []string // in their order
	Figures   int      // published, withheld and missing ones
	Withheld  int
}

// Log holds the revisions of all releases that are out.
type Log struct {
	byIndicator map[programme.IndicatorID][]Revision
	byRelease   map[programme.ReleaseID][]Revision
	first       map[programme.ReleaseID][]First
	began       map[programme.ReleaseID][]programme.IndicatorID
	ended       map[programme.ReleaseID][]programme.IndicatorID
}

// OfIndicator lists the revisions of an indicator, those of the newest release
// first, each release's in table order of places, then by dimensions and period.
func (l *Log) OfIndicator(id programme.IndicatorID) []Revision { return l.byIndicator[id] }

// OfRelease lists the revisions that a release made, in table order of indicators.
func (l *Log) OfRelease(id programme.ReleaseID) []Revision { return l.byRelease[id] }

// FirstIn lists what a release told first, in table order of indicators.
func (l *Log) FirstIn(id programme.ReleaseID) []First { return l.first[id] }

// BegunIn lists the indicators that no release before told, in table order; none of
// the oldest release, of which all are.
func (l *Log) BegunIn(id programme.ReleaseID) []programme.IndicatorID { return l.began[id] }

// EndedIn lists, in table order, the indicators that stop with a release: it is the
// first that should tell them again and does not. A quarterly one, and one with a
// successor, is due in each release, a yearly one a year after it was told last.
// Later releases change nothing of the list, not even one that resumes an indicator.
func (l *Log) EndedIn(id programme.ReleaseID) []programme.IndicatorID { return l.ended[id] }

// Count counts revisions by kind.
func Count(list []Revision) map[Kind]int {
	n := map[Kind]int{}
	for i := range list {
		n[list[i].Kind]++
	}
	return n
}
