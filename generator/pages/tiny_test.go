package pages

import (
	"io/fs"
	"os"
	"slices"
	"testing"
	"testing/fstest"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"elinde/generator/config"
	"elinde/generator/dataset"
	"elinde/generator/disclosure"
	"elinde/generator/table"
	"elinde/site"
	"elinde/themes"
)

// tinySettings are those of the small country.
func tinySettings() config.Settings {
	return config.Settings{
		Title:   map[string]string{"tk": "Hyzmatlar", "ru": "Услуги", "en": "Services"},
		BaseURL: "https://hyzmat.example/", AsOf: time.Date(2026, 11, 16, 9, 0, 0, 0, time.UTC), Illustration: true,
		Country: "tm", UTCOffset: "+05:00", StaleAfterDays: 180, PageSize: 2, ReportEmail: "report@example.org",
		PhonePattern: `^\+993 00 \d\d-\d\d-\d\d$`,
		Languages: []config.Language{
			{Code: "tk", Name: "Türkmençe", Direction: "ltr", Alphabet: "a b ç d e ä f g h i j ž k l m n ň o ö p r s ş t u ü w y ý z"},
			{Code: "ru", Name: "Русский", Direction: "ltr", Alphabet: "а б в г д е ё ж з и й к л м н о п р с т у ф х ц ч ш щ ъ ы ь э ю я"},
			{Code: "en", Name: "English", Direction: "ltr", Interface: "en"},
		},
	}
}

// tiny reads, checks and protects testdata/tiny.txtar, or some of its tables. Its
// findings are not asked for: a hostile cell is one.
func tiny(t testing.TB, s config.Settings, tables ...string) *disclosure.Protected {
	t.Helper()
	files := tinyFiles(t)
	for name := range files {
		if tables != nil && !slices.Contains(tables, name) {
			delete(files, name)
		}
	}
	return protected(t, files, s)
}

func tinyFiles(t testing.TB) fstest.MapFS {
	t.Helper()
	archive, err := txtar.ParseFile("testdata/tiny.txtar")
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{}
	for _, f := range archive.Files {
		files[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	return files
}

func protected(t testing.TB, files fs.FS, s config.Settings) *disclosure.Protected {
	t.Helper()
	records, _, err := table.Read(files, s)
	if err != nil {
		t.Fatal(err)
	}
	set, _ := dataset.Check(records, s)
	p, _ := disclosure.Protect(set, s)
	return p
}

// tinyPlan plans the small country with the embedded theme.
func tinyPlan(t testing.TB) site.Plan {
	t.Helper()
	s := tinySettings()
	content := fstest.MapFS{"en/about.md": {Data: []byte("+++\ntitle = \"About\"\n+++\n\nText.\n")}}
	plan, err := Plan(tiny(t, s), s, themes.Elinde(), fs.FS(content), Options{})
	if err != nil {
		t.Fatal(err)
	}
	return plan
}

// planned collects the pages of a plan by path; a path that comes twice fails.
func planned(t testing.TB, plan site.Plan) map[string]site.Page {
	t.Helper()
	pages := map[string]site.Page{}
	for _, seq := range plan.Pages {
		for p := range seq {
			if _, twice := pages[p.Path]; twice {
				t.Errorf("page %q is planned twice", p.Path)
			}
			pages[p.Path] = p
		}
	}
	return pages
}

func writeFile(t testing.TB, name string, data []byte) {
	t.Helper()
	if err := os.WriteFile(name, data, 0o644); err != nil {
		t.Fatal(err)
	}
}
