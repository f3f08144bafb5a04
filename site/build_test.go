package site_test

import (
	"path/filepath"
	"strings"
	"testing"

	"elinde/site"
)

func mustBuild(t *testing.T, plan site.Plan, opt site.Options) site.Report {
	t.Helper()
	report, problems, err := site.Build(t.Context(), plan, opt)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range problems {
		t.Errorf("%s: %s: %s", p.Path, p.Code, p.Detail)
	}
	if t.Failed() {
		t.FailNow()
	}
	return report
}

func TestBuildMakesTheTree(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	report := mustBuild(t, small(3), site.Options{Output: out, Info: map[string]string{"as_of": "2026-11-22"}})
	tree := treeOf(t, out)
	if want := 2*(2+3+1) + 1; report.Pages != want || report.Rendered != want {
		t.Errorf("%d pages, %d rendered, want %d", report.Pages, report.Rendered, want)
	}
	for file, want := range map[string]string{
		"index.html":                 `href="tk/"`,
		"tk/index.html":              "Salam 3 gün",
		"en/404.html":                `href="/demo/en/"`,
		"en/services/s-1/index.html": "&lt;b&gt;text&lt;/b&gt; {{ now }}",
		"tk/services/s-2/index.html": `href="../../../tk/services/s-0/#main"`,
		"en/about/index.html":        `<h2 id="what-it-is">`,
		"sitemap.xml":                `<loc>https://example.org/demo/en/services/s-1/</loc><xhtml:link rel="alternate" hreflang="tk" href="https://example.org/demo/tk/services/s-1/"/>`,
		"robots.txt":                 "Sitemap: https://example.org/demo/sitemap.xml",
		"build.json":                 `"as_of": "2026-11-22"`,
		"data/list.csv":              "1,a",
		"assets/leaf.svg":            "<svg",
	} {
		if !strings.Contains(tree[file], want) {
			t.Errorf("%s has no %s:\n%s", file, want, tree[file])
		}
	}
	if strings.Contains(tree["sitemap.xml"], "404") {
		t.Error("the sitemap lists a 404 page")
	}
}
