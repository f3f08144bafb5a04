package dataset

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"elinde/generator/finding"
	"elinde/generator/programme"
)

// keys lists the columns that no two rows of a table may share. Observations
// have a key of their own, see observations.
var keys = map[string]string{
	"sources": "id", "places": "id", "providers": "id", "services": "id", "locations": "id",
	"helplines": "id", "indicators": "id", "facts": "id", "releases": "id", "questions": "id",
	"rules": "id", "eligibility_cases": "id",
	"terms": "scheme id", "question_options": "question_id id",
	"place_validity": "place_id valid_from valid_to", "place_changes": "date kind from_id to_id",
	"service_locations": "service_id location_id", "service_areas": "service_id place_id",
	"schedules": "service_id location_id weekdays opens_at closes_at valid_from valid_to",
	"closures":  "service_id location_id from", "holidays": "date",
	"retired": "table scheme id", "revisions": "release_id key",
}

// identities reports rows with the same key, and terms under an unknown broader
// term, which no tag can say.
func identities(r *report) {
	for table, names := range keys {
		r.repeated(r.schemas[table], strings.Fields(names))
	}
	for i := range r.tables.Terms {
		t := &r.tables.Terms[i]
		if terms := r.index.Term[t.Scheme]; t.ParentID != "" && terms[t.ParentID] == nil {
			r.add(finding.TermUnknown, finding.Error, "terms", &t.Row, "parent_id", string(t.ParentID),
				"scheme", t.Scheme, "suggestion", r.guesses.nearest(string(t.ParentID), terms))
		}
	}
}

func (r *report) repeated(s *programme.Schema, names []string) {
	columns := make([][]int, len(names))
	for i, name := range names {
		columns[i] = s.Column(name).Index
	}
	code, column := finding.RowRepeated, ""
	if names[len(names)-1] == "id" {
		code, column = finding.IDRepeated, "id"
	}
	rows := r.rows(s)
	first := make(map[string]*programme.Row, rows.Len())
	var b []byte
	for i := range rows.Len() {
		record := rows.Index(i)
		b = b[:0]
		for _, index := range columns {
			b = append(appendCell(b, record.FieldByIndex(index)), 0)
		}
		row := rowOf(record)
		if string(b) == "\x00" {
			continue // an id that is missing has its finding
		}
		if before := first[string(b)]; before != nil {
			shown := make([]string, len(columns))
			for i, index := range columns {
				shown[i] = fmt.Sprint(record.FieldByIndex(index).Interface())
			}
			if column != "" {
				shown = shown[len(shown)-1:]
			}
			r.add(code, finding.Error, s.Table, row, column, strings.Join(shown, ", "), "key", strings.Join(names, ", "),
				"first_file", before.File, "first_line", strconv.Itoa(before.Line))
		} else {
			first[string(b)] = row
		}
	}
}

// appendCell writes a cell so that equal cells look equal.
func appendCell(b []byte, cell reflect.Value) []byte {
	switch cell.Kind() {
	case reflect.String:
		return append(b, cell.String()...)
	case reflect.Int16, reflect.Int32:
		return strconv.AppendInt(b, cell.Int(), 10)
	case reflect.Uint8:
		return strconv.AppendUint(b, cell.Uint(), 10)
	}
	return fmt.Append(b, cell.Interface())
}

// retirements reports retired ids that are in use again, successors that do not
// exist, and terms of which nobody says the vocabulary: their address hangs on it.
func retirements(r *report) {
	for i := range r.tables.Retired {
		gone := &r.tables.Retired[i]
		if gone.Table == "terms" && gone.Scheme == "" {
			r.add(finding.RequiredMissing, finding.Error, "retired", &gone.Row, "scheme", "")
			continue
		}
		if row := r.row(gone.Table, gone.Scheme, gone.ID); row != nil {
			r.add(finding.IDRetired, finding.Error, gone.Table, row, "id", gone.ID, "date", gone.Date.String())
		}
		if gone.SuccessorID != "" && r.row(gone.Table, gone.Scheme, gone.SuccessorID) == nil {
			r.add(finding.ReferenceUnknown, finding.Error, "retired", &gone.Row, "successor_id", gone.SuccessorID,
				"table", gone.Table, "suggestion", "")
		}
	}
}

// row finds a row by its id, a term by its scheme too.
func (c *check) row(table, scheme, id string) *programme.Row {
	if table != "terms" {
		return c.ids[table][id]
	}
	if t := c.index.Term[scheme][programme.TermID(id)]; t != nil {
		return &t.Row
	}
	return nil
}
