package intake

import (
	"regexp"
	"slices"
	"strings"

	"github.com/google/uuid"

	"elinde/generator/finding"
	"elinde/generator/hsds"
	"elinde/generator/programme"
)

// row is a row of ours by the names of its columns, with language.
type row map[string]string

// tables makes our tables of the checked rows, in the order of our schema; those
// without rows are left out.
func (in *intake) tables() []Table {
	if len(in.Languages) == 0 {
		in.Languages = in.spoken
	}
	if len(in.Languages) == 0 {
		in.Languages = []string{in.Text}
	}
	if in.Text == "" {
		in.Text = in.Languages[0]
	}
	if !slices.Contains(in.Languages, in.Text) {
		in.Languages = append(slices.Clone(in.Languages), in.Text)
	}
	in.vocabularies()
	in.providers()
	in.services()
	in.locations()
	in.atLocations()
	in.areas()
	in.schedules()

	var list []Table
	for _, schema := range programme.Schemas() {
		rows := in.ours[schema.Table]
		if len(rows) == 0 {
			continue
		}
		t := Table{Name: schema.Table}
		for i := range schema.Columns {
			c := &schema.Columns[i]
			if c.Name == "updated" {
				continue // HSDS knows nothing of it
			}
			if !c.Multilingual() {
				t.Header = append(t.Header, c.Name)
				continue
			}
			for _, code := range in.Languages {
				t.Header = append(t.Header, hsds.InLanguage(c.Name, code))
			}
		}
		for _, r := range rows {
			cells := make([]string, len(t.Header))
			for i, name := range t.Header {
				cells[i] = r[name]
			}
			t.Rows = append(t.Rows, cells)
		}
		list = append(list, t)
		in.tellBlank(&schema, t)
	}
	return list
}

// tellBlank says which columns that our table wants stay blank: HSDS has no word
// for them, and only the publisher can fill them in.
func (in *intake) tellBlank(schema *programme.Schema, t Table) {
	for i := range schema.Columns {
		c := &schema.Columns[i]
		if !c.Rules.Has("required") {
			continue
		}
		name := c.Name
		if c.Multilingual() {
			name = hsds.InLanguage(c.Name, in.Languages[0])
		}
		n, at := 0, slices.Index(t.Header, name)
		for _, cells := range t.Rows {
			if cells[at] == "" {
				n++
			}
		}
		if n > 0 {
			in.found = append(in.found, finding.Finding{Code: finding.HSDSBlank, Severity: finding.Warning, File: t.Name + ".csv", Column: name,
				Args: map[string]string{"count": count(n)}})
		}
	}
}

// text puts a text told in several languages into a column of ours. What speaks
// our Profile says each language; the field itself then only repeats one of them.
// Other texts are in the language that the options say.
func (in *intake) text(to row, column string, r *record, name string) {
	spoken := false
	for _, code := range in.Languages {
		if cell := r.cells[hsds.InLanguage(name, code)]; cell != "" {
			to[hsds.InLanguage(column, code)], spoken = cell, true
		}
	}
	if !spoken && !in.profiled(r) {
		to[hsds.InLanguage(column, in.Text)] = r.cells[name]
	}
}

// profiled reports whether a row speaks our Profile.
func (in *intake) profiled(r *record) bool { return r.cells["local_id"] != "" }

// common fills what every table of ours has.
func common(to row, r *record) {
	to["origin"], to["modified"] = r.cells["origin"], r.cells["modified"]
	r.used = true
}

var ourID = regexp.MustCompile(`^[a-z0-9][a-z0-9-]{0,63}$`)

// idOf gives our id of a row: the one that it says it has with us, or its UUID, or
// a UUID made of what it has for one.
func (in *intake) idOf(r *record) string {
	if r == nil {
		return ""
	}
	if id, ok := in.ids[r]; ok {
		return id
	}
	id := r.cells["local_id"]
	if id == "" {
		id = strings.ToLower(r.id())
	}
	if !ourID.MatchString(id) && !(r.cells["taxonomy_id"] != "" && termID.MatchString(id)) {
		id = uuid.NewSHA1(uuid.NameSpaceOID, []byte(id)).String()
	}
	in.ids[r] = id
	return id
}

// termID is what a term may be called: SDMX codes begin with a sign.
var termID = regexp.MustCompile(`^[A-Za-z0-9_][A-Za-z0-9_-]{0,63}$`)

// kept lists the rows of a resource that were not left out.
func (in *intake) kept(resource string) []*record {
	var list []*record
	for _, r := range in.rows[resource] {
		if !r.out {
			list = append(list, r)
		}
	}
	return list
}

// find gives the row that a key leads to.
func (in *intake) find(resource, key string) *record {
	if r := in.by[resource][key]; r != nil && !r.out {
		return r
	}
	return nil
}

// group finds children by the id of their parent.
func (in *intake) group(resource, column string) map[string][]*record {
	m := map[string][]*record{}
	for _, r := range in.kept(resource) {
		if key := r.cells[column]; key != "" {
			m[key] = append(m[key], r)
		}
	}
	return m
}

// first gives a column of the first child and notes that it is used.
func first(children []*record, column string) string {
	for _, r := range children {
		if cell := r.cells[column]; cell != "" {
			r.used = true
			return cell
		}
	}
	return ""
}

// yes writes a boolean as our tables do.
func yes(cell string) string { return map[string]string{"true": "yes", "false": "no"}[cell] }
