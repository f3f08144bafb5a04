package downloads

import (
	"elinde/generator/frictionless"
)

// coverageColumns explains those of the coverage.
var coverageColumns = map[string]string{"region_id": "the region, a city without districts being its own", "place_id": "the district or city",
	"place_name": "its name", "target_group": "the target group; _T for all", "target_group_name": "its name",
	"service_type": "the type of service; _T for all; broader types hold the narrower ones", "service_type_name": "its name",
	"services": "how many services its people can use", "date": "the day for which they were counted"}

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
