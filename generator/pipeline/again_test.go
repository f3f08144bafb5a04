package pipeline

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"elinde/generator/config"
	"elinde/generator/finding"
	"elinde/themes"
)

// TestAgain changes a project step by step and builds it each time with what is known
// of the builds before: the tree has the bytes of a whole build of the same project.
func TestAgain(t *testing.T) {
	archive, err := txtar.ParseFile("testdata/releases.txtar")
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	path := func(name string) string { return filepath.Join(folder, filepath.FromSlash(name)) }
	write := func(name, text string) {
		if err := os.MkdirAll(filepath.Dir(path(name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path(name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	replace := func(name, old, new string) {
		data, err := os.ReadFile(path(name))
		if err != nil || !bytes.Contains(data, []byte(old)) {
			t.Fatalf("%s has no %q: %v", name, old, err)
		}
		write(name, strings.Replace(string(data), old, new, 1))
	}
	for _, f := range archive.Files {
		write(f.Name, string(f.Data))
	}
	replace("config.toml", "precompress = true\n", "")
	replace("config.toml", "country = \"c\"\n", "country = \"c\"\nillustration = true\ntheme = \"theme\"\n")
	write("theme/README.md", "")
	replace("data/terms.csv", "theme,t,", "service_type,day,Day care,Дневной уход\ntarget_group,all,All,Все\ndelivery_mode,home,At home,На дому\nfee,free,Free,Бесплатно\ntheme,t,")
	write("data/providers.csv", "id,kind,name_en,name_ru\np,state,Centre,Центр\nq,state,Department,Отдел\n")
	write("data/locations.csv", "id,provider_id,place_id,confidential,name_en,name_ru\nl,p,n,no,House,Дом\n")
	write("data/service_locations.csv", "service_id,location_id\nsvc0,l\nsvc3,l\n")
	var rows []string
	row := func(i, n int) string {
		return fmt.Sprintf("svc%d,%s,Service %d,Услуга %d,Summary %d,Кратко %d,day,all,home,free,active,2026-11-01", i, []string{"p", "q"}[i%2], i, i, n, n)
	}
	for i := range 105 { // more than a page of a list
		rows = append(rows, row(i, 0))
	}
	services := func() {
		write("data/services.csv", "id,provider_id,name_en,name_ru,summary_en,summary_ru,service_type,target_groups,delivery_modes,fee,status,last_verified\n"+strings.Join(rows, "\n")+"\n")
	}
	services()

	last := path("public")
	build := func(output string, whole bool) *Built {
		t.Helper()
		s, found, err := config.Load(path("config.toml"))
		if err != nil {
			t.Fatal(err)
		}
		s.Output = output
		built, err := Build(context.Background(), s, found, Options{Whole: whole, Fewer: true, Progress: func(Stage, int, int) {}})
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range built.Findings {
			if f.Severity == finding.Error {
				t.Fatalf("%+v", f)
			}
		}
		if err := built.Index.Close(); err != nil {
			t.Fatal(err)
		}
		return built
	}
	rendered := build(last, false).Report.Rendered
	ledger := path(".public.elinde/ledger")
	random := rand.New(rand.NewPCG(7, 11))
	for _, step := range []struct {
		what   string
		change func()
		fewer  bool // pages are rendered than at first
	}{
		{"three services change", func() {
			for range 3 {
				i := random.IntN(len(rows))
				rows[i] = row(i, 1)
			}
		}, true},
		{"services change places, and one comes", func() {
			random.Shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
			rows = append(rows, row(500, 0))
		}, true},
		{"services go", func() { rows = rows[:len(rows)-5] }, true},
		{"a provider changes", func() { replace("data/providers.csv", "Centre", "New centre") }, false},
		{"a text of the theme changes", func() {
			text, err := fs.ReadFile(themes.Elinde(), "i18n/en/base.toml")
			if err != nil {
				t.Fatal(err)
			}
			write("theme/i18n/en/base.toml", strings.Replace(string(text), "are made up", "are invented", 1))
		}, false},
		{"the settings change", func() {
			replace("config.toml", "country = \"c\"\n", "country = \"c\"\nreport_email = \"a@b.example\"\n")
		}, false},
		{"a figure is withheld", func() { replace("data/observations.csv", "2026-Q3,15,A", "2026-Q3,4,A") }, false},
		{"it is no longer withheld, and a day passes", func() {
			replace("data/observations.csv", "2026-Q3,4,A", "2026-Q3,16,A")
			replace("config.toml", "2026-11-16T09", "2026-11-17T09")
		}, false},
		{"a release comes out", func() { replace("config.toml", "2026-11-17T09", "2026-12-01T11") }, false},
		{"the ledger is damaged", func() {
			data, err := os.ReadFile(ledger)
			if err != nil {
				t.Fatal(err)
			}
			data[len(data)/2] ^= 1
			if err := os.WriteFile(ledger, data, 0o600); err != nil {
				t.Fatal(err)
			}
			rows[3] = strings.Replace(rows[3], "Summary", "More", 1)
		}, true},
		{"the ledger is lost", func() {
			if err := os.Remove(ledger); err != nil {
				t.Fatal(err)
			}
			rows[4] = strings.Replace(rows[4], "Summary", "More", 1)
		}, true},
	} {
		step.change()
		services()
		built := build(last, false)
		if n := built.Report.Rendered; step.fewer && n > rendered/2 {
			t.Errorf("%s: %d pages were rendered, %d at first", step.what, n, rendered)
		}
		whole := filepath.Join(t.TempDir(), "whole")
		build(whole, true)
		sameFolders(t, step.what, last, whole)
		if info, err := os.Stat(ledger); err != nil || info.Mode().Perm() != 0o600 {
			t.Fatalf("the ledger: %v, %v", info, err)
		}
	}
}

// sameFolders compares two folders, names and bytes.
func sameFolders(t *testing.T, what, got, want string) {
	t.Helper()
	read := func(root string) map[string][]byte {
		files := map[string][]byte{}
		err := filepath.WalkDir(root, func(name string, d os.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			data, err := os.ReadFile(name)
			rel, _ := filepath.Rel(root, name)
			files[rel] = data
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		return files
	}
	one, other := read(got), read(want)
	for name, data := range other {
		if !bytes.Equal(one[name], data) {
			t.Errorf("%s: %s has other bytes than of a whole build", what, name)
		}
	}
	for name := range one {
		if _, ok := other[name]; !ok {
			t.Errorf("%s: %s is not in a whole build", what, name)
		}
	}
}
