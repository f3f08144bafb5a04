package site_test

import (
	"bytes"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"elinde/site"
	"elinde/site/treecheck"
)

// with gives the plan with each page passed through change; false leaves it out.
func with(plan site.Plan, change func(p *site.Page) bool) site.Plan {
	plan.Pages = slices.Clone(plan.Pages)
	for i, pages := range plan.Pages {
		plan.Pages[i] = func(yield func(site.Page) bool) {
			for p := range pages {
				if change(&p) && !yield(p) {
					return
				}
			}
		}
	}
	return plan
}

func retitled(plan site.Plan, path, title string) site.Plan {
	return with(plan, func(p *site.Page) bool {
		if p.Path == path {
			p.Title = title
		}
		return true
	})
}

// same fails unless the folder holds exactly what a whole build of the plan
// into an empty folder makes.
func same(t *testing.T, folder string, plan site.Plan, opt site.Options) {
	t.Helper()
	opt.Output = filepath.Join(t.TempDir(), "whole")
	mustBuild(t, plan, opt)
	found, err := treecheck.Folder(folder, treecheck.Rules{BasePath: "/demo/", Host: "example.org"})
	must(t, err)
	for _, f := range found {
		t.Errorf("%s: %s %s", f.Path, f.Code, f.Detail)
	}
	got, want := treeOf(t, folder), treeOf(t, opt.Output)
	for file := range maps.Keys(want) {
		if got[file] != want[file] {
			t.Errorf("%s differs from a whole build:\n%q\n%q", file, got[file], want[file])
		}
	}
	for file := range got {
		if _, ok := want[file]; !ok {
			t.Errorf("%s is not in a whole build", file)
		}
	}
}

// TestRebuildEqualsWholeBuild goes through changes of every kind in one output
// folder: after each, the tree is the one that a whole build makes.
func TestRebuildEqualsWholeBuild(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	plain, packed := site.Options{Output: out}, site.Options{Output: out, Precompress: true}
	base := small(6)
	changedShared := small(6)
	changedShared.Shared["tk"]["title"] = "Another"
	changedTheme := small(6)
	changedTheme.Theme = overlay(t, map[string]string{"components/base/base.css": "body { margin: 1px }"})
	changedText := small(6)
	changedText.Theme = overlay(t, map[string]string{"i18n/en/base.toml": "hello = \"Good day\"\n[days]\nother = \"{{ .Count }} d\"\n"})
	changedContent := small(6)
	changedContent.Written = contentWith(t, "tk/about.md", "+++\ntitle = \"Barada 2\"\n+++\n\nTäze tekst.\n")
	gone := with(small(6), func(p *site.Page) bool { return !strings.Contains(p.Path, "s-5") })
	gone = with(gone, func(p *site.Page) bool {
		if strings.HasSuffix(p.Path, "s-4/") {
			p.Params = map[string]any{"days": 4}
		}
		return true
	})
	folderNow := small(6)
	folderNow.Files = slices.Values([]site.File{{Path: "data", Data: []byte("a file where a folder was\n")}})
	for _, step := range []struct {
		name     string
		plan     site.Plan
		opt      site.Options
		rendered int
	}{
		{"first", base, plain, 19},
		{"same again", base, plain, 0},
		{"a title", retitled(base, "tk/services/s-1/", "New"), plain, 1},
		{"back", base, plain, -1},
		{"another title", retitled(base, "en/services/s-2/", "New"), plain, 1},
		{"shared values of one language", changedShared, plain, -1},
		{"style", changedTheme, plain, 19},
		{"texts of one language", changedText, plain, -1},
		{"a page that people wrote", changedContent, plain, -1},
		{"a page less", gone, plain, -1},
		{"precompressed", base, packed, 19},
		{"a title, precompressed", retitled(base, "tk/services/s-1/", "New"), packed, 1},
		{"plain again", base, plain, -1},
		{"a file for a folder", folderNow, plain, 0},
		{"a folder for a file", base, plain, 0},
	} {
		t.Run(step.name, func(t *testing.T) {
			report := mustBuild(t, step.plan, step.opt)
			if step.rendered >= 0 && report.Rendered != step.rendered {
				t.Errorf("%d pages rendered, want %d", report.Rendered, step.rendered)
			}
			same(t, out, step.plan, step.opt)
		})
	}
}

