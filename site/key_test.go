package site_test

import (
	"path/filepath"
	"sync/atomic"
	"testing"

	"elinde/site"
)

// keyedBy gives every page of the plan a key and puts its params off; asked
// counts how many pages were asked for them.
func keyedBy(plan site.Plan, key string, asked *atomic.Int32) site.Plan {
	return with(plan, func(p *site.Page) bool {
		params := p.Params
		p.Key = []byte(key + p.Path)
		p.Params = func() any { asked.Add(1); return params }
		return true
	})
}

// TestKnownPagesAreNotPlanned builds again and again in one folder: pages are
// asked for their params only where key, title or templates changed, and the
// tree is that of a whole build.
func TestKnownPagesAreNotPlanned(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	opt := site.Options{Output: out}
	var asked, whole atomic.Int32
	again := func(what string, base site.Plan, key string, wantAsked, wantRendered int) {
		t.Helper()
		asked.Store(0)
		report := mustBuild(t, keyedBy(base, key, &asked), opt)
		if int(asked.Load()) != wantAsked || report.Rendered != wantRendered {
			t.Errorf("%s: %d pages asked for params, %d rendered; want %d and %d", what, asked.Load(), report.Rendered, wantAsked, wantRendered)
		}
		same(t, out, keyedBy(base, key, &whole), site.Options{})
	}
	all := mustBuild(t, keyedBy(small(6), "a", &asked), opt).Rendered
	planned := int(asked.Load())
	again("nothing changed", small(6), "a", 0, 0)
	again("other keys, same params", retitled(small(6), "tk/services/s-1/", "Another"), "b", planned, 1)
	again("another title", retitled(small(6), "tk/services/s-1/", "A third"), "b", 1, 1)
	other := small(6)
	other.Theme = overlay(t, map[string]string{"layouts/service.html": "<!DOCTYPE html><html lang=\"tk\"><title>x</title><p>{{ .Params.root }}</p></html>"})
	asked.Store(0)
	if report := mustBuild(t, keyedBy(other, "b", &asked), opt); report.Rendered != all {
		t.Errorf("another template: %d pages rendered, want %d", report.Rendered, all)
	}
}
