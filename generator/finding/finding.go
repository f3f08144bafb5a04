// Package finding describes a problem of the input as data: a stable code, how
// bad it is, where it stands and what to do. Nothing here prints; sentences come
// from the catalogue in each language.
package finding

import (
	"fmt"
	"sort"
	"strings"
)

// Severity says what a finding does to a build.
type Severity string

// Severities. An Error stops a build; a Warning is to be looked at; a Note
// records something assumed or done, such as a guessed encoding.
const (
	Error   Severity = "error"
	Warning Severity = "warning"
	Note    Severity = "note"
)

// Finding is one problem. File is the path as the user wrote it, Line the
// 1-based line on which the row begins (0: the whole file), Row the same row as a
// spreadsheet numbers it, which differs after cells with line breaks, Column the header as it stands in
// the file (empty: the whole row). Value is what was found, already masked where
// the column may hold personal data or a confidential place, and cut to a length
// a line can show. Args fill the placeholders of the sentence.
type Finding struct {
	Code     Code              `json:"code"`
	Severity Severity          `json:"severity"`
	File     string            `json:"file,omitempty"`
	Line     int               `json:"line,omitempty"`
	Row      int               `json:"row,omitempty"`
	Column   string            `json:"column,omitempty"`
	Letter   string            `json:"letter,omitempty"` // of the column, in a workbook
	Value    string            `json:"value,omitempty"`
	Args     map[string]string `json:"args,omitempty"`
	// Follows names the finding that this one comes from, see Trace: mend that
	// one and this one goes too. Empty: it stands for itself.
	Follows string `json:"follows,omitempty"`
}

// Name identifies a finding within a report.
func (f Finding) Name() string {
	return strings.TrimSpace(fmt.Sprintf("%s %s:%d %s %s", f.Code, f.File, f.Line, f.Column, f.Value))
}

// Code is a stable name of a kind of finding, such as "reference-unknown". The
// constants of the package are all there are.
type Code string

// Sort orders findings by file, line, column and code, so that a report of the
// same input is the same bytes.
func Sort(list []Finding) {
	sort.SliceStable(list, func(i, j int) bool {
		a, b := list[i], list[j]
		switch {
		case a.File != b.File:
			return a.File < b.File
		case a.Line != b.Line:
			return a.Line < b.Line
		case a.Column != b.Column:
			return a.Column < b.Column
		case a.Code != b.Code:
			return a.Code < b.Code
		}
		return a.Value < b.Value
	})
}

// Stops reports whether any finding is an error.
func Stops(list []Finding) bool {
	for _, f := range list {
		if f.Severity == Error {
			return true
		}
	}
	return false
}
