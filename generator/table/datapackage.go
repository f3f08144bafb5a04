package table

import (
	"errors"
	"io/fs"
	"reflect"

	"elinde/generator/config"
	"elinde/generator/frictionless"
	"elinde/generator/programme"
)

// DataPackage gives the datapackage.json of a data folder in our own form: the
// tables whose files are there, each with the columns that its file has.
func DataPackage(fsys fs.FS, set config.Settings, name string) ([]byte, error) {
	d := frictionless.Package{Name: name, Title: set.Title[set.Languages[len(set.Languages)-1].Code], Homepage: set.BaseURL}
	if set.Licence != "" {
		d.Licenses = []frictionless.License{{Name: set.Licence, Path: set.LicenceURL}}
	}
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
	return d.JSON()
}

// describe makes the resource of a table.
func describe(s *programme.Schema, headers map[string][]string, set config.Settings) frictionless.Resource {
	schema := &frictionless.Schema{MissingValues: frictionless.Blank, PrimaryKey: frictionless.Key(s)}
	columns := map[string]*programme.Column{}
	for i := range s.Columns {
		for _, name := range cellNames(&s.Columns[i], set) {
			columns[name] = &s.Columns[i]
		}
	}
	for _, h := range headers[s.Table] {
		c, ok := columns[h]
		if !ok {
			continue
		}
		schema.Fields = append(schema.Fields, frictionless.FieldOf(c, h, h == firstCell(c, set)))
		if target, ok := c.Rules.Value("ref"); ok && h != "origin" && headers[target] != nil && c.Type.Kind() == reflect.String {
			schema.ForeignKeys = append(schema.ForeignKeys, frictionless.ForeignKey{Fields: []string{h},
				Reference: frictionless.Reference{Resource: target, Fields: []string{"id"}}})
		}
	}
	return frictionless.Resource{Name: s.Table, Path: s.Table + ".csv", Type: "table", Description: sentence(s.About) + ".",
		Format: "csv", MediaType: "text/csv", Encoding: "utf-8", Schema: schema}
}

// firstCell is the cell that must be filled where the column is required.
func firstCell(c *programme.Column, set config.Settings) string { return cellNames(c, set)[0] }
