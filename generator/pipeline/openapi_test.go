package pipeline

import (
	"bytes"
	"encoding/json"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"elinde/generator/downloads"
	"elinde/search"
	searchhttp "elinde/search/http"
)

// openAPI is what the test reads of the description.
type openAPI struct {
	Paths map[string]struct {
		Get struct {
			Parameters []struct{ Name string }
			Responses  map[string]struct {
				Content map[string]struct{ Schema any }
			}
		}
	}
}

// TestOpenAPITellsWhatThereIs follows every path of the description to a file, and
// validates the JSON that it finds there against the schema it names.
func TestOpenAPITellsWhatThereIs(t *testing.T) {
	_, files := demonstrationFiles(t, "2026-11-16T09:00:00+05:00")
	data := files[downloads.Folder+downloads.OpenAPI]
	var doc openAPI
	if err := json.Unmarshal(data, &doc); err != nil {
		t.Fatal(err)
	}
	fill := strings.NewReplacer("{indicator}", "service-users", "{language}", "tk", "{release}", "2026-q2", "{archive}", "2026-q2", "{table}", "services")
	all, _ := demonstrationAddresses(t)
	validated, served := 0, map[string]bool{"build.json": true, "api/search": true}
	for _, file := range all {
		served[file] = true
		if id, ok := strings.CutPrefix(file, "hsds/services/"); ok && !strings.Contains(id, "/") {
			served["hsds/services/{id}.json"] = true
		}
	}
	others := strings.NewReplacer("{list}", "services", "{page}", "1", "{language}", "en")
	for path, item := range doc.Paths {
		if !strings.HasPrefix(path, "/downloads/") {
			if name := strings.TrimPrefix(others.Replace(path), "/"); !served[name] {
				t.Errorf("there is no %s", name)
			}
			continue
		}
		file := files[strings.TrimPrefix(fill.Replace(path), "/")]
		if file == nil {
			t.Errorf("there is no %s", fill.Replace(path))
		}
		for _, content := range item.Get.Responses["200"].Content {
			if ref, ok := content.Schema.(map[string]any); ok && ref["$ref"] != nil {
				validated++
				validate(t, data, ref["$ref"].(string), path, file)
			}
		}
	}
	if validated < 3 {
		t.Errorf("only %d files have a schema", validated)
	}
}

// validate holds a file against a schema of the description (OpenAPI 3.1 has those
// of JSON Schema 2020-12).
func validate(t *testing.T, doc []byte, ref, path string, file []byte) {
	t.Helper()
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	all, err := jsonschema.UnmarshalJSON(bytes.NewReader(doc))
	if err != nil {
		t.Fatal(err)
	}
	if err := c.AddResource("https://elinde.example/openapi.json", all); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("https://elinde.example/openapi.json" + ref)
	if err != nil {
		t.Fatal(err)
	}
	instance, err := jsonschema.UnmarshalJSON(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	if err := schema.Validate(instance); err != nil {
		t.Errorf("%s: %v", path, err)
	}
}

// TestOpenAPITellsTheSearchAsItIs sends each parameter that the description names,
// and validates the answer.
func TestOpenAPITellsTheSearchAsItIs(t *testing.T) {
	_, files := demonstrationFiles(t, "2026-11-16T09:00:00+05:00")
	data := files[downloads.Folder+downloads.OpenAPI]
	var doc openAPI
	if err := json.Unmarshal(data, &doc); err != nil {
		t.Fatal(err)
	}
	x, err := search.Build([]search.Document{{ID: "a", Language: "en", Path: "a/", Title: "Day care", Fields: []search.Field{{Text: "day care centre"}}, Facets: map[string][]string{"kind": {"service"}}}})
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	value := map[string]string{"q": "care", "lang": "en", "limit": "5", "offset": "0", "prefix": "yes", "mark": "yes", "filter": "kind:service", "facet": "kind"}
	query := url.Values{}
	for _, p := range doc.Paths["/api/search"].Get.Parameters {
		query.Set(p.Name, value[p.Name])
	}
	if len(query) != len(value) {
		t.Errorf("the description names the parameters %v", query)
	}
	for url, want := range map[string]string{"/api/search?" + query.Encode(): "#/components/schemas/Answer", "/api/search?q=": "#/components/schemas/Fault"} {
		w := httptest.NewRecorder()
		searchhttp.Handler(x).ServeHTTP(w, httptest.NewRequest("GET", url, nil))
		if (w.Code == 200) != strings.HasSuffix(want, "Answer") {
			t.Errorf("%s: %d %s", url, w.Code, w.Body)
		}
		validate(t, data, want, url, w.Body.Bytes())
	}
}
