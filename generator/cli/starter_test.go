package cli

import (
	"bytes"
	"encoding/csv"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

var update = flag.Bool("update", false, "write the standard tables of the starter anew")

// TestStandardTables holds the tables that init writes against those of the
// demonstration: places and their history, the terms, and the sources that these
// name. Terms that the demonstration calls an illustration are the site's own.
func TestStandardTables(t *testing.T) {
	used := map[string]bool{}
	for _, name := range []string{"places", "place_validity", "place_changes", "terms"} {
		rows := readTable(t, name)
		origin := slices.Index(rows[0], "origin")
		for _, row := range rows[1:] {
			if row[origin] == "illustration" {
				row[origin] = ""
			}
			used[row[origin]] = true
		}
		hold(t, name, rows)
	}
	sources := readTable(t, "sources")
	id := slices.Index(sources[0], "id")
	hold(t, "sources", slices.DeleteFunc(sources, func(row []string) bool { return row[id] != "id" && !used[row[id]] }))
}

func readTable(t *testing.T, name string) [][]string {
	t.Helper()
	f, err := os.Open(filepath.Join("..", "..", "data", name+".csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func hold(t *testing.T, name string, rows [][]string) {
	t.Helper()
	var b bytes.Buffer
	if err := csv.NewWriter(&b).WriteAll(rows); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join("starter", "standard", name+".csv")
	if *update {
		if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if old, err := os.ReadFile(file); err != nil || !bytes.Equal(old, b.Bytes()) {
		t.Errorf("%s is not up to date (%v): run the test with -update", file, err)
	}
}
