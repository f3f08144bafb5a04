package table

import (
	"bytes"
	"encoding/json"
	"errors"
	"io/fs"

	"elinde/generator/config"
	"elinde/generator/programme"
)

// descriptor is a Frictionless Tabular Data Package, version 1
// (specs.frictionlessdata.io/tabular-data-package). The order of the fields is
// that of the file.
type descriptor struct {
	Profile   string     `json:"profile"`
	Name      string     `json:"name"`
	Title     string     `json:"title"`
	Resources []resource `json:"resources"`
}

type resource struct {
	Profile     string      `json:"profile"`
	Name        string      `json:"name"`
	Path        string      `json:"path"`
	Description string      `json:"description"`
	Encoding    string      `json:"encoding"`
	Schema      tableSchema `json:"schema"`
}

type tableSchema struct {
	Fields        []field      `json:"fields"`
	PrimaryKey    []string     `json:"primaryKey,omitempty"`
	ForeignKeys   []foreignKey `json:"foreignKeys,omitempty"`
	MissingValues []string     `json:"missingValues"`
}

type field struct {
	Name        string         `json:"name"`
	Type        string         `json:"type"`
	Format      string         `json:"format,omitempty"`
	Description string         `json:"description"`
	TrueValues  []string       `json:"trueValues,omitempty"`
	FalseValues []string       `json:"falseValues,omitempty"`
	Constraints map[string]any `json:"constraints,omitempty"`
}

type foreignKey struct {
	Fields    string    `json:"fields"`
	Reference reference `json:"reference"`
}

type reference struct {
	Resource string `json:"resource"`
	Fields   string `json:"fields"`
}

// DataPackage gives the datapackage.json of a data folder in our own form: the
// tables whose files are there, each with the columns that its file has.
func DataPackage(fsys fs.FS, set config.Settings, name string) ([]byte, error) {
	d := descriptor{Profile: "tabular-data-package", Name: name, Title: set.Title[set.Languages[len(set.Languages)-1].Code]}
	headers := map[string][]string{}
	for _, s := range programme.Schemas() {
		raw, err := readAll(fsys, s.Table+".csv")
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		text, _ := decode(raw, "")
		headers[s.Table], _, _, _ = (&scanner{text: text, comma: ',', width: maxColumns, line: 1}).next(nil)
	}
	for _, s := range programme.Schemas() {
		if headers[s.Table] != nil {
			d.Resources = append(d.Resources, describe(&s, headers, set))
		}
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(d)
	return b.Bytes(), err
}

// describe makes the resource of a table.
func describe(s *programme.Schema, headers map[string][]string, set config.Settings) resource {
	r := resource{Profile: "tabular-data-resource", Name: s.Table, Path: s.Table + ".csv", Description: sentence(s.About) + ".",
		Encoding: "utf-8", Schema: tableSchema{MissingValues: []string{""}}}
	entries := map[string]Column{}
	for _, c := range Dictionary() {
		if c.Table != s.Table {
			continue
		}
		for _, name := range cellNames(s.Column(c.Name), set) {
			entries[name] = c
		}
	}
	for _, h := range headers[s.Table] {
		c, ok := entries[h]
		if !ok {
			continue
		}
		r.Schema.Fields = append(r.Schema.Fields, c.field(h, h == firstCell(s.Column(c.Name), set)))
		if target, ok := c.Rules.Value("ref"); ok && h != "origin" && headers[target] != nil && c.Type == "string" {
			r.Schema.ForeignKeys = append(r.Schema.ForeignKeys, foreignKey{h, reference{target, "id"}})
		}
	}
	r.Schema.PrimaryKey = keys[s.Table]
	if r.Schema.PrimaryKey == nil && s.Column("id") != nil {
		r.Schema.PrimaryKey = []string{"id"}
	}
	return r
}

// firstCell is the cell that must be filled where the column is required.
func firstCell(c *programme.Column, set config.Settings) string { return cellNames(c, set)[0] }
