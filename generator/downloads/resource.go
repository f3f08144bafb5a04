package downloads

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"path"
	"slices"
	"strings"

	"elinde/generator/frictionless"
)

var mediaTypes = map[string]string{".csv": "text/csv", ".json": "application/json", ".txt": "text/plain", ".zip": "application/zip",
	".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}

// resource describes one file; whole says that the tables of the directory stand
// in the same package.
func (h *shelf) resource(name string, t told, whole bool) frictionless.Resource {
	ext := path.Ext(name)
	r := frictionless.Resource{Name: strings.NewReplacer("/", "-", ".", "-").Replace(name), Path: name, Format: strings.TrimPrefix(ext, "."),
		MediaType: cmp.Or(sdmxMedia(name), mediaTypes[ext]), Bytes: t.Listed.Size, Hash: "sha256:" + t.Listed.SHA256}
	if ext != ".csv" || strings.HasSuffix(name, ".sdmx.csv") {
		return r
	}
	base := strings.TrimSuffix(name, ".csv")
	if !strings.Contains(name, "/") {
		r.Name = base
	}
	if name == CoverageCSV {
		r.Type, r.Encoding, r.Description = "table", "utf-8", "How many services the people of each district can use on a day, by target group, by type of service, and by both."
		r.Schema = h.coverageSchema(t.Head)
		return r
	}
	s := tableOf(base)
	if !whole || strings.Contains(name, "/") || s == nil || name == RevisionsCSV {
		s = tableOf("observations")
	}
	r.Type, r.Encoding = "table", "utf-8"
	r.Description = frictionless.Sentence(s.About) + "."
	r.Schema = h.schema(s, t.Head, whole)
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
