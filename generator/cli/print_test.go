package cli

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestOnePrinter holds that print.go alone writes to the terminal, with progress.go
// for its bar: everything else hands over lines.
func TestOnePrinter(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil || !slices.Contains(files, "print.go") {
		t.Fatal(files, err)
	}
	writes := regexp.MustCompile(`fmt\.F?[Pp]rint|\bio\.WriteString|[( .]env\.(Out|Err)\.|report\.Write`)
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") || slices.Contains([]string{"print.go", "progress.go"}, name) {
			continue
		}
		source, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range strings.Split(string(source), "\n") {
			if writes.MatchString(line) {
				t.Errorf("%s: %s", name, line)
			}
		}
	}
}
