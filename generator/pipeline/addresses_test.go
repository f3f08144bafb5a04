package pipeline

import (
	"flag"
	"os"
	"slices"
	"strings"
	"testing"

	"elinde/generator/config"
	"elinde/generator/downloads"
	"elinde/generator/hsds"
	"elinde/generator/pages"
	"elinde/generator/programme"
	"elinde/themes"
)

var update = flag.Bool("update", false, "write testdata/addresses.txt anew")

// TestPublishedAddressesStand holds the addresses of the demonstration, one a line,
// so that no change of the program moves them either. A line may go only with a row
// in table retired.
func TestPublishedAddressesStand(t *testing.T) {
	const golden = "testdata/addresses.txt"
	now, s := demonstrationAddresses(t)
	if *update {
		g := goneOf(now, s, programme.NewIndex(&programme.Tables{}))
		if err := os.WriteFile(golden, []byte(strings.Join(append(g.refused, g.warned...), "\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	data, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	there := map[string]bool{}
	for _, file := range now {
		there[file] = true
		there[strings.TrimSuffix(file, "index.html")] = true
		if i := strings.LastIndexByte(file, '/'); strings.HasPrefix(file, downloads.Folder+"releases/") {
			there[file[:i+1]] = true
		}
	}
	lines := strings.Fields(string(data))
	if len(lines) < 900 {
		t.Fatalf("only %d addresses are held", len(lines))
	}
	for _, address := range lines {
		if !there[address] {
			t.Errorf("%s was published and answers no more: add its id to data/retired.csv", address)
		}
	}
}

// demonstrationAddresses lists the files of the demonstration in English and those
// of no language.
func demonstrationAddresses(t *testing.T) ([]string, config.Settings) {
	t.Helper()
	s, found, err := config.Load("../../config.toml")
	if err != nil {
		t.Fatal(err)
	}
	checked, err := Examine(t.Context(), s, found, func(Stage, int, int) {})
	if err != nil {
		t.Fatal(err)
	}
	plan, err := pages.Plan(checked.Protected, s, themes.Elinde(), os.DirFS("../../content"), pages.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var list []string
	take := func(path string) {
		if strings.HasPrefix(path, "en/") || !slices.Contains(s.Codes(), strings.SplitN(path, "/", 2)[0]) {
			list = append(list, path)
		}
	}
	for _, sequence := range plan.Pages {
		for p := range sequence {
			take(p.Path + "index.html")
		}
	}
	for _, p := range plan.Written.Pages {
		take(p.Path + "index.html")
	}
	for f := range plan.Files {
		take(f.Path)
	}
	_, files := demonstrationFiles(t, "2026-11-16T09:00:00+05:00")
	for path := range files {
		take(path)
	}
	key := func(_, key string) string { return key }
	for f := range hsds.Export(checked.Protected, s, key, hsds.Addresses{Service: pages.ServicePath, Provider: pages.ProviderPath}).Files(s.BaseURL, "") {
		take(f.Path)
	}
	slices.Sort(list)
	return list, s
}
