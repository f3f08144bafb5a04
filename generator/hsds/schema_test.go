package hsds

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// TestEveryObjectIsValid validates every object of the demonstration against the
// specification's own schemas with our Profile applied, Draft 2020-12, formats
// asserted, and with no property allowed that neither of them declares. Without
// the Profile they are validated too, as anybody's validator does.
func TestEveryObjectIsValid(t *testing.T) {
	d := demonstrationFor(t)
	schemas := map[string][2]*jsonschema.Schema{}
	for _, name := range []string{"service", "organization", "service_at_location"} {
		raw := needSpecification(t, name+".json")
		schemas[name] = [2]*jsonschema.Schema{compiled(t, name, raw, nil), compiled(t, name, raw, d.pack.Languages)}
	}
	// Terms and taxonomies have no schema of their own at hand: it nests in that of
	// the service.
	service, err := jsonschema.UnmarshalJSON(bytes.NewReader(needSpecification(t, "service.json")))
	if err != nil {
		t.Fatal(err)
	}
	nested := service.(map[string]any)["properties"].(map[string]any)["attributes"].(map[string]any)["items"].(map[string]any)
	for _, step := range []struct{ property, kind string }{{"taxonomy_term", "taxonomy_term"}, {"taxonomy_detail", "taxonomy"}} {
		nested = nested["properties"].(map[string]any)[step.property].(map[string]any)
		raw, err := json.Marshal(nested)
		if err != nil {
			t.Fatal(err)
		}
		schemas[step.kind] = [2]*jsonschema.Schema{compiled(t, step.kind, raw, nil), compiled(t, step.kind, raw, d.pack.Languages)}
	}
	counts := map[string]int{}
	for f := range d.pack.Files(d.settings.BaseURL, "openapi.json") {
		kind := kindOf(f.Path)
		if kind == "" || strings.HasSuffix(f.Path, "/page/1.json") { // told without a number, too
			continue
		}
		value, err := jsonschema.UnmarshalJSON(bytes.NewReader(f.Data))
		if err != nil {
			t.Fatalf("%s: %v", f.Path, err)
		}
		objects := []any{value}
		if contents, list := value.(map[string]any)["contents"]; list {
			objects = contents.([]any)
		}
		counts[kind] += len(objects)
		for _, o := range objects {
			for i, s := range schemas[kind] {
				if err := s.Validate(o); err != nil {
					t.Errorf("%s, profile %d: %v", f.Path, i, err)
				}
			}
		}
	}
	for kind, rows := range d.pack.Rows { // each alone and in a list
		if _, room := counts[kind]; room && counts[kind] != 2*len(rows)+len(d.pack.gone.Rows[kind]) || len(counts) != len(rooms) {
			t.Errorf("saw %v", counts)
		}
	}
}

// kindOf tells what objects a file holds, "" for none.
func kindOf(path string) string {
	room, _, _ := strings.Cut(strings.TrimSuffix(strings.TrimPrefix(path, Folder), ".json"), "/")
	for _, r := range rooms {
		if room == r.path {
			return r.resource
		}
	}
	return ""
}

// compiled reads a schema of the specification; with languages our Profile is laid
// over every object in it, and no other property is allowed anywhere.
func compiled(t *testing.T, name string, raw []byte, languages []string) *jsonschema.Schema {
	t.Helper()
	schema, err := jsonschema.UnmarshalJSON(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	if languages != nil {
		closed(t, schema, name, languages)
	}
	c := jsonschema.NewCompiler()
	c.DefaultDraft(jsonschema.Draft2020)
	c.AssertFormat()
	if err := c.AddResource(name+".json", schema); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile(name + ".json")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// closed applies the merge patch of each resource where its schema is used.
func closed(t *testing.T, node any, name string, languages []string) {
	o, ok := node.(map[string]any)
	if !ok {
		return
	}
	properties, ok := o["properties"].(map[string]any)
	if !ok {
		if items, ok := o["items"]; ok {
			closed(t, items, name, languages)
		}
		return
	}
	r := Of(name)
	if r == nil {
		t.Fatalf("the schema nests %q, which tables.txt does not know: %v", name, properties)
	}
	for property, schema := range properties {
		if holdsObjects(schema) {
			closed(t, schema, nestedIn(r, property), languages)
		}
	}
	if patch := profile(r, languages); patch != nil {
		var p struct{ Properties map[string]any }
		if err := json.Unmarshal(patch, &p); err != nil {
			t.Fatal(err)
		}
		for k, v := range p.Properties {
			properties[k] = v
		}
	}
	o["additionalProperties"] = false
}

func nestedIn(r *Resource, property string) string {
	for _, n := range append(append([]Nest{}, r.Many...), r.One...) {
		if n.Name == property {
			return n.Of
		}
	}
	return ""
}

// TestTheValidatorSeesFaults holds the test above: what it must find, it finds.
func TestTheValidatorSeesFaults(t *testing.T) {
	raw := needSpecification(t, "service.json")
	strict := compiled(t, "service", raw, []string{"tk"})
	for _, c := range []struct{ name, object string }{
		{"an identifier that is no UUID", `{"id":"x","name":"n","status":"active"}`},
		{"a status that is none", `{"id":"ac148810-d857-441c-9679-408f346de14b","name":"n","status":"open"}`},
		{"a language that the site does not have", `{"id":"ac148810-d857-441c-9679-408f346de14b","name":"n","status":"active","name_xx":"n"}`},
		{"an address without a city", `{"id":"ac148810-d857-441c-9679-408f346de14b","name":"n","status":"active","service_at_locations":[{"id":"ac148810-d857-441c-9679-408f346de14b","location":{"id":"ac148810-d857-441c-9679-408f346de14b","location_type":"physical","addresses":[{"id":"ac148810-d857-441c-9679-408f346de14b","address_1":"a"}]}}]}`},
		{"a day that is none", `{"id":"ac148810-d857-441c-9679-408f346de14b","name":"n","status":"active","valid_from":"2026-02-30"}`},
	} {
		value, err := jsonschema.UnmarshalJSON(strings.NewReader(c.object))
		if err != nil {
			t.Fatal(err)
		}
		if strict.Validate(value) == nil {
			t.Errorf("%s passes", c.name)
		}
	}
}

// holdsObjects reports whether a property holds others.
func holdsObjects(schema any) bool {
	o, _ := schema.(map[string]any)
	return o["items"] != nil || o["properties"] != nil
}
