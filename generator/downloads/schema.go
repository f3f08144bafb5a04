package downloads

import (
	"cmp"
	"slices"
	"strings"

	"elinde/generator/frictionless"
	"elinde/generator/programme"
)

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

// dates are the columns, of those that no table has, that hold one.
var dates = []string{"released", "places.valid_from", "places.valid_to"}

// phonePattern is how files write telephones, see sheet.phone.
const phonePattern = `tel:\+[0-9]+|[^+].*`

// yearPattern is how sums name their time.
const yearPattern = `[0-9]{4}|[0-9]{4}-01-01/P[369]M`

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
