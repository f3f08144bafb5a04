package client

import (
	"bytes"
	"encoding/json"
	"flag"
	"io/fs"
	"os"
	"reflect"
	"strings"
	"testing"

	"elinde/search/analysis"

	"github.com/andybalholm/brotli"
)

var update = flag.Bool("update", false, "write the generated modules anew")

// TestRulesAreThoseOfAnalysis holds rules/<language>.js to the tables of package
// analysis, from which they are generated.
func TestRulesAreThoseOfAnalysis(t *testing.T) {
	for _, table := range analysis.Tables() {
		data, err := json.Marshal(table)
		if err != nil {
			t.Fatal(err)
		}
		name := "rules/" + table.Language + ".js"
		want := "// Generated from analysis/rules/" + table.Language + ".json by go test ./search/client -update.\nexport default " + string(data) + "\n"
		if table.Stemmer == "english" || table.Stemmer == "russian" {
			want += "export { " + table.Stemmer + " as stem } from '../" + table.Stemmer + ".js'\n"
		}
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
}

// TestFilesAreSmall holds the published client to its budget, and to the same
// bytes each time.
func TestFilesAreSmall(t *testing.T) {
	files, err := Files()
	if err != nil {
		t.Fatal(err)
	}
	again, err := Files()
	if err != nil || !reflect.DeepEqual(files, again) {
		t.Errorf("another bundle differs, %v", err)
	}
	core, largest, names := 0, 0, ""
	for _, f := range files {
		var b bytes.Buffer
		w := brotli.NewWriterLevel(&b, brotli.BestCompression)
		w.Write(f.Data)
		w.Close()
		t.Logf("%s: %d bytes, %d by brotli", f.Path, len(f.Data), b.Len())
		names += " " + f.Path
		switch {
		case f.Path == "search.js":
			core = b.Len()
		// Only browsers without DecompressionStream ask for it.
		case f.Path != "inflate.js":
			largest = max(largest, b.Len())
		}
	}
	for _, want := range []string{" search.js", " en.js", " ru.js", " tk.js", " inflate.js"} {
		if !strings.Contains(names, want) {
			t.Errorf("no %s among%s", want, names)
		}
	}
	if core+largest > 8<<10 {
		t.Errorf("the client with the rules of one language takes %d bytes by brotli, want at most 8 KB", core+largest)
	}
}
