package site_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"elinde/site"
)

// TestCompareForetellsABuild compares plans with a published tree, and holds the
// answer to what the build then does.
func TestCompareForetellsABuild(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	opt := site.Options{Output: out}
	compare := func(plan site.Plan) site.Difference {
		t.Helper()
		d, problems, err := site.Compare(context.Background(), plan, opt)
		if err != nil || len(problems) > 0 {
			t.Fatal(err, problems)
		}
		return d
	}
	base := small(4)
	if d := compare(base); d.Build != "" || d.Compared || len(d.Added) != d.Pages || d.Pages == 0 {
		t.Errorf("without a published tree: %+v", d)
	}
	if _, err := os.Stat(filepath.Join(filepath.Dir(out), ".public.elinde")); err == nil {
		t.Error("comparing left something beside the output")
	}
	mustBuild(t, base, opt)
	if d := compare(base); !d.Compared || len(d.Added)+len(d.Changed)+len(d.Gone) > 0 {
		t.Errorf("the same plan differs: %+v", d)
	}
	var path string
	for page := range base.Pages[0] {
		path = page.Path
		break
	}
	changed := retitled(base, path, "another title")
	d := compare(changed)
	if fmt.Sprint(d.Changed, d.Added, d.Gone) != "["+path+"] [] []" {
		t.Errorf("a new title changes %+v", d)
	}
	if report := mustBuild(t, changed, opt); report.Rendered != len(d.Changed) {
		t.Errorf("%d pages were rendered, %d foretold", report.Rendered, len(d.Changed))
	}
	fewer := with(changed, func(p *site.Page) bool { return p.Path != path })
	if d := compare(fewer); fmt.Sprint(d.Changed, d.Added, d.Gone) != "[] [] ["+path+"]" {
		t.Errorf("a page less: %+v", d)
	}
	// What the pages were made from is forgotten: their addresses still tell.
	if err := os.RemoveAll(filepath.Join(filepath.Dir(out), ".public.elinde")); err != nil {
		t.Fatal(err)
	}
	if d := compare(fewer); d.Compared || fmt.Sprint(d.Gone) != "["+path+"]" {
		t.Errorf("without a state: %+v", d)
	}
}
