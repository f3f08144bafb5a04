package client

import (
	"encoding/json"
	"flag"
	"io/fs"
	"os"
	"testing"

	"elinde/search/analysis"
)

var update = flag.Bool("update", false, "write the generated modules anew")

// TestRulesAreThoseOfAnalysis holds rules/<language>.js to the tables of package
// analysis, from which they are generated.
func TestRulesAreThoseOfAnalysis(t *testing.T) {
	seen := map[string]bool{}
	for _, table := range analysis.Tables() {
		data, err := json.Marshal(table)
		if err != nil {
			t.Fatal(err)
		}
		name := "rules/" + table.Language + ".js"
		seen[name] = true
		want := "// Generated from analysis/rules/" + table.Language + ".json by go test ./search/client -update.\nexport default " + string(data) + "\n"
		if *update {
			if err := os.WriteFile(name, []byte(want), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if got, err := fs.ReadFile(FS(), name); err != nil || string(got) != want {
			t.Errorf("%s is not what the table says (%v); run go test ./search/client -update", name, err)
		}
	}
	published := map[string]bool{}
	for f := range Files() {
		published[f.Path] = true
	}
	for name := range seen {
		if !*update && !published[name] {
			t.Errorf("%s is not published", name)
		}
	}
	if !published["search.js"] {
		t.Error("search.js is not published")
	}
}
