// Package frictionless describes tables as Data Packages, version 2
// (datapackage.org): what a file holds, column by column, so that a program can
// check and load it. The columns are described from the tags of the record types
// in package programme, whatever file they stand in: an export, or a download.
package frictionless

import (
	"bytes"
	"encoding/json"
)

// Profile is the address of the version of the standard.
const Profile = "https://datapackage.org/profiles/2.0/datapackage.json"

// Package is a descriptor. The order of the fields is that of the file.
type Package struct {
	Schema      string     `json:"$schema"`
	Name        string     `json:"name"`
	Title       string     `json:"title"`
	Description string     `json:"description,omitempty"`
	Homepage    string     `json:"homepage,omitempty"`
	Version     string     `json:"version,omitempty"`
	Created     string     `json:"created,omitempty"` // RFC 3339
	Modified    string     `json:"modified,omitempty"`
	Scope       *Scope     `json:"scope,omitempty"`
	Licenses    []License  `json:"licenses,omitempty"`
	Resources   []Resource `json:"resources"`
}

// Scope says what figures a package holds: how many, of how many indicators (blank for
// one), and their periods by frequency (CL_FREQ of SDMX).
type Scope struct {
	Indicators int                 `json:"indicators,omitempty"`
	Figures    int                 `json:"figures,omitempty"`
	Periods    map[string][]string `json:"periods"`
}

// License is a licence by its SPDX identifier and address.
type License struct {
	Name string `json:"name"`
	Path string `json:"path,omitempty"`
}

// Resource is a file: a table with its schema, or another with its format only.
type Resource struct {
	Name        string  `json:"name"`
	Path        string  `json:"path"`
	Type        string  `json:"type,omitempty"` // "table" where there is a schema
	Description string  `json:"description,omitempty"`
	Format      string  `json:"format,omitempty"`
	MediaType   string  `json:"mediatype,omitempty"`
	Encoding    string  `json:"encoding,omitempty"`
	Bytes       int     `json:"bytes,omitempty"`
	Hash        string  `json:"hash,omitempty"` // "sha256:…"
	Modified    string  `json:"modified,omitempty"`
	Schema      *Schema `json:"schema,omitempty"`
}

// Schema describes the columns of a table.
type Schema struct {
	Fields        []Field        `json:"fields"`
	PrimaryKey    []string       `json:"primaryKey,omitempty"`
	ForeignKeys   []ForeignKey   `json:"foreignKeys,omitempty"`
	MissingValues []MissingValue `json:"missingValues"`
}

// Field describes a column.
type Field struct {
	Name          string         `json:"name"`
	Type          string         `json:"type"`
	Format        string         `json:"format,omitempty"`
	Description   string         `json:"description"`
	TrueValues    []string       `json:"trueValues,omitempty"`
	FalseValues   []string       `json:"falseValues,omitempty"`
	Constraints   map[string]any `json:"constraints,omitempty"`
	MissingValues []MissingValue `json:"missingValues,omitempty"`
}

// MissingValue is a cell that holds no value, and what it means.
type MissingValue struct {
	Value string `json:"value"`
	Label string `json:"label"`
}

// ForeignKey leads to another table of the package.
type ForeignKey struct {
	Fields    []string  `json:"fields"`
	Reference Reference `json:"reference"`
}

// Reference is where a foreign key leads.
type Reference struct {
	Resource string   `json:"resource"`
	Fields   []string `json:"fields"`
}

// Blank is the missing value of all our tables.
var Blank = []MissingValue{{"", "not given"}}

// JSON writes the descriptor.
func (p *Package) JSON() ([]byte, error) {
	p.Schema = Profile
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(p)
	return b.Bytes(), err
}
