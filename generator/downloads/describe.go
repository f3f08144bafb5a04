package downloads

import (
	"bytes"
	"cmp"
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

// about explains the columns of downloads that no table has, by their name or with the
// table before it.
var about = map[string]string{
	"released":      "day on which the release came out",
	"licence":       "SPDX identifier of the licence; blank where the source of a row states none",
	"unit":          "code of the unit",
	"symbol":        "why a figure is missing or how far it can be relied on, several separated by ;: c withheld, z not applicable, x not available, p provisional, e estimated, b break in the series, u low reliability, r revised",
	"symbol_name":   "the symbols in words",
	"locations":     "ids of the locations, separated by ;",
	"places":        "ids of the places it serves, separated by ;",
	"key":           "the figure: its dimensions and its period, as the exports name it",
	"change":        "what happened to the figure, scheme change of terms.csv",
	"reason":        "why a final figure changed",
	"as_of_release": "the release up to which the figure is current",
	"derivation":    "how the figure came about: sum-of-quarters, added up by the program that made this file; no release tells it",
	"quarters":      "the quarters that were added up, separated by ;",

	"before_release_id": "the release that told it before",
	"value_before":      "the figure before; blank where there was none or it was withheld",
	"obs_status_before": "its status before (SDMX CL_OBS_STATUS)",
	"symbol_before":     "its symbols before",

	"page": "address of its page in that language; blank where it has none",

	"places.iso_3166_1":  "ISO 3166-1 code of the country; blank for its parts",
	"places.status":      "whether it is in force on the day of the file",
	"places.valid_from":  "first day of its newest time in force; blank where unknown, or where it always was",
	"places.valid_to":    "last day of its newest time in force; blank while it is",
	"places.validity":    "all its times in force, separated by ;, as intervals of ISO 8601-2: ../2022-11-09; blank where it always was",
	"places.successors":  "ids of the places at which its people are counted since it was abolished, separated by ;",
	"locations.id":       "stable id; of a confidential location the UUID that it has in HSDS, another for each service",
	"locations.place_id": "the place; of a confidential location its region only",
}

// coverageColumns explains those of the coverage.
var coverageColumns = map[string]string{"region_id": "the region, a city without districts being its own", "place_id": "the district or city",
	"place_name": "its name", "target_group": "the target group; _T for all", "target_group_name": "its name",
	"service_type": "the type of service; _T for all; broader types hold the narrower ones", "service_type_name": "its name",
	"services": "how many services its people can use", "date": "the day for which they were counted"}

// dates are the columns among them that hold one.
var dates = []string{"released", "places.valid_from", "places.valid_to"}

// phonePattern is how files write telephones, see sheet.phone.
const phonePattern = `tel:\+[0-9]+|[^+].*`

// yearPattern is how sums name their time.
const yearPattern = `[0-9]{4}|[0-9]{4}-01-01/P[369]M`

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
	p.Description = h.marked(map[string]string{h.codes[len(h.codes)-1]: ""})[h.codes[len(h.codes)-1]]
	if p.Modified = h.day(e.release); folder == Folder {
		p.Modified = max(p.Modified, h.changed())
	}
	if len(e.order) > 0 {
		if p.Scope = e.scope(); len(e.order) == 1 { // whoever reads figures back takes a number there for one of them
			p.Scope.Indicators, p.Scope.Figures = 0, 0
		}
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
		MediaType: cmp.Or(sdmxMedia(name), mediaTypes[ext]), Bytes: len(data), Hash: "sha256:" + sum(data)}
	if ext != ".csv" || strings.HasSuffix(name, ".sdmx.csv") {
		return r
	}
	base := strings.TrimSuffix(name, ".csv")
	if !strings.Contains(name, "/") {
		r.Name = base
	}
	if name == CoverageCSV {
		r.Type, r.Encoding, r.Description = "table", "utf-8", "How many services the people of each district can use on a day, by target group, by type of service, and by both."
		r.Schema = h.coverageSchema(header(data))
		return r
	}
	s := tableOf(base)
	if !whole || strings.Contains(name, "/") || s == nil || name == RevisionsCSV {
		s = tableOf("observations")
	}
	r.Type, r.Encoding = "table", "utf-8"
	r.Description = frictionless.Sentence(s.About) + "."
	r.Schema = h.schema(s, header(data), whole)
	if name == RevisionsCSV {
		r.Description, r.Schema.PrimaryKey = "What releases told otherwise than those before them: a figure a row.", []string{"release_id", "key"}
		for _, f := range r.Schema.Fields {
			if f.Name == "obs_status" { // a figure may be withdrawn
				delete(f.Constraints, "required")
			}
		}
	}
	if name == YearsCSV {
		r.Description = "Sums of the quarters of a year, or of those that there are: a figure a row. One of which a quarter has no value has none."
		present := func(column string) bool {
			return slices.ContainsFunc(r.Schema.Fields, func(f frictionless.Field) bool { return f.Name == column })
		}
		r.Schema.PrimaryKey = slices.DeleteFunc(r.Schema.PrimaryKey, func(column string) bool { return !present(column) })
		for _, f := range r.Schema.Fields {
			if f.Name == "time_period" {
				f.Constraints["pattern"] = yearPattern
			}
		}
	}
	if slices.Contains([]string{ServicesCSV, ProvidersCSV, LocationsCSV}, name) {
		r.Modified = h.changed()
	}
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
	t.PrimaryKey = key
	return t
}

// coverageSchema describes the columns of the coverage, which no table of ours has.
func (h *shelf) coverageSchema(columns []string) *frictionless.Schema {
	t := &frictionless.Schema{MissingValues: frictionless.Blank, PrimaryKey: []string{"place_id", "target_group", "service_type"}}
	for _, name := range columns {
		base, _ := h.unsuffixed(name)
		f := frictionless.Field{Name: name, Type: "string", Description: frictionless.Sentence(coverageColumns[base]) + "."}
		switch base {
		case "services":
			f.Type = "integer"
		case "date":
			f.Type = "date"
		case "region_id", "place_id":
			t.ForeignKeys = append(t.ForeignKeys, frictionless.ForeignKey{Fields: []string{name}, Reference: frictionless.Reference{Resource: "places", Fields: []string{"id"}}})
		}
		t.Fields = append(t.Fields, f)
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
	own := s.Table + "." + base
	said := cmp.Or(about[own], about[base])
	if c := s.Column(base); c != nil && said == "" {
		f := frictionless.FieldOf(c, name, language == "" && s.Table != "locations")
		if c.Rules.Has("phone") {
			f.Description += " With the code of the country it is a URI (RFC 3966): tel:+99312345678."
			f.Constraints["pattern"] = phonePattern
		}
		return f
	}
	f := frictionless.Field{Name: name, Type: "string"}
	of := strings.TrimSuffix(base, "_name")
	switch {
	case said != "":
		f.Description = frictionless.Sentence(said) + "."
	case s.Column(of) != nil:
		f.Description = frictionless.Sentence(s.Column(of).About) + ", in words."
	default:
		f.Description = "Code of the dimension " + of + "."
	}
	if slices.Contains(dates, base) || slices.Contains(dates, own) {
		f.Type = "date"
	}
	if base == "value_before" {
		f.Type = "number"
	}
	if own == "places.status" {
		f.Constraints = map[string]any{"enum": programme.PlaceStatuses}
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
