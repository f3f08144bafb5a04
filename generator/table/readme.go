package table

import (
	"fmt"
	"reflect"
	"strings"

	"elinde/generator/config"
	"elinde/generator/programme"
)

// rules says what a rule wants of a cell; %s is its value.
var rules = map[string]string{
	"id":           "`a-z 0-9 -`, at most 64",
	"slug":         "`a-z 0-9 - _`",
	"code":         "`A-Z a-z 0-9 - _`",
	"enum":         "one of `%s`",
	"range":        "`%s`",
	"ref":          "an id of %s",
	"term":         "a term of scheme %s",
	"dimension":    "a term of scheme %s, or `_T` `_Z` `_U`",
	"after":        "not before %s",
	"url":          "an https address",
	"email":        "an e-mail address",
	"phone":        "a telephone as `phone_pattern` of config.toml wants it",
	"contact":      "an office's contact, never a person's",
	"secret":       "never published of a confidential location",
	"markdown":     "Markdown",
	"period":       "`2026` or `2026-Q1`",
	"release":      "`2026` or `2026-Q1`",
	"partial-date": "`2022`, `2022-07` or `2022-07-20`",
	"past":         "not in the future",
}

// says gives the rules of a column in words.
func (c Column) says() string {
	var parts []string
	for _, r := range c.Rules {
		text, ok := rules[r.Name]
		switch {
		case !ok:
			parts = append(parts, "`"+programme.Rules{r}.String()+"`")
		case strings.Contains(text, "%s"):
			value := r.Value
			if r.Name == "enum" {
				value = strings.ReplaceAll(value, "|", "` `")
			}
			parts = append(parts, fmt.Sprintf(text, value))
		default:
			parts = append(parts, text)
		}
	}
	return strings.Join(parts, "; ")
}

// Markdown gives the column dictionary as the README of the data folder. The
// words before it explain what every table has in common.
func Markdown(set config.Settings) string {
	return strings.Replace(Guide(set), "\n\n", "\n\n"+provenance+"\n", 1)
}

// Guide gives the column dictionary for a site of its own.
func Guide(set config.Settings) string {
	var b strings.Builder
	fmt.Fprintf(&b, readme, strings.Join(cellNames(&programme.Column{Name: "name", Type: reflect.TypeFor[programme.Text]()}, set), ","))
	columns := Dictionary()
	for _, s := range programme.Schemas() {
		fmt.Fprintf(&b, "\n## %s\n\n%s.\n\n| column | type | | what it holds | rule |\n|---|---|---|---|---|\n", s.Table, sentence(s.About))
		for _, c := range columns {
			if c.Table != s.Table {
				continue
			}
			name, required := c.Name, ""
			if c.Multilingual {
				name += "_‹language›"
			}
			if c.Required {
				required = "required"
			}
			fmt.Fprintf(&b, "| `%s` | %s | %s | %s | %s |\n", name, c.Type, required, bar(c.About), bar(c.says()))
		}
	}
	return b.String()
}

func sentence(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// bar keeps a "|" from ending a cell of the Markdown table.
func bar(s string) string { return strings.ReplaceAll(s, "|", `\|`) }

const provenance = `This page is made from the record types of the program: run ` + "`go test ./generator/table -run Dictionary -update`" + `
after a change there. ` + "`NOTICE.md`" + ` says where the demonstration's data comes from, ` + "`datapackage.json`" + ` describes
the same tables to programs (Frictionless Data).
`

const readme = `# The exports: tables and columns

- One file per table, named as the table: ` + "`services.csv`" + `, or several in a folder: ` + "`services/*.csv`" + `. The first row is the
  header; the order of columns is free.
- A text has one column per language of ` + "`config.toml`" + `: ` + "`%s`" + `. The first is the source language; what is missing in
  another is shown in it, and marked.
- Lists inside a cell are separated by ` + "`;`" + `. Dates are ` + "`2026-11-16`" + `, times ` + "`09:00`" + ` (` + "`24:00`" + ` ends a day), dates with time
  ` + "`2026-10-30T10:00:00+05:00`" + `, booleans ` + "`yes`" + ` and ` + "`no`" + `, weekdays ` + "`Mo;Tu;We;Th;Fr;Sa;Su`" + `.
- Ids are never reused. Ids that are gone go to the table retired.
- UTF-8 is best. UTF-16, windows-1251 and windows-1250, semicolons and tabs, decimal commas (where the comma is not the
  delimiter) are recognised, and the report says so. windows-1251 has no Turkmen letters: an export in it has lost them.
- A column that nobody declared stops a table of statistics, because it may hold personal data; elsewhere it is a warning.
- A workbook (XLSX) may stand in place of files: a sheet named as a table, or ` + "`services.xlsx`" + ` with one sheet.
- Somebody else's export is brought onto these tables by ` + "`[[tables.…]]`" + ` in ` + "`config.toml`" + `.
- ` + "`outlines.geojson`" + ` holds the polygons of places (GeoJSON, WGS 84); the id of a feature is the id of the place.
`
