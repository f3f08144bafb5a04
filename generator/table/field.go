package table

import (
	"encoding/json"
	"strings"
)

// keys of tables whose rows are not known by their id alone.
var keys = map[string][]string{
	"terms":             {"scheme", "id"},
	"question_options":  {"question_id", "id"},
	"retired":           {"table", "id"},
	"service_locations": {"service_id", "location_id"},
	"service_areas":     {"service_id", "place_id"},
	"observations":      {"release_id", "freq", "ref_area", "indicator", "service_type", "sex", "age", "target_group", "time_period"},
}

// field describes a column of a file; must tells whether a required column is
// required in this language.
func (c Column) field(name string, must bool) field {
	f := field{Name: name, Type: "string", Description: sentence(c.About) + ".", Constraints: map[string]any{}}
	switch c.Type {
	case "whole number":
		f.Type = "integer"
	case "decimal number":
		f.Type = "number"
	case "date":
		f.Type = "date"
	case "date and time":
		f.Type, f.Format = "datetime", "any"
	case "yes/no":
		f.Type, f.TrueValues, f.FalseValues = "boolean", []string{"yes"}, []string{"no"}
	case "time":
		f.Constraints["pattern"] = `([01][0-9]|2[0-3]):[0-5][0-9]|24:00`
	case "weekdays":
		f.Constraints["pattern"] = `(Mo|Tu|We|Th|Fr|Sa|Su)(;(Mo|Tu|We|Th|Fr|Sa|Su))*`
	}
	if c.Required && must {
		f.Constraints["required"] = true
	}
	c.constrain(f.Constraints)
	return f
}

// constrain adds what a Frictionless program can check by itself.
func (c Column) constrain(constraints map[string]any) {
	for _, r := range c.Rules {
		switch r.Name {
		case "enum":
			if c.Type == "list" {
				constraints["pattern"] = "(" + r.Value + ")(;(" + r.Value + "))*"
			} else {
				constraints["enum"] = strings.Split(r.Value, "|")
			}
		case "range":
			from, to, _ := strings.Cut(r.Value, "..")
			constraints["minimum"], constraints["maximum"] = json.Number(from), json.Number(to)
		case "id":
			constraints["pattern"] = "[a-z0-9][a-z0-9-]{0,63}"
		}
	}
}
