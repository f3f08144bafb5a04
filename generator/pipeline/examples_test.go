package pipeline

import (
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"elinde/generator/config"
	"elinde/generator/pages"
	"elinde/themes"
)

// TestExamplesOfTheDataPageRun runs what the page about open data shows, against
// the files on this machine: each prints what its words promise.
func TestExamplesOfTheDataPageRun(t *testing.T) {
	_, files := demonstrationFiles(t, "2026-11-16T09:00:00+05:00")
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if data, ok := files[strings.TrimPrefix(r.URL.Path, "/")]; ok {
			_, _ = w.Write(data)
			return
		}
		http.NotFound(w, r)
	}))
	defer server.Close()
	for _, e := range examplesOf(t) {
		t.Run(e.ID, func(t *testing.T) {
			run := map[string][]string{"curl": {"bash", "-e"}, "python": {"python3", "-"}, "r": {"Rscript", "-"}}[e.ID]
			for _, program := range slices.DeleteFunc([]string{run[0], e.ID}, func(s string) bool { return s == "python" || s == "r" }) {
				if _, err := exec.LookPath(program); err != nil {
					t.Skipf("not run: %s is not on this machine", program)
				}
			}
			command := exec.Command(run[0], run[1:]...)
			command.Dir = t.TempDir()
			command.Stdin = strings.NewReader(strings.ReplaceAll(e.Code, "https://elinde.example/", server.URL+"/"))
			out, err := command.CombinedOutput()
			if err != nil {
				t.Fatalf("%v\n%s", err, out)
			}
			want := "2026-Q3"
			if e.ID == "curl" {
				want = "observations.csv: OK"
				if info, err := os.Stat(filepath.Join(command.Dir, "observations.csv")); err != nil || info.Size() < 1000 {
					t.Errorf("nothing was fetched (%v)", err)
				}
			}
			if strings.Count(string(out), want) != 1 {
				t.Errorf("it does not print %q once:\n%s", want, out)
			}
		})
	}
}

type example struct{ ID, Code string }

// examplesOf reads the examples as the page has them.
func examplesOf(t *testing.T) []example {
	t.Helper()
	s, found, err := config.Load("../../config.toml")
	if err != nil {
		t.Fatal(err)
	}
	checked, err := Examine(context.Background(), s, found, func(Stage, int, int) {})
	if err != nil {
		t.Fatal(err)
	}
	plan, err := pages.Plan(checked.Protected, s, themes.Elinde(), nil, pages.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, sequence := range plan.Pages {
		for p := range sequence {
			if p.Path != "en/open-data/" {
				continue
			}
			raw, err := json.Marshal(p.Params)
			if err != nil {
				t.Fatal(err)
			}
			var page struct{ Examples []example }
			if err := json.Unmarshal(raw, &page); err != nil || len(page.Examples) != 3 {
				t.Fatalf("%d examples (%v)", len(page.Examples), err)
			}
			return page.Examples
		}
	}
	t.Fatal("there is no page about open data")
	return nil
}
