package site_test

import (
	"errors"
	"maps"
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
	if _, _, err := site.Rollback(out, false, anyStamp); !errors.Is(err, publish.ErrNoPrevious) {
		t.Errorf("rollback says %v", err)
	}
	same(t, out, small(2), site.Options{})
}

// nothing finds nothing to tell in any file.
func nothing(string, []byte) string { return "" }

// anyStamp objects to no tree.
func anyStamp(map[string]string) error { return nil }

// TestDiscardLeavesNothingOrAll: a kept tree with what must go is gone as a whole,
// with what is known of it, and Rollback says that there is none; one without stays
// and can be published again.
func TestDiscardLeavesNothingOrAll(t *testing.T) {
	folder := t.TempDir()
	out := filepath.Join(folder, "public")
	opt := site.Options{Output: out, Precompress: true}
	never := func(map[string]string) bool { return false }
	secret := with(small(4), func(p *site.Page) bool {
		if p.Path == "tk/services/s-2/" {
			p.Title = "Secret street 5"
		}
		return true
	})
	mustBuild(t, retitled(small(4), "en/", "First"), opt)
	mustBuild(t, secret, opt)
	must(t, site.Prepare(out))
	mustBuild(t, small(4), opt)
	before := treeOf(t, out)

	removed, err := site.Discard(out, never, []string{"en/services/none/"}, []string{"Other street"}, nothing)
	must(t, err)
	if removed != nil {
		t.Errorf("removed %v", removed)
	}
	_, _, err = site.Rollback(out, false, anyStamp)
	must(t, err)
	_, _, err = site.Rollback(out, true, anyStamp)
	must(t, err)

	removed, err = site.Discard(out, never, nil, []string{"Secret street"}, nothing)
	must(t, err)
	if removed == nil || removed.File != "tk/services/s-2/index.html" {
		t.Errorf("removed %v", removed)
	}
	published, err := site.Search(out, []string{"en/services/s-1/"}, nil)
	must(t, err)
	if len(published) == 0 || !strings.HasPrefix(published[0], "en/services/s-1/") {
		t.Errorf("published still has %v", published)
	}
	for name, data := range treeOf(t, filepath.Join(folder, ".public.elinde")) {
		for suffix, unpack := range unpackers {
			if strings.HasSuffix(name, suffix) {
				data = string(unpack(t, strings.NewReader(data)))
			}
		}
		if strings.Contains(data, "Secret street") || strings.HasPrefix(name, "previous/") {
			t.Errorf("%s is still there", name)
		}
	}
	if _, _, err := site.Rollback(out, true, anyStamp); !errors.Is(err, publish.ErrNoPrevious) {
		t.Errorf("rollback says %v", err)
	}
	if !maps.Equal(treeOf(t, out), before) {
		t.Error("the published site is another")
	}
	mustBuild(t, secret, opt)
	mustBuild(t, small(4), opt)
	same(t, out, small(4), opt)
	removed, err = site.Discard(out, func(stamp map[string]string) bool { return stamp["build"] != "" }, nil, nil, nothing)
	must(t, err)
	if removed == nil || removed.File != "" || removed.Stamp["build"] == "" {
		t.Errorf("removed %v", removed)
	}
}

// TestRollbackRefuses: what was taken back comes out again only when asked for, and
// a kept tree with a hole not at all.
func TestRollbackRefuses(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	opt := site.Options{Output: out}
	mustBuild(t, small(2), opt)
	faulty := retitled(small(2), "en/", "Faulty")
	mustBuild(t, faulty, opt)
	if _, _, err := site.Rollback(out, false, func(map[string]string) error { return os.ErrPermission }); !errors.Is(err, os.ErrPermission) {
		t.Errorf("rollback says %v", err)
	}
	same(t, out, faulty, site.Options{})
	shown, aside, err := site.Rollback(out, false, anyStamp)
	must(t, err)
	if shown["build"] == aside["build"] || shown["build"] == "" || aside["build"] == "" {
		t.Errorf("shown %v, aside %v", shown, aside)
	}
	if _, _, err := site.Rollback(out, false, anyStamp); !errors.Is(err, publish.ErrTakenBack) {
		t.Errorf("the second rollback says %v", err)
	}
	same(t, out, small(2), site.Options{})
	_, _, err = site.Rollback(out, true, anyStamp)
	must(t, err)
	same(t, out, faulty, site.Options{})
	must(t, os.Remove(filepath.Join(filepath.Dir(out), ".public.elinde", "previous", "en", "index.html")))
	if _, _, err := site.Rollback(out, true, anyStamp); !errors.Is(err, publish.ErrHoles) {
		t.Errorf("rollback to a tree with a hole says %v", err)
	}
	same(t, out, faulty, site.Options{})
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
