package main_test

import (
	"os"
	"os/exec"
	"regexp"
	"slices"
	"sort"
	"strings"
	"testing"
)

// onlyIn says which of our packages may import a library, tests aside. The
// reason stands in ARCHITECTURE.md.
var onlyIn = map[string][]string{
	"github.com/gocarina/gocsv":      {"generator/table"},
	"github.com/yuin/goldmark":       {"generator/prose"},
	"github.com/blevesearch/bleve":   {"search"},
	"github.com/gohugoio/hugo":       {"site/hugo"},
	"github.com/spf13/cobra":         {"generator/cli"},
	"github.com/schollz/progressbar": {"generator/cli"},
	"github.com/fsnotify/fsnotify":   {"site"},
	"os/exec":                        {"site", "bench"},
	"github.com/xuri/excelize":       {"generator/workbook", "generator/table"},
	"net/http":                       {"site", "search", "generator/cli", "generator/signature"},
}

// TestImports holds ARCHITECTURE.md against what the packages import: every
// package is listed there with all imports of ours, and libraries stay in their
// rooms.
func TestImports(t *testing.T) {
	imports := listImports(t)
	if len(imports) < 10 {
		t.Fatalf("only %d packages found", len(imports))
	}
	var lines []string
	for pkg, list := range imports {
		var ours []string
		for _, i := range list {
			if own, ok := strings.CutPrefix(i, "elinde/"); ok {
				ours = append(ours, own)
			}
			for library, rooms := range onlyIn {
				if i != library && !strings.HasPrefix(i, library+"/") {
					continue
				}
				if !slices.ContainsFunc(rooms, func(room string) bool { return pkg == room || strings.HasPrefix(pkg, room+"/") }) {
					t.Errorf("%s imports %s, which belongs in %v", pkg, i, rooms)
				}
			}
		}
		lines = append(lines, strings.TrimSpace(pkg+": "+strings.Join(ours, " ")))
	}
	sort.Strings(lines)
	got := strings.Join(lines, "\n") + "\n"

	document, err := os.ReadFile("../ARCHITECTURE.md")
	if err != nil {
		t.Fatal(err)
	}
	block := regexp.MustCompile("(?s)```imports\n(.*?)```").FindSubmatch(document)
	if block == nil {
		t.Fatal("ARCHITECTURE.md has no block of imports")
	}
	if want := string(block[1]); got != want {
		t.Errorf("ARCHITECTURE.md and the packages differ; the block should read\n%s", got)
	}
}

// TestViewsSeeOnlyProtected holds the promise that no page, search document or
// download is made from rows that were not checked and protected.
func TestViewsSeeOnlyProtected(t *testing.T) {
	for pkg, list := range listImports(t) {
		switch {
		case strings.HasPrefix(pkg, "generator/pages"), strings.HasPrefix(pkg, "generator/documents"), strings.HasPrefix(pkg, "generator/downloads"),
			pkg == "generator/hsds":
			for _, forbidden := range []string{"elinde/generator/table", "elinde/generator/dataset"} {
				if slices.Contains(list, forbidden) {
					t.Errorf("%s imports %s", pkg, forbidden)
				}
			}
		case strings.HasPrefix(pkg, "site"), strings.HasPrefix(pkg, "search"), strings.HasPrefix(pkg, "themes"):
			for _, i := range list {
				if strings.HasPrefix(i, "elinde/generator") {
					t.Errorf("library %s imports %s", pkg, i)
				}
			}
		}
	}
}

// listImports gives the imports of each of our packages that has Go files other
// than tests, bench aside: a bench may use anything.
func listImports(t *testing.T) map[string][]string {
	t.Helper()
	command := exec.Command("go", "list", "-f", `{{.ImportPath}} {{join .Imports " "}}`, "./...")
	command.Dir = ".."
	out, err := command.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	imports := map[string][]string{}
	for _, line := range strings.Split(strings.TrimSpace(string(out)), "\n") {
		fields := strings.Fields(line)
		pkg := strings.TrimPrefix(fields[0], "elinde/")
		if len(fields) > 1 && !strings.HasPrefix(pkg, "bench") {
			imports[pkg] = fields[1:]
		}
	}
	return imports
}
