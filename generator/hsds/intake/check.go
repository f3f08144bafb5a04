package intake

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"elinde/generator/finding"
	"elinde/generator/hsds"
)

// check looks at every row: identifiers, types, keys, circles. Rows with a fault
// are left out or stop the import, as Skip says.
func (in *intake) check() {
	for _, r := range hsds.Resources() {
		in.identify(r.Name)
		for _, rec := range in.rows[r.Name] {
			in.cells(&r, rec)
		}
	}
	in.references()
	in.circles("organization", "parent_organization_id")
	in.circles("taxonomy_term", "parent_id")
	in.circles("service", "successor_id")
}

var uuidForm = regexp.MustCompile(`^(?i)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$`)

// identify finds rows by their ids. In JSON an object is told at several places,
// shorter here than there: what is told twice must be the same.
func (in *intake) identify(resource string) {
	byID := map[string]*record{}
	var kept []*record
	for _, rec := range in.rows[resource] {
		id := rec.id()
		first := byID[id]
		switch {
		case id == "":
			in.fault(finding.HSDSMissing, rec, "id", "", "skip", "table", resource)
		case first == nil:
			if !uuidForm.MatchString(id) {
				in.report(finding.HSDSIdentifier, finding.Warning, rec, "id", id)
			}
			byID[id] = rec
			kept = append(kept, rec)
		case !in.merge:
			in.fault(finding.HSDSRepeated, rec, "id", id, "skip", "other", strconv.Itoa(first.line))
		default:
			for column, cell := range rec.cells {
				switch was, ok := first.cells[column]; {
				case !ok:
					first.cells[column] = cell
				case was != cell:
					in.fault(finding.HSDSConflict, rec, column, cell, "blank", "other", finding.Short(was))
				}
			}
		}
	}
	in.rows[resource], in.by[resource] = kept, byID
}

// vital are the columns without which a row means nothing to us.
func vital(f hsds.Field) bool { return f.Name == "name" || f.Name == "number" || f.Key }

// cells checks the cells of a row.
func (in *intake) cells(r *hsds.Resource, rec *record) {
	for _, f := range r.Fields {
		cell, ok := rec.cells[f.Name]
		if !ok {
			if f.Required && f.Name != "id" && !in.merge {
				if vital(f) {
					rec.out = true
					in.fault(finding.HSDSMissing, rec, f.Name, "", "skip", "table", r.Name)
				} else {
					in.report(finding.HSDSMissing, finding.Warning, rec, f.Name, "", "table", r.Name)
				}
			}
			continue
		}
		done := "blank"
		if r.Name == "schedule" { // without one of its parts it would tell wrong hours
			done = "skip"
		}
		switch {
		case !typed(f, cell):
			in.fault(finding.HSDSType, rec, f.Name, cell, done, "type", f.Type)
		case f.Enum != nil && !slices.Contains(f.Enum, cell):
			in.fault(finding.HSDSEnum, rec, f.Name, cell, done, "values", strings.Join(f.Enum, ", "))
		default:
			continue
		}
		delete(rec.cells, f.Name)
		rec.out = rec.out || r.Name == "schedule"
	}
	in.coordinates(rec)
}

// coordinates checks that a point can be on Earth and is whole.
func (in *intake) coordinates(rec *record) {
	for _, c := range []struct {
		name string
		most float64
	}{{"latitude", 90}, {"longitude", 180}} {
		cell, ok := rec.cells[c.name]
		if !ok {
			continue
		}
		if n, err := strconv.ParseFloat(cell, 64); err != nil || n < -c.most || n > c.most {
			in.fault(finding.HSDSCoordinate, rec, c.name, cell, "blank", "most", strconv.Itoa(int(c.most)))
			delete(rec.cells, "latitude")
			delete(rec.cells, "longitude")
		}
	}
}

var plainNumber = regexp.MustCompile(`^-?[0-9]+(\.[0-9]+)?$`)

// typed says whether a cell is of the field's type.
func typed(f hsds.Field, cell string) bool {
	var err error
	switch f.Type {
	case "number":
		return len(cell) <= 40 && plainNumber.MatchString(cell)
	case "boolean":
		return cell == "true" || cell == "false"
	case "date":
		_, err = time.Parse(time.DateOnly, cell)
	case "datetime":
		_, err = time.Parse(time.RFC3339, cell)
	case "time":
		_, _, err = clockOf(cell)
	}
	return err == nil
}

// references checks that every key leads to a row, again and again as long as
// rows are left out that others refer to.
func (in *intake) references() {
	told := map[string]bool{}
	for again := true; again; {
		again = false
		for _, r := range hsds.Resources() {
			for _, f := range r.Fields {
				if f.Refers == "" {
					continue
				}
				again = in.leads(&r, f, told) || again
			}
		}
	}
	for _, rec := range in.rows["attribute"] {
		r := hsds.Of(rec.cells["link_entity"])
		if rec.out || r == nil || rec.cells["link_id"] == "" {
			continue
		}
		if to := in.by[r.Name][rec.cells["link_id"]]; to == nil {
			in.fault(finding.HSDSReference, rec, "link_id", rec.cells["link_id"], "skip", "table", r.Name)
			rec.out = true
		}
	}
}

// leads checks one column that refers to others; it reports whether a row was left
// out for it.
func (in *intake) leads(r *hsds.Resource, f hsds.Field, told map[string]bool) (left bool) {
	for _, rec := range in.rows[r.Name] {
		key := rec.cells[f.Name]
		if rec.out || key == "" {
			continue
		}
		to := in.by[f.Refers][key]
		if to != nil && !to.out {
			continue
		}
		done := "blank"
		if f.Required {
			done = "skip"
		}
		if !f.Key { // the specification lets it lead out of the package
			in.report(finding.HSDSReference, finding.Warning, rec, f.Name, key, "table", f.Refers, finding.Done, done)
		} else if !in.present[f.Refers] {
			if !told[f.Refers] {
				told[f.Refers] = true
				in.fault(finding.HSDSTable, rec, f.Name, key, done, "table", hsds.Of(f.Refers).File)
			}
		} else {
			in.fault(finding.HSDSReference, rec, f.Name, key, done, "table", f.Refers)
			if to != nil { // which is out: mend that one and this one goes too
				in.found[len(in.found)-1].Follows, rec.cause = to.cause, to.cause
			}
		}
		if f.Required {
			rec.out, left = true, true
		} else {
			delete(rec.cells, f.Name)
		}
	}
	return left
}

// circles finds rows that are their own ancestors.
func (in *intake) circles(resource, column string) {
	state := map[string]int{} // 1: on the way, 2: done
	for _, rec := range in.rows[resource] {
		var way []*record
		for r := rec; r != nil && state[r.id()] == 0; r = in.by[resource][r.cells[column]] {
			state[r.id()] = 1
			way = append(way, r)
			if next := in.by[resource][r.cells[column]]; next != nil && state[next.id()] == 1 {
				in.fault(finding.HSDSCycle, r, column, r.cells[column], "blank")
				delete(r.cells, column)
				break
			}
		}
		for _, r := range way {
			state[r.id()] = 2
		}
	}
}
