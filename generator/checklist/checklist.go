// Package checklist says what an official must clear before a release of
// statistics is published. In come the findings of a check as of the time at which
// the release comes out, the rows and what disclosure control made of them; out
// comes a list of points, each clear or with the findings that speak against it.
// It is for officials only: its findings tell of rows that are not out yet.
package checklist

import (
	"elinde/generator/disclosure"
	"elinde/generator/finding"
	"elinde/generator/programme"
	"elinde/generator/revision"
)

// Point is what one line of the checklist is about.
type Point string

// The points, in their order.
const (
	Time        Point = "time"        // it has its time and is said to be planned until then
	Whole       Point = "whole"       // nothing is missing that earlier releases had
	Rows        Point = "rows"        // every row is right by itself
	Sums        Point = "sums"        // totals, rates and units hold
	Jumps       Point = "jumps"       // large changes are explained
	Revisions   Point = "revisions"   // changed figures have reasons
	Provisional Point = "provisional" // what should be final is
	Notes       Point = "notes"       // it says what is new and what was revised
	Methods     Point = "methods"     // each indicator says how it is made
	Labels      Point = "labels"      // texts are there in all languages
	Next        Point = "next"        // the next release has a date
	Contacts    Point = "contacts"    // contacts are there and were checked
	Protection  Point = "protection"  // small counts are protected
	Elsewhere   Point = "elsewhere"   // nothing else stops the build
)

// Points lists all points.
var Points = []Point{Time, Whole, Rows, Sums, Jumps, Revisions, Provisional, Notes, Methods, Labels, Next, Contacts, Protection, Elsewhere}

// State says how a point stands.
type State string

// The states: an error stops publishing, a warning is to be looked at.
const (
	Clear   State = "clear"
	Warning State = "warning"
	Error   State = "error"
)

// Item is a line of the checklist.
type Item struct {
	Point    Point
	State    State
	Findings []finding.Finding // sorted
}

// List is the checklist of one release.
type List struct {
	Release *programme.Release
	Items   []Item // one for each point, in their order
	// Indicators and Figures count what the release holds.
	Indicators, Figures int
	// Revised counts what it tells otherwise than those before; nil where errors
	// keep it from being compared.
	Revised map[revision.Kind]int
	// Certificate sums up disclosure control, Withheld lists what it withholds of the
	// release, by key; nil likewise.
	Certificate *disclosure.Certificate
	Withheld    []disclosure.WithheldCell
}

// Stops reports whether a point is an error.
func (l *List) Stops() bool {
	for _, i := range l.Items {
		if i.State == Error {
			return true
		}
	}
	return false
}
