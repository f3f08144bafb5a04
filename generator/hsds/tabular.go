package hsds

import (
	"bytes"
	"encoding/csv"
	"encoding/json"

	"elinde/generator/archive"
)

// Tabular writes the package as the specification's tabular data package: a zip
// with a CSV file of each table that has rows and their descriptor. The same
// package gives the same bytes. Cells stand as they are: a program reads them, and
// phone numbers may begin with a plus sign.
func (p *Package) Tabular() []byte {
	entries := []archive.Entry{{Name: "datapackage.json", Data: p.descriptor()}}
	for _, r := range Resources() {
		if len(p.Rows[r.Name]) > 0 {
			entries = append(entries, archive.Entry{Name: r.File, Data: p.table(&r)})
		}
	}
	data, err := archive.Zip(p.known, entries)
	if err != nil {
		panic(err) // a table beyond 4 GB would not have fitted into memory
	}
	return data
}

// table writes the rows of a resource: UTF-8, commas, CRLF (RFC 4180).
func (p *Package) table(r *Resource) []byte {
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	w.UseCRLF = true
	columns := r.Columns(p.Languages)
	line := make([]string, len(columns))
	for i, c := range columns {
		line[i] = c.Name
	}
	_ = w.Write(line) // a bytes.Buffer does not fail
	for _, row := range p.Rows[r.Name] {
		for i, c := range columns {
			line[i] = row[c.Name]
		}
		_ = w.Write(line)
	}
	w.Flush()
	return out.Bytes()
}

// Descriptor of a Tabular Data Package (Frictionless).
type (
	descriptor struct {
		Name      string     `json:"name"`
		Profile   string     `json:"profile"`
		Version   string     `json:"version"`
		Text      string     `json:"description,omitempty"`
		Resources []resource `json:"resources"`
	}
	resource struct {
		Name      string      `json:"name"`
		Path      string      `json:"path"`
		Profile   string      `json:"profile"`
		Format    string      `json:"format"`
		Mediatype string      `json:"mediatype"`
		Encoding  string      `json:"encoding"`
		Dialect   dialect     `json:"dialect"` // or else some readers guess
		Schema    tableSchema `json:"schema"`
	}
	dialect struct {
		Delimiter      string `json:"delimiter"`
		LineTerminator string `json:"lineTerminator"`
		QuoteChar      string `json:"quoteChar"`
		DoubleQuote    bool   `json:"doubleQuote"`
		Header         bool   `json:"header"`
	}
	tableSchema struct {
		Fields      []field      `json:"fields"`
		PrimaryKey  string       `json:"primaryKey"`
		ForeignKeys []foreignKey `json:"foreignKeys,omitempty"`
	}
	field struct {
		Name        string       `json:"name"`
		Type        string       `json:"type"`
		Format      string       `json:"format,omitempty"`
		Constraints *constraints `json:"constraints,omitempty"`
	}
	constraints struct {
		Required bool     `json:"required,omitempty"`
		Unique   bool     `json:"unique,omitempty"`
		Enum     []string `json:"enum,omitempty"`
	}
	foreignKey struct {
		Fields    string    `json:"fields"`
		Reference reference `json:"reference"`
	}
	reference struct {
		Resource string `json:"resource"`
		Fields   string `json:"fields"`
	}
)

// descriptor describes the tables that have rows; of a table without any the
// specification leaves the file out.
func (p *Package) descriptor() []byte {
	d := descriptor{Name: "human_services_data", Profile: "tabular-data-package", Version: Version, Text: p.Note}
	for _, r := range Resources() {
		if len(p.Rows[r.Name]) == 0 {
			continue
		}
		s := tableSchema{PrimaryKey: "id"}
		for _, f := range r.Columns(p.Languages) {
			c := &constraints{f.Required, f.Unique, f.Enum}
			if !f.Required && !f.Unique && f.Enum == nil {
				c = nil
			}
			s.Fields = append(s.Fields, field{f.Name, f.Type, f.Format, c})
			if f.Key && len(p.Rows[f.Refers]) > 0 {
				s.ForeignKeys = append(s.ForeignKeys, foreignKey{f.Name, reference{f.Refers, "id"}})
			}
		}
		d.Resources = append(d.Resources, resource{r.Name, r.File, "tabular-data-resource", "csv", "text/csv", "utf-8",
			dialect{",", "\r\n", `"`, true, true}, s})
	}
	data, err := json.Marshal(d)
	if err != nil {
		panic(err) // of strings and booleans only
	}
	return data
}
