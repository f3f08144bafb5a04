package hsds

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"io"
	"net/mail"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"testing"
	"time"
)

// TestTablesAreTheSpecifications holds tables.txt against the specification's own
// descriptor: every table, field, type, format, constraint and key.
func TestTablesAreTheSpecifications(t *testing.T) {
	var spec descriptor
	if err := json.Unmarshal(needSpecification(t, "datapackage.json"), &spec); err != nil {
		t.Fatal(err)
	}
	if len(spec.Resources) != len(Resources()) || len(spec.Resources) == 0 {
		t.Fatalf("%d tables, the specification has %d", len(Resources()), len(spec.Resources))
	}
	for i, r := range Resources() {
		want := spec.Resources[i]
		if r.Name != want.Name || r.File != want.Path || want.Schema.PrimaryKey != "id" {
			t.Errorf("table %d is %s (%s), want %s (%s)", i, r.Name, r.File, want.Name, want.Path)
		}
		var fields []Field
		for _, f := range r.Fields {
			if !f.Own {
				fields = append(fields, f)
			}
		}
		if len(fields) != len(want.Schema.Fields) {
			t.Fatalf("%s has %d fields, want %d", r.Name, len(fields), len(want.Schema.Fields))
		}
		for j, f := range fields {
			w := want.Schema.Fields[j]
			c := constraints{}
			if w.Constraints != nil {
				c = *w.Constraints
			}
			if f.Name != w.Name || f.Type != w.Type || f.Format != w.Format || f.Required != c.Required || f.Unique != c.Unique || !slices.Equal(f.Enum, c.Enum) {
				t.Errorf("%s: field %d is %+v, want %+v %+v", r.Name, j, f, w, c)
			}
			key := slices.ContainsFunc(want.Schema.ForeignKeys, func(k foreignKey) bool {
				return k == foreignKey{f.Name, reference{f.Refers, "id"}}
			})
			if key != f.Key {
				t.Errorf("%s: %s as a foreign key: %v, want %v", r.Name, f.Name, f.Key, key)
			}
		}
	}
}

// TestArchiveFollowsItsDescriptor checks the published archive as the rules of
// Tabular Data Package ask: header, types, formats, constraints, primary and
// foreign keys of every row.
func TestArchiveFollowsItsDescriptor(t *testing.T) {
	d := demonstrationFor(t)
	data := d.pack.Tabular()
	if !bytes.Equal(data, Export(d.protected, d.settings, said, addresses).Tabular()) {
		t.Error("a second export gives other bytes")
	}
	if faults := validate(t, data); len(faults) > 0 {
		t.Errorf("%d faults, the first: %s", len(faults), faults[0])
	}
	broken := *d.pack
	broken.Rows = map[string][]Row{}
	for k, v := range d.pack.Rows {
		broken.Rows[k] = v
	}
	broken.Rows["service"] = append(slices.Clone(broken.Rows["service"]), Row{"id": "x", "status": "open", "organization_id": "nobody", "minimum_age": "ten"})
	if faults := validate(t, broken.Tabular()); len(faults) != 6 {
		t.Errorf("of six planted faults are seen: %v", faults)
	}
}

var uuidForm = regexp.MustCompile(`^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$`)

// validate lists what is wrong in an archive by its own descriptor.
func validate(t *testing.T, data []byte) (faults []string) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	read := func(name string) []byte {
		f, err := z.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		b, err := io.ReadAll(f)
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	var d descriptor
	if err := json.Unmarshal(read("datapackage.json"), &d); err != nil {
		t.Fatal(err)
	}
	if len(z.File) != len(d.Resources)+1 {
		t.Errorf("%d files and %d resources", len(z.File), len(d.Resources))
	}
	ids := map[string]map[string]bool{}
	tables := map[string][][]string{}
	for _, r := range d.Resources {
		rows, err := csv.NewReader(bytes.NewReader(read(r.Path))).ReadAll()
		if err != nil {
			t.Fatalf("%s: %v", r.Path, err)
		}
		tables[r.Name], ids[r.Name] = rows, map[string]bool{}
		for _, row := range rows[1:] {
			ids[r.Name][row[0]] = true
		}
	}
	for _, r := range d.Resources {
		rows := tables[r.Name]
		for i, f := range r.Schema.Fields {
			if rows[0][i] != f.Name {
				t.Fatalf("%s: column %d is %q, want %q", r.Path, i, rows[0][i], f.Name)
			}
			seen := map[string]bool{}
			for _, row := range rows[1:] {
				cell := row[i]
				fault := func(what string) { faults = append(faults, r.Path+" "+f.Name+" "+what+" "+cell) }
				c := constraints{}
				if f.Constraints != nil {
					c = *f.Constraints
				}
				if cell == "" {
					if c.Required {
						fault("required")
					}
					continue
				}
				if !typed(f.Type, f.Format, cell) {
					fault("type")
				}
				if c.Enum != nil && !slices.Contains(c.Enum, cell) {
					fault("enum")
				}
				if (c.Unique || f.Name == r.Schema.PrimaryKey) && seen[cell] {
					fault("unique")
				}
				seen[cell] = true
				for _, k := range r.Schema.ForeignKeys {
					if k.Fields == f.Name && !ids[k.Reference.Resource][cell] {
						fault("foreign key")
					}
				}
			}
		}
	}
	return faults
}

// typed says whether a cell is of a type of Table Schema in its default form.
func typed(kind, format, cell string) bool {
	var err error
	switch kind + "/" + format {
	case "string/uuid":
		return uuidForm.MatchString(cell)
	case "string/uri":
		u, err := url.Parse(cell)
		return err == nil && u.IsAbs() && u.Host != ""
	case "string/email":
		_, err = mail.ParseAddress(cell)
	case "string/":
	case "number/":
		_, err = strconv.ParseFloat(cell, 64)
	case "boolean/":
		return cell == "true" || cell == "false"
	case "date/":
		_, err = time.Parse(time.DateOnly, cell)
	case "time/":
		_, err = time.Parse(time.TimeOnly, cell)
	case "datetime/":
		_, err = time.Parse("2006-01-02T15:04:05Z", cell)
	default:
		return false
	}
	return err == nil
}
