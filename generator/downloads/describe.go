package downloads

import (
	"bytes"
	"encoding/csv"
	"path"
	"slices"
	"strings"
	"time"

	"elinde/generator/frictionless"
	"elinde/generator/programme"
	"elinde/site"
)

// Descriptor is the name of the file that describes the others of its folder to
// programs.
const Descriptor = "datapackage.json"

// tableOf says which table of ours a file is made from, by its name without
// extension.
func tableOf(name string) *programme.Schema {
	for _, s := range programme.Schemas() {
		if s.Table == name {
			return &s
		}
	}
	return nil
}

// about explains the columns of downloads that no table has.
var about = map[string]string{
	"released":    "day on which the release came out",
	"licence":     "SPDX identifier of the licence; blank where the source of a row states none",
	"unit":        "code of the unit",
	"symbol":      "why a figure is missing or how far it can be relied on, several separated by ;: c withheld, z not applicable, x not available, p provisional, e estimated, b break in the series, u low reliability, r revised",
	"symbol_name": "the symbols in words",
	"locations":   "ids of the locations, separated by ;",
	"places":      "ids of the places it serves, separated by ;",
}

// description is a descriptor that grows with the files of its folder.
type description struct {
	frictionless.Package
	h      *shelf
	folder string
}

// newPackage begins the descriptor of a folder; e is what its files show.
func (h *shelf) newPackage(name, folder string, e edition) *description {
	p := &description{h: h, folder: folder}
	p.Name, p.Title, p.Homepage = strings.ToLower(name), h.settings.Title[h.codes[len(h.codes)-1]], h.settings.BaseURL
	if e.release != nil {
		p.Version, p.Created = string(e.release.ID), e.release.PublishAt.Format(time.RFC3339)
	}
	if h.settings.Licence != "" {
		p.Licenses = []frictionless.License{{Name: h.settings.Licence, Path: h.settings.LicenceURL}}
	}
	return p
}

func (p *description) add(f site.File) {
	p.Resources = append(p.Resources, p.h.resource(strings.TrimPrefix(f.Path, p.folder), f.Data, p.folder == Folder))
}

// file gives the finished descriptor.
func (p *description) file() site.File {
	data, err := p.JSON()
	if err != nil {
		panic(err) // every field has a form in JSON
	}
	return site.File{Path: p.folder + Descriptor, Data: data}
}

// describe makes the descriptor of files that stand in a folder.
func (h *shelf) describe(name, folder string, e edition, files []site.File) site.File {
	p := h.newPackage(name, folder, e)
	for _, f := range files {
		p.add(f)
	}
	return p.file()
}

var mediaTypes = map[string]string{".csv": "text/csv", ".json": "application/json", ".txt": "text/plain", ".zip": "application/zip",
	".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}

// resource describes one file; whole says that the tables of the directory stand
// in the same package.
func (h *shelf) resource(name string, data []byte, whole bool) frictionless.Resource {
	ext := path.Ext(name)
	r := frictionless.Resource{Name: strings.NewReplacer("/", "-", ".", "-").Replace(name), Path: name, Format: strings.TrimPrefix(ext, "."),
		MediaType: mediaTypes[ext], Bytes: len(data), Hash: "sha256:" + sum(data)}
	if ext != ".csv" || strings.HasSuffix(name, ".sdmx.csv") {
		return r
	}
	base := strings.TrimSuffix(name, ".csv")
	if !strings.Contains(name, "/") {
		r.Name = base
	}
	s := tableOf(base)
	if !whole || strings.Contains(name, "/") || s == nil {
		s = tableOf("observations")
	}
	r.Type, r.Encoding = "table", "utf-8"
	r.Description = frictionless.Sentence(s.About) + "."
	r.Schema = h.schema(s, header(data), whole)
	return r
}

// header reads the first row of a CSV file.
func header(data []byte) []string {
	names, err := csv.NewReader(bytes.NewReader(data)).Read()
	if err != nil {
		return nil
	}
	return names
}

// schema describes columns by the struct of their table.
func (h *shelf) schema(s *programme.Schema, columns []string, whole bool) *frictionless.Schema {
	t := &frictionless.Schema{MissingValues: frictionless.Blank}
	for _, name := range columns {
		t.Fields = append(t.Fields, h.field(s, name))
		if c := s.Column(name); c != nil && name != "origin" {
			target, ok := c.Rules.Value("ref")
			if ok && whole && h.stands(target) && t.Fields[len(t.Fields)-1].Type == "string" {
				t.ForeignKeys = append(t.ForeignKeys, frictionless.ForeignKey{Fields: []string{name},
					Reference: frictionless.Reference{Resource: target, Fields: []string{"id"}}})
			}
		}
	}
	key := slices.Clone(frictionless.Key(s))
	if s.Table == "observations" {
		key = append(key, h.extra...)
	}
	if s.Table != "locations" { // a confidential one has no id there
		t.PrimaryKey = key
	}
	return t
}

// stands reports whether a table of the directory is a file of ours.
func (h *shelf) stands(table string) bool {
	return slices.ContainsFunc(h.directory(), func(f plainTable) bool { return f.name == table+".csv" })
}

// field describes one column of a download. What the table requires may be left
// out here where it is withheld, or where a translation is missing.
func (h *shelf) field(s *programme.Schema, name string) frictionless.Field {
	base, language := h.unsuffixed(name)
	if s.Table == "observations" && base == "obs_value" {
		f := frictionless.FieldOf(s.Column(base), name, false)
		f.MissingValues = []frictionless.MissingValue{{Value: "", Label: "no figure; symbol, obs_status and conf_status say why"}}
		return f
	}
	if c := s.Column(base); c != nil && about[base] == "" {
		must := language == "" && s.Table != "locations"
		return frictionless.FieldOf(c, name, must)
	}
	f := frictionless.Field{Name: name, Type: "string"}
	of := strings.TrimSuffix(base, "_name")
	switch {
	case about[base] != "":
		f.Description = frictionless.Sentence(about[base]) + "."
	case s.Column(of) != nil:
		f.Description = frictionless.Sentence(s.Column(of).About) + ", in words."
	default:
		f.Description = "Code of the dimension " + of + "."
	}
	if base == "released" {
		f.Type = "date"
	}
	return f
}

// underscore stands between the name of a column and its language.
const underscore = "_"

// unsuffixed takes the language off the name of a column.
func (h *shelf) unsuffixed(name string) (stem, language string) {
	for _, code := range h.codes {
		if stem, ok := strings.CutSuffix(name, underscore+code); ok {
			return stem, code
		}
	}
	return name, ""
}
