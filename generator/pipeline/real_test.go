package pipeline

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"elinde/generator/config"
	"elinde/generator/finding"
	"elinde/site"
)

// TestMain makes the test binary render pages when a build starts it again.
func TestMain(m *testing.M) {
	if site.IsChild() {
		os.Exit(site.ChildMain())
	}
	os.Exit(m.Run())
}

// real lists exports that nobody here wrote, their known faults and what is
// published of them by mapping alone.
var real = []struct {
	site, export string
	faults       map[finding.Code]int // by code, of the services or observations
	pages        map[string]int       // files by pattern
	holds        map[string]string    // a file and what it must hold
}{
	{
		site: "services-advisor", export: "services-advisor/services.csv",
		faults: map[finding.Code]int{finding.IDRepeated: 13, finding.TimeInvalid: 43, finding.ServiceEnded: 549},
		pages:  map[string]int{"en/services/*/index.html": 549, "ar/services/*/index.html": 549, "ar/providers/*/index.html": 44},
		holds: map[string]string{
			"ar/index.html":                   `dir="rtl"`,
			"ar/services/22442789/index.html": "فرص التعليم",
		},
	},
	{
		site: "kyrgyzstan", export: "kyrgyzstan/data/1-4-1.csv",
		faults: map[finding.Code]int{finding.ShareBeyondWhole: 1}, // 987 %, without a word of the export about it
		pages:  map[string]int{"ru/statistics/*/index.html": 16, "en/statistics/*/index.html": 16},
		holds: map[string]string{
			"ru/statistics/10-3-1/index.html":             "6,2",
			"en/statistics/4-1-2-primary/index.html":      "Up: 99.4%, against 99.2 in 2018", // a survey once in five years
			"ru/statistics/4-1-2-primary/index.html":      "Женщины и девочки",               // the export has F
			"en/statistics/4-1-2-primary/by/index.html":   "Wealth quintile",
			"en/statistics/1-4-1-water/places/index.html": "Issyk-Kul Region",
		},
	},
}

func TestRealExports(t *testing.T) {
	for _, c := range real {
		t.Run(c.site, func(t *testing.T) {
			if _, err := os.Stat(filepath.Join("../../../shared/cases/real", c.export)); err != nil {
				t.Skipf("SKIPPED: the real export is not here: %v", err)
			}
			s, found, err := config.Load("../table/testdata/sites/" + c.site + "/config.toml")
			if err != nil {
				t.Fatal(err)
			}
			s.Output = filepath.Join(t.TempDir(), "public")
			built, err := Build(context.Background(), s, found, Options{Progress: func(Stage, int, int) {}})
			if err != nil {
				t.Fatal(err)
			}
			defer built.Index.Close()
			count := map[finding.Code]int{}
			rows := map[string]bool{}
			for _, f := range built.Findings {
				if _, known := c.faults[f.Code]; known {
					at := fmt.Sprint(f.Code, f.File, f.Row, f.Column)
					if filepath.Base(f.File) != filepath.Base(c.export) || f.Row < 2 || rows[at] {
						t.Errorf("%s is not told by file and row, once: %+v", f.Code, f)
					}
					rows[at] = true
				}
				if f.Severity == finding.Error {
					t.Errorf("%s:%d %s %s %q %v", f.File, f.Line, f.Column, f.Code, f.Value, f.Args)
				}
				count[f.Code]++
			}
			for code, want := range c.faults {
				if count[code] != want {
					t.Errorf("%d findings %s, want %d", count[code], code, want)
				}
			}
			read, kept, left := 0, 0, 0
			for _, n := range built.Counts {
				read, kept = read+n.Read, kept+n.Kept
				for _, m := range n.LeftOut {
					left += m
				}
			}
			if read != kept+left {
				t.Errorf("read %d rows, kept %d, left out %d: some disappeared", read, kept, left)
			}
			for pattern, want := range c.pages {
				files, err := filepath.Glob(filepath.Join(s.Output, pattern))
				if err != nil || len(files) != want {
					t.Errorf("%d files %s, want %d", len(files), pattern, want)
				}
			}
			for name, want := range c.holds {
				page, err := os.ReadFile(filepath.Join(s.Output, name))
				if err != nil || !strings.Contains(string(page), want) {
					t.Errorf("%s does not hold %q (%v)", name, want, err)
				}
			}
		})
	}
}
