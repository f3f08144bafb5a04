package hsds

import (
	"encoding/json"
	"strings"
	"testing"
)

// A program comes from any list to its end, and from the root to every page.
func TestListsLeadOn(t *testing.T) {
	d := demonstrationFor(t)
	const base = "https://x.example/"
	files := map[string][]byte{}
	for f := range d.pack.Files(base, "openapi.json") {
		files[f.Path] = f.Data
	}
	var root struct {
		Lists []string
		Text  string `json:"description"`
	}
	if err := json.Unmarshal(files[Folder+Root], &root); err != nil {
		t.Fatal(err)
	}
	if root.Text != "en illustration_banner" || !strings.Contains(string(d.pack.descriptor()), root.Text) {
		t.Errorf("that rows are invented is told as %q", root.Text)
	}
	named := map[string]bool{}
	for _, address := range root.Lists {
		named[address] = true
	}
	several := false
	for _, room := range rooms {
		seen := 0
		for address := base + Folder + room.path + ".json"; address != ""; {
			if !named[address] {
				t.Errorf("%s is not named", address)
			}
			delete(named, address)
			var page struct {
				Contents []any
				Next     string
			}
			if err := json.Unmarshal(files[strings.TrimPrefix(address, base)], &page); err != nil {
				t.Fatalf("%s: %v", address, err)
			}
			seen += len(page.Contents)
			address = page.Next
			several = several || address != ""
		}
		if seen != len(d.pack.Rows[room.resource]) {
			t.Errorf("%d of %d %s", seen, len(d.pack.Rows[room.resource]), room.path)
		}
	}
	if !several || len(named) > 0 {
		t.Errorf("no list has several pages, or %v lead nowhere", named)
	}
}
