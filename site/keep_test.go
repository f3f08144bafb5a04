package site_test

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"elinde/site"
	"elinde/site/publish"
)

func TestRollbackWithoutPrevious(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	mustBuild(t, small(2), site.Options{Output: out})
	if _, err := site.Rollback(out); !errors.Is(err, publish.ErrNoPrevious) {
		t.Errorf("rollback says %v", err)
	}
	same(t, out, small(2), site.Options{})
}

// TestPurgeLeavesNothing: what must go is in no kept tree afterwards, under its
// path, by its text, or packed; the rest of the previous tree can still be
// published.
func TestPurgeLeavesNothing(t *testing.T) {
	folder := t.TempDir()
	out := filepath.Join(folder, "public")
	opt := site.Options{Output: out, Precompress: true}
	secret := with(small(4), func(p *site.Page) bool {
		if p.Path == "tk/services/s-2/" {
			p.Title = "Secret street 5"
		}
		return true
	})
	mustBuild(t, secret, opt)
	must(t, site.Prepare(out))
	mustBuild(t, retitled(secret, "en/", "Second"), opt)
	mustBuild(t, retitled(secret, "en/", "Third"), opt)
	report := mustBuild(t, small(4), opt)
	removed, published, err := site.Purge(out, []string{"en/services/s-1/"}, []string{"Secret street"})
	must(t, err)
	if want := []string{"en/services/s-1/index.html", "tk/services/s-2/index.html"}; !slices.Equal(removed, want) {
		t.Errorf("removed %v, want %v", removed, want)
	}
	if len(published) == 0 || !strings.HasPrefix(published[0], "en/services/s-1/") {
		t.Errorf("published still has %v", published)
	}
	for name, data := range treeOf(t, filepath.Join(folder, ".public.elinde")) {
		if strings.Contains(name, "en/services/s-1") || strings.Contains(name, "tk/services/s-2") {
			t.Errorf("%s is still there", name)
		}
		for suffix, unpack := range unpackers {
			if strings.HasSuffix(name, suffix) {
				data = string(unpack(t, strings.NewReader(data)))
			}
		}
		if strings.Contains(data, "Secret street") {
			t.Errorf("%s still holds the text", name)
		}
		if strings.HasPrefix(name, "states/") && name != "states/"+report.BuildID && strings.Contains(data, "en/services/s-1/") {
			t.Errorf("%s still knows the path", name)
		}
	}
	if _, err := site.Rollback(out); err != nil {
		t.Fatal(err)
	}
	if got := treeOf(t, out); !strings.Contains(got["en/index.html"], "Third") || got["tk/services/s-2/index.html"] != "" {
		t.Error("rollback did not publish the purged tree")
	}
	mustBuild(t, small(4), opt)
	same(t, out, small(4), opt)
}

// TestSameBytesEverywhere: neither the machine's zone, language nor number of
// processors shows in the tree.
func TestSameBytesEverywhere(t *testing.T) {
	plan := small(8)
	plan.Theme = overlay(t, map[string]string{"layouts/plain.html": `{{ define "main" }}<h1>{{ .Title }}</h1>{{ time.Format "2 January 2006 15:04" "2026-11-22T23:30:00Z" }} {{ lang.FormatNumber 2 1234.5 }}{{ end }}`})
	var first map[string]string
	for i, env := range []map[string]string{{"TZ": "Asia/Ashgabat", "LANG": "tk_TM.UTF-8"}, {"TZ": "America/Lima", "LANG": "C", "GOMAXPROCS": "1"}, {"HUGO_BASEURL": "https://evil.example/", "HUGO_PARAMS_TITLE": "evil"}} {
		for key, value := range env {
			t.Setenv(key, value)
		}
		out := filepath.Join(t.TempDir(), "public")
		mustBuild(t, plan, site.Options{Output: out, Jobs: 1 + i})
		tree := treeOf(t, out)
		if first == nil {
			first = tree
		}
		for name := range first {
			if tree[name] != first[name] {
				t.Errorf("%v: %s differs:\n%s\n%s", env, name, tree[name], first[name])
			}
		}
	}
}

// TestTwoBuildsAtOnce: the second is told that it must wait.
func TestTwoBuildsAtOnce(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	place, err := publish.Open(out)
	must(t, err)
	if _, _, err := site.Build(t.Context(), small(1), site.Options{Output: out}); !errors.Is(err, publish.ErrBusy) {
		t.Errorf("a second build says %v", err)
	}
	must(t, place.Close())
	mustBuild(t, small(1), site.Options{Output: out})
}

// TestInterfaceLanguage: a language without interface texts of its own shows
// those of another, but is itself in lang and dir.
func TestInterfaceLanguage(t *testing.T) {
	plan := small(1)
	plan.Languages = append(plan.Languages, site.Language{Code: "ar", Name: "العربية", Direction: "rtl", Interface: "en"})
	plan.Shared["ar"] = map[string]any{"language": "ar", "title": "موقع"}
	plan.Pages = append(plan.Pages, slices.Values([]site.Page{{Path: "ar/", Layout: "plain", Language: "ar", Title: "x", Params: map[string]any{"days": 2}}}))
	out := filepath.Join(t.TempDir(), "public")
	mustBuild(t, plan, site.Options{Output: out})
	data, err := os.ReadFile(out + "/ar/index.html")
	must(t, err)
	for _, want := range []string{`<html lang="ar" dir="rtl">`, "Hello 2 days"} {
		if !strings.Contains(string(data), want) {
			t.Errorf("no %s in %s", want, data)
		}
	}
}

// TestRunawayTemplate: a template that asks for endless memory ends its own
// process; the build says so and the published site stays.
func TestRunawayTemplate(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("no limit of memory on this system")
	}
	out := filepath.Join(t.TempDir(), "public")
	mustBuild(t, small(1), site.Options{Output: out})
	plan := small(1)
	plan.Theme = overlay(t, map[string]string{"layouts/plain.html": `{{ define "main" }}{{ len (strings.Repeat 3000000000 "x") }}{{ end }}`})
	_, problems, err := site.Build(t.Context(), plan, site.Options{Output: out})
	if err == nil && len(problems) == 0 {
		t.Error("the build went through")
	}
	same(t, out, small(1), site.Options{})
}
