package frictionless

import (
	"encoding/json"
	"reflect"
	"strings"

	"elinde/generator/programme"
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

// Key gives the columns by which a row of the table is known; nil for a table
// without any.
func Key(s *programme.Schema) []string {
	if key := keys[s.Table]; key != nil {
		return key
	}
	if s.Column("id") != nil {
		return []string{"id"}
	}
	return nil
}

// FieldOf describes a column of a file under its name there; must tells whether a
// required column is required in this cell of it.
func FieldOf(c *programme.Column, name string, must bool) Field {
	f := Field{Name: name, Type: "string", Description: Sentence(c.About) + ".", Constraints: map[string]any{}}
	switch c.Type {
	case reflect.TypeFor[programme.Whole]():
		f.Type = "integer"
	case reflect.TypeFor[programme.Decimal]():
		f.Type = "number"
	case reflect.TypeFor[programme.Date](), reflect.TypeFor[programme.Dates]():
		f.Type = "date"
	case reflect.TypeFor[programme.Instant]():
		f.Type, f.Format = "datetime", "any"
	case reflect.TypeFor[programme.YesNo]():
		f.Type, f.TrueValues, f.FalseValues = "boolean", []string{"yes"}, []string{"no"}
	case reflect.TypeFor[programme.Clock]():
		f.Constraints["pattern"] = `([01][0-9]|2[0-3]):[0-5][0-9]|24:00`
	case reflect.TypeFor[programme.Weekdays]():
		f.Constraints["pattern"] = `(Mo|Tu|We|Th|Fr|Sa|Su)(;(Mo|Tu|We|Th|Fr|Sa|Su))*`
	}
	if must && c.Rules.Has("required") {
		f.Constraints["required"] = true
	}
	constrain(c, f.Constraints)
	return f
}

// constrain adds what a program of Frictionless can check by itself.
func constrain(c *programme.Column, constraints map[string]any) {
	for _, r := range c.Rules {
		switch r.Name {
		case "enum":
			if c.Type == reflect.TypeFor[programme.List]() {
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

// Sentence begins a text with a capital letter.
func Sentence(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
