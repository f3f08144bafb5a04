package table

import (
	"reflect"

	"elinde/generator/programme"
)

// Column is an entry of the column dictionary.
type Column struct {
	Table        string
	Name         string // without language
	Type         string // "date", "list", …: see types
	Multilingual bool   // one cell per language, "name_tk"
	Required     bool
	Rules        programme.Rules // the others
	About        string
}

// types names the cell types for people who export data.
var types = map[reflect.Type]string{
	reflect.TypeFor[programme.Text]():     "text",
	reflect.TypeFor[programme.List]():     "list",
	reflect.TypeFor[programme.YesNo]():    "yes/no",
	reflect.TypeFor[programme.Whole]():    "whole number",
	reflect.TypeFor[programme.Decimal]():  "decimal number",
	reflect.TypeFor[programme.Date]():     "date",
	reflect.TypeFor[programme.Dates]():    "date",
	reflect.TypeFor[programme.Clock]():    "time",
	reflect.TypeFor[programme.Instant]():  "date and time",
	reflect.TypeFor[programme.Weekdays](): "weekdays",
}

// Dictionary lists the columns of every table in the order of the tables. It
// comes from the tags of the record types alone.
func Dictionary() []Column {
	var list []Column
	for _, s := range programme.Schemas() {
		for _, c := range s.Columns {
			entry := Column{Table: s.Table, Name: c.Name, Multilingual: c.Multilingual(), About: c.About,
				Required: c.Rules.Has("required"), Type: types[c.Type]}
			if entry.Type == "" {
				entry.Type = "string"
			}
			for _, r := range c.Rules {
				if r.Name != "required" {
					entry.Rules = append(entry.Rules, r)
				}
			}
			list = append(list, entry)
		}
	}
	return list
}
