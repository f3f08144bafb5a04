package dataset_test

import (
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"elinde/generator/config"
	"elinde/generator/dataset"
	"elinde/generator/finding"
	"elinde/generator/table"
)

var update = flag.Bool("update", false, "write what the cases want anew")

// usual is the settings of cases without a config.toml. The day is 16 November
// 2026.
func usual() config.Settings {
	return config.Settings{Data: "data", UTCOffset: "+05:00", StaleAfterDays: 180, PhonePattern: `\+993 00 \d\d-\d\d-\d\d`,
		AsOf:      time.Date(2026, 11, 16, 4, 0, 0, 0, time.UTC),
		Languages: []config.Language{{Code: "tk"}, {Code: "ru"}, {Code: "en"}}}
}

// head is what every config.toml must say and no case is about.
const head = `base_url = "https://example.org/"
title = { tk = "a", en = "a" }
`

// A case is a text file: data/... as the user's files, config.toml if wanted,
// and the findings of Check and the rows it left out. A case is about one family
// and the findings of reading are not repeated.
func TestCases(t *testing.T) {
	for _, name := range cases(t) {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			got := run(t, archive)
			for i := range archive.Files {
				f := &archive.Files[i]
				if f.Name != "want" {
					continue
				}
				if *update {
					f.Data = []byte(got)
					if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
						t.Fatal(err)
					}
				}
				if string(f.Data) != got {
					t.Errorf("got\n%s\nwant\n%s", got, f.Data)
				}
				return
			}
			t.Error("the case wants nothing: add a file named want")
		})
	}
}

// Every code that this package reports stands in some case.
func TestEachCodeHasACase(t *testing.T) {
	var all strings.Builder
	for _, name := range cases(t) {
		archive, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range archive.Files {
			if f.Name == "want" {
				all.Write(f.Data)
			}
		}
	}
	declared := regexp.MustCompile(`Code = "([^"]+)"`)
	for _, group := range []string{"cells", "links", "places", "directory", "translations", "statistics", "personal", "eligibility"} {
		source, err := os.ReadFile(filepath.Join("..", "finding", "codes_"+group+".go"))
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range declared.FindAllStringSubmatch(string(source), -1) {
			if !strings.Contains(all.String(), " "+m[1]+" ") {
				t.Errorf("no case shows %s", m[1])
			}
		}
	}
}

func cases(t *testing.T) []string {
	t.Helper()
	names, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(names) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	return names
}

func run(t *testing.T, archive *txtar.Archive) string {
	settings := usual()
	data := fstest.MapFS{}
	for _, f := range archive.Files {
		if f.Name == "config.toml" {
			path := filepath.Join(t.TempDir(), f.Name)
			if err := os.WriteFile(path, append([]byte(head), f.Data...), 0o644); err != nil {
				t.Fatal(err)
			}
			loaded, found, err := config.Load(path)
			if err != nil || finding.Stops(found) {
				t.Fatalf("config.toml: %v %v", found, err)
			}
			settings = loaded
		}
		if name, ok := strings.CutPrefix(f.Name, "data/"); ok {
			data[name] = &fstest.MapFile{Data: f.Data}
		}
	}
	records, read, err := table.Read(data, settings)
	if err != nil {
		t.Fatal(err)
	}
	d, found := dataset.Check(records, settings)
	again, twice := dataset.Check(records, settings)
	if fmt.Sprint(found) != fmt.Sprint(twice) || len(d.LeftOut()) != len(again.LeftOut()) {
		t.Error("a second check of the same records says something else")
	}
	return report(t, d, append(found, dataset.Screen(read)...))
}

// lighter findings are warnings where a release is published already, or still to
// come.
var lighter = map[finding.Code]bool{finding.TotalDiffers: true, finding.TotalMissing: true, finding.SeriesEnded: true, finding.FiguresVanished: true, finding.PeriodEmpty: true, finding.ChangeTenfold: true}

// report writes findings and left-out rows as lines.
func report(t *testing.T, d *dataset.Dataset, found []finding.Finding) string {
	var b strings.Builder
	for _, f := range found {
		fmt.Fprintf(&b, "%s %s %s:%d", f.Severity, f.Code, f.File, f.Line)
		if f.Column != "" {
			fmt.Fprintf(&b, " %s", f.Column)
		}
		if f.Value != "" {
			fmt.Fprintf(&b, " %q", f.Value)
		}
		for _, k := range slices.Sorted(maps.Keys(f.Args)) {
			fmt.Fprintf(&b, " %s=%s", k, f.Args[k])
		}
		b.WriteString("\n")
		// The page of findings promises a severity; only policies, and the screen
		// for personal data outside statistics, may say less.
		if f.Severity != finding.Usual(f.Code) && f.Args[finding.Done] == "" &&
			!(strings.HasPrefix(string(f.Code), "personal-") && f.Severity == finding.Warning) && !(lighter[f.Code] && f.Severity == finding.Warning) {
			t.Errorf("%s is a %s here and a %s in the catalogue", f.Code, f.Severity, finding.Usual(f.Code))
		}
		for _, s := range []string{finding.Texts("en").Sentence(f), finding.Texts("en").Hint(f)} {
			if strings.Contains(s, "  ") || strings.Contains(s, "“”") {
				t.Errorf("%s lacks an argument: %s", f.Code, s)
			}
		}
	}
	for _, l := range d.LeftOut() {
		fmt.Fprintf(&b, "left out: %s %s:%d %s\n", l.Table, l.At.File, l.At.Line, l.Code)
	}
	return b.String()
}