// TestDamageIsMended: whatever somebody did to the files of the published tree or
// to what is kept beside it, the next build makes it good.
func TestDamageIsMended(t *testing.T) {
	plan := small(6)
	beside := func(out string) string { return filepath.Join(filepath.Dir(out), ".public.elinde") }
	for name, harm := range map[string]func(t *testing.T, out string){
		"changed file": func(t *testing.T, out string) { overwrite(t, out+"/tk/index.html", "changed") },
		"missing file": func(t *testing.T, out string) { must(t, os.Remove(out+"/en/services/s-1/index.html")) },
		"no states":    func(t *testing.T, out string) { must(t, os.RemoveAll(beside(out)+"/states")) },
		"torn state": func(t *testing.T, out string) {
			for _, name := range names(t, beside(out)+"/states") {
				must(t, os.Truncate(beside(out)+"/states/"+name, 700))
			}
		},
		"flipped state": func(t *testing.T, out string) {
			for _, name := range names(t, beside(out)+"/states") {
				file := beside(out) + "/states/" + name
				data, err := os.ReadFile(file)
				must(t, err)
				data[len(data)/2] ^= 4
				must(t, os.WriteFile(file, data, 0o644))
			}
		},
		"harmed spare": func(t *testing.T, out string) {
			overwrite(t, beside(out)+"/spare/tk/index.html", "changed")
			overwrite(t, beside(out)+"/spare/tk/extra.html", "extra")
			must(t, os.RemoveAll(beside(out)+"/spare/en/services"))
			must(t, os.Symlink("/etc", beside(out)+"/spare/en/services"))
		},
		"left stage": func(t *testing.T, out string) {
			must(t, os.MkdirAll(beside(out)+"/stage/tk", 0o755))
			overwrite(t, beside(out)+"/stage/tk/x.html", "left")
		},
	} {
		t.Run(name, func(t *testing.T) {
			out := filepath.Join(t.TempDir(), "public")
			for _, title := range []string{"1", "2", "3"} {
				mustBuild(t, retitled(plan, "tk/services/s-0/", title), site.Options{Output: out})
			}
			harm(t, out)
			next := retitled(plan, "tk/services/s-0/", "3")
			mustBuild(t, next, site.Options{Output: out})
			same(t, out, next, site.Options{})
		})
	}
}

// TestSameTwiceKeepsPrevious: a build that changes nothing must not push the
// tree that Rollback is for out of its place.
func TestSameTwiceKeepsPrevious(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	a, b := small(2), retitled(small(2), "tk/", "Other")
	mustBuild(t, a, site.Options{Output: out})
	mustBuild(t, b, site.Options{Output: out})
	if r := mustBuild(t, b, site.Options{Output: out}); !r.Unchanged {
		t.Error("an equal tree was published again")
	}
	if _, _, err := site.Rollback(out, true, anyStamp); err != nil {
		t.Fatal(err)
	}
	same(t, out, a, site.Options{})
	if _, _, err := site.Rollback(out, true, anyStamp); err != nil {
		t.Fatal(err)
	}
	same(t, out, b, site.Options{})
}

// TestTwinsUnpack: a precompressed file holds the bytes of the file it stands
// beside.
func TestTwinsUnpack(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	mustBuild(t, small(3), site.Options{Output: out, Precompress: true})
	tree := treeOf(t, out)
	n := 0
	for file, data := range tree {
		for suffix, unpack := range unpackers {
			packed, ok := tree[file+suffix]
			if !ok {
				continue
			}
			n++
			if got := unpack(t, strings.NewReader(packed)); !bytes.Equal(got, []byte(data)) {
				t.Errorf("%s%s holds something else", file, suffix)
			}
		}
	}
	if n < 2*12 {
		t.Errorf("only %d precompressed files", n)
	}
}

func overwrite(t *testing.T, file, text string) {
	t.Helper()
	os.Remove(file) // not through a hard link into another tree
	must(t, os.WriteFile(file, []byte(text), 0o644))
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func names(t *testing.T, folder string) (list []string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	must(t, err)
	for _, e := range entries {
		list = append(list, e.Name())
	}
	return list
}
