package table

import (
	"encoding/json"
	"os"
	"strings"
	"testing"

	"elinde/generator/config"
	"elinde/generator/frictionless"
	"elinde/generator/programme"
)

func demonstration(t *testing.T) config.Settings {
	t.Helper()
	set, found, err := config.Load("../../config.toml")
	if err != nil || len(found) > 0 {
		t.Fatalf("config.toml: %v %v", found, err)
	}
	return set
}

// current compares a file of the repository with what it is made from.
func current(t *testing.T, name, want string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(name, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := os.ReadFile(name); err != nil || string(got) != want {
		t.Errorf("%s is not up to date (%v): run the test with -update", name, err)
	}
}

func TestDictionary(t *testing.T) {
	for _, c := range Dictionary() {
		if c.About == "" {
			t.Errorf("%s.%s has no words about it", c.Table, c.Name)
		}
		for _, r := range c.Rules {
			if rules[r.Name] == "" {
				t.Errorf("%s.%s: the rule %s has no words", c.Table, c.Name, r.Name)
			}
		}
	}
	for _, s := range programme.Schemas() {
		if s.About == "" {
			t.Errorf("table %s has no words about it", s.Table)
		}
	}
	current(t, "../../data/README.md", Markdown(demonstration(t)))
}

func TestDictionaryDataPackage(t *testing.T) {
	set := demonstration(t)
	raw, err := DataPackage(os.DirFS("../../data"), set, "elinde-demonstration")
	if err != nil {
		t.Fatal(err)
	}
	current(t, "../../data/datapackage.json", string(raw))
	var d frictionless.Package
	if err := json.Unmarshal(raw, &d); err != nil {
		t.Fatal(err)
	}
	for _, r := range d.Resources {
		text, err := os.ReadFile("../../data/" + r.Path)
		if err != nil {
			t.Fatal(err)
		}
		header, _, _ := strings.Cut(string(text), "\n")
		var names []string
		for _, f := range r.Schema.Fields {
			names = append(names, f.Name)
		}
		if got := strings.Join(names, ","); got != strings.TrimSpace(header) {
			t.Errorf("%s: the descriptor has the columns %s, the file %s", r.Path, got, header)
		}
	}
}
