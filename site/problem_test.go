package site_test

import (
	"bytes"
	"compress/gzip"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"elinde/site"
)

// adding gives the small plan one more page.
func adding(p site.Page) site.Plan {
	plan := small(2)
	if p.Layout == "" {
		p.Layout = "plain"
	}
	if p.Language == "" {
		p.Language = "en"
	}
	if p.Title == "" {
		p.Title = "Title"
	}
	plan.Pages = append(plan.Pages, slices.Values([]site.Page{p}))
	return plan
}

func html(text string) map[string]any { return map[string]any{"days": 1, "html": text} }

func withTheme(t *testing.T, files map[string]string) site.Plan {
	plan := small(2)
	plan.Theme = overlay(t, files)
	return plan
}

func files(list ...site.File) site.Plan {
	plan := small(2)
	plan.Files = slices.Values(list)
	return plan
}

func edit(change func(p *site.Plan)) site.Plan {
	plan := small(2)
	change(&plan)
	return plan
}

func gzipped(text string) string {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	w.Write([]byte(text))
	w.Close()
	return b.String()
}

// TestProblemsStopPublishing makes one fault of each kind: it is reported under
// its code and what was published stays.
func TestProblemsStopPublishing(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	mustBuild(t, small(2), site.Options{Output: out})
	before := treeOf(t, out)
	for name, c := range map[string]struct {
		plan site.Plan
		code string
	}{
		"upper case":           {adding(site.Page{Path: "en/Upper/"}), site.CodePathInvalid},
		"way out":              {adding(site.Page{Path: "en/../../x/"}), site.CodePathInvalid},
		"absolute":             {adding(site.Page{Path: "/etc/x/"}), site.CodePathInvalid},
		"hidden":               {adding(site.Page{Path: "en/.x/"}), site.CodePathInvalid},
		"NUL":                  {adding(site.Page{Path: "en/a\x00b/"}), site.CodePathInvalid},
		"scheme":               {adding(site.Page{Path: "javascript:alert(1)"}), site.CodePathInvalid},
		"device":               {adding(site.Page{Path: "en/con/"}), site.CodePathInvalid},
		"long":                 {adding(site.Page{Path: "en/" + strings.Repeat("a", 250) + "/"}), site.CodePathLong},
		"reserved page":        {adding(site.Page{Path: "build.json"}), site.CodePathReserved},
		"reserved file":        {files(site.File{Path: "robots.txt"}), site.CodePathReserved},
		"page twice":           {adding(site.Page{Path: "en/"}), site.CodePathTwice},
		"file twice":           {files(site.File{Path: "data/x.csv"}, site.File{Path: "data/x.csv"}), site.CodePathTwice},
		"file in a page's way": {files(site.File{Path: "en"}), site.CodePathTwice},
		"page below a file":    {files(site.File{Path: "x"}, site.File{Path: "x/y"}), site.CodePathTwice},
		"language":             {adding(site.Page{Path: "de/", Language: "de"}), site.CodeLanguage},
		"written language":     {edit(func(p *site.Plan) { p.Written = contentWith(t, "de/privacy.md", "+++\ntitle = \"x\"\n+++\n") }), site.CodeLanguage},
		"language code":        {edit(func(p *site.Plan) { p.Languages[0].Code = "../x" }), site.CodeLanguage},
		"language twice":       {edit(func(p *site.Plan) { p.Languages[0].Code = "en" }), site.CodeLanguage},
		"address":              {edit(func(p *site.Plan) { p.BaseURL = "example.org" }), site.CodeBaseURL},
		"params":               {adding(site.Page{Path: "en/x/", Params: []string{"list"}}), site.CodeParams},
		"layout":               {adding(site.Page{Path: "en/x/", Layout: "none"}), site.CodeLayoutUnknown},
		"style sheet":          {withTheme(t, map[string]string{"components/base/base.css": "a { color: red"}), site.CodeTheme},
		"script":               {withTheme(t, map[string]string{"assets/js/menu.js": "let = ;"}), site.CodeTheme},
		"script from outside":  {withTheme(t, map[string]string{"assets/js/menu.js": `import "https://example.com/x.js"`}), site.CodeTheme},
		"texts":                {withTheme(t, map[string]string{"i18n/en/more.toml": "hello = \"again\""}), site.CodeTheme},
		"written page":         {edit(func(p *site.Plan) { p.Written = contentWith(t, "en/about.md", "no head") }), site.CodeContent},
		"shortcode": {edit(func(p *site.Plan) {
			p.Written = contentWith(t, "en/about.md", "+++\ntitle = \"x\"\n+++\n\n{{< none >}}\n")
		}), site.CodeShortcode},
		"template":             {withTheme(t, map[string]string{"layouts/plain.html": "{{ .Nothing }}"}), site.CodeTemplate},
		"template syntax":      {withTheme(t, map[string]string{"layouts/plain.html": "{{ if }}"}), site.CodeTemplate},
		"program":              {withTheme(t, map[string]string{"layouts/plain.html": `{{ define "main" }}{{ os.Getenv "PATH" }}{{ end }}`}), site.CodeTemplate},
		"network":              {withTheme(t, map[string]string{"layouts/plain.html": `{{ define "main" }}{{ resources.GetRemote "https://example.org/x" }}{{ end }}`}), site.CodeTemplate},
		"link":                 {adding(site.Page{Path: "en/x/", Params: html(`<a href="../none/">x</a>`)}), site.CodeLinkBroken},
		"link in alternates":   {adding(site.Page{Path: "en/x/", Alternates: []site.Alternate{{Language: "tk", Path: "tk/none/"}}}), site.CodeLinkBroken},
		"anchor":               {adding(site.Page{Path: "en/x/", Params: html(`<a href="../about/#none">x</a>`)}), site.CodeAnchorMissing},
		"own anchor":           {adding(site.Page{Path: "en/x/", Params: html(`<a href="#none">x</a>`)}), site.CodeAnchorMissing},
		"link out":             {adding(site.Page{Path: "en/x/", Params: html(`<a href="../../../x">x</a>`)}), site.CodeLinkOutside},
		"link beside base":     {adding(site.Page{Path: "en/x/", Params: html(`<a href="/other/">x</a>`)}), site.CodeLinkOutside},
		"malformed":            {adding(site.Page{Path: "en/x/", Params: html(`<a href="http://[x">x</a>`)}), site.CodeLinkMalformed},
		"javascript":           {adding(site.Page{Path: "en/x/", Params: html(`<a href=" JaVaScript:alert(1)">x</a>`)}), site.CodeLinkScheme},
		"data":                 {adding(site.Page{Path: "en/x/", Params: html(`<img alt="" src="data:image/png;base64,AA">`)}), site.CodeLinkScheme},
		"third party":          {adding(site.Page{Path: "en/x/", Params: html(`<img alt="" src="https://example.com/x.png">`)}), site.CodeThirdParty},
		"third party, bare":    {adding(site.Page{Path: "en/x/", Params: html(`<img alt="" src="//example.com/x.png">`)}), site.CodeThirdParty},
		"form elsewhere":       {adding(site.Page{Path: "en/x/", Params: html(`<form action="https://example.com/"></form>`)}), site.CodeThirdParty},
		"id":                   {adding(site.Page{Path: "en/x/", Params: html(`<p id="main">x</p>`)}), site.CodeIDDuplicate},
		"html lang":            {withTheme(t, map[string]string{"layouts/baseof.html": `<!doctype html><html><title>x</title>`}), site.CodePageLang},
		"title":                {withTheme(t, map[string]string{"layouts/baseof.html": `<!doctype html><html lang="en"><title> </title>`}), site.CodePageTitle},
		"alt":                  {adding(site.Page{Path: "en/x/", Params: html(`<img src="../../assets/leaf.svg">`)}), site.CodeAltMissing},
		"style attribute":      {adding(site.Page{Path: "en/x/", Params: html(`<p style="color:red">x</p>`)}), site.CodeInlineStyle},
		"style element":        {adding(site.Page{Path: "en/x/", Params: html(`<style>p{}</style>`)}), site.CodeInlineStyle},
		"inline script":        {adding(site.Page{Path: "en/x/", Params: html(`<script>1</script>`)}), site.CodeInlineScript},
		"handler":              {adding(site.Page{Path: "en/x/", Params: html(`<p onclick="x()">x</p>`)}), site.CodeInlineHandler},
		"base":                 {adding(site.Page{Path: "en/x/", Params: html(`<base href="/x/">`)}), site.CodeBaseElement},
		"refresh":              {adding(site.Page{Path: "en/x/", Params: html(`<meta http-equiv="refresh" content="0">`)}), site.CodeMetaRefresh},
		"text":                 {withTheme(t, map[string]string{"i18n/tk/base.toml": "x = \"x\""}), site.CodeTextMissing},
		"refused value":        {withTheme(t, map[string]string{"layouts/plain.html": `{{ define "main" }}<a href="{{ "javascript:x" }}">x</a>{{ end }}`}), site.CodeValueUnsafe},
		"forbidden":            {adding(site.Page{Path: "en/x/", Params: html(`<p>canary-17</p>`)}), site.CodeForbiddenString},
		"forbidden, escaped":   {adding(site.Page{Path: "en/x/", Params: map[string]any{"days": 1, "text": "o'canary+1"}}), site.CodeForbiddenString},
		"drawing with script":  {withTheme(t, map[string]string{"static/logo.svg": `<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>`}), site.CodeInlineScript},
		"drawing, handler":     {withTheme(t, map[string]string{"static/logo.svg": `<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>`}), site.CodeInlineHandler},
		"drawing from there":   {withTheme(t, map[string]string{"static/logo.svg": `<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink"><image x:href="https://example.com/x.png"/></svg>`}), site.CodeThirdParty},
		"drawing, broken":      {withTheme(t, map[string]string{"static/logo.svg": `<svg><p></svg>`}), site.CodeFileUnreadable},
		"page in static":       {withTheme(t, map[string]string{"static/own.html": `<!doctype html><html lang="en"><title>x</title><p onclick="x()">`}), site.CodeInlineHandler},
		"link in static":       {withTheme(t, map[string]string{"static/own.htm": `<!doctype html><html lang="en"><title>x</title><a href="none.html">x</a>`}), site.CodeLinkBroken},
		"page without a name":  {withTheme(t, map[string]string{"static/own": `<html lang="en"><title>x</title><script>1</script>`}), site.CodeInlineScript},
		"packed by xz":         {withTheme(t, map[string]string{"static/x.xz": "\xfd7zXZ\x00"}), site.CodeFileUnreadable},
		"forbidden, packed":    {withTheme(t, map[string]string{"static/x.gz": gzipped("canary-17")}), site.CodeForbiddenString},
		"forbidden, disguised": {adding(site.Page{Path: "en/x/", Params: html(`<p>14, <b>Quiet</b>&nbsp;STREET</p>`)}), site.CodeForbiddenString},
		"forbidden as a name":  {files(site.File{Path: "data/14-quiet-street.csv", Data: []byte("1\n")}), site.CodeForbiddenString},
		"forbidden in a file":  {files(site.File{Path: "data/x.csv", Data: []byte("1,canary-17\n")}), site.CodeForbiddenString},
	} {
		t.Run(name, func(t *testing.T) {
			_, problems, err := site.Build(t.Context(), c.plan, site.Options{Output: out, Forbidden: []string{"canary-17", "o'canary+1", "text:14 Quiet Street"}})
			if err != nil {
				t.Fatal(err)
			}
			if !slices.ContainsFunc(problems, func(p site.Problem) bool { return p.Code == c.code }) {
				t.Errorf("no %s in %v", c.code, problems)
			}
		})
	}
	after := treeOf(t, out)
	for file := range before {
		if before[file] != after[file] {
			t.Errorf("%s was changed by builds with problems", file)
		}
	}
	if len(after) != len(before) {
		t.Errorf("%d files, before %d", len(after), len(before))
	}
}

// TestForbiddenInKeptPages: a string that becomes forbidden is found in pages
// that are not rendered again.
func TestForbiddenInKeptPages(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	mustBuild(t, small(2), site.Options{Output: out})
	_, problems, err := site.Build(t.Context(), small(2), site.Options{Output: out, Forbidden: []string{"Service 1"}})
	must(t, err)
	if len(problems) != 2 || problems[0].Code != site.CodeForbiddenString {
		t.Errorf("problems %v, want two %s", problems, site.CodeForbiddenString)
	}
	if _, _, err := site.Build(t.Context(), small(2), site.Options{Output: out}); err != nil {
		t.Error(err)
	}
}

// TestKeptPagesLinkToRemoved: a page that did not change is reported when what
// it links to is gone.
func TestKeptPagesLinkToRemoved(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	mustBuild(t, small(4), site.Options{Output: out})
	gone := with(small(4), func(p *site.Page) bool { return p.Path != "en/services/s-3/" })
	_, problems, err := site.Build(t.Context(), gone, site.Options{Output: out})
	must(t, err)
	if !slices.ContainsFunc(problems, func(p site.Problem) bool {
		return p.Code == site.CodeLinkBroken && p.Path == "en/services/s-2/index.html"
	}) {
		t.Errorf("no broken link in %v", problems)
	}
}

func TestForeignFolderIsRefused(t *testing.T) {
	out := t.TempDir()
	overwrite(t, out+"/letter.txt", "mine")
	if _, _, err := site.Build(t.Context(), small(2), site.Options{Output: out}); err == nil {
		t.Error("a folder with other files was taken over")
	}
	if got := treeOf(t, out); got["letter.txt"] != "mine" || len(got) != 1 {
		t.Errorf("the folder now has %d files", len(got))
	}
}

// TestTemplatesReadNoFiles: a template that asks for a file of the machine gets
// nothing.
func TestTemplatesReadNoFiles(t *testing.T) {
	out := filepath.Join(t.TempDir(), "public")
	plan := withTheme(t, map[string]string{"layouts/root.html": `{{ define "main" }}[{{ os.ReadFile "/etc/passwd" }}|{{ os.FileExists "/etc" }}|{{ os.FileExists "/tmp" }}]{{ end }}`})
	plan.Pages = append(plan.Pages, slices.Values([]site.Page{{Path: "en/x/", Layout: "root", Language: "en", Title: "x"}}))
	mustBuild(t, plan, site.Options{Output: out})
	if got := treeOf(t, out)["en/x/index.html"]; !strings.Contains(got, "[|false|false]") {
		t.Errorf("the page reads %s", got)
	}
}

// TestTemplateFaultNamesPlace: who wrote a template is told its file, line and
// the page that failed.
func TestTemplateFaultNamesPlace(t *testing.T) {
	for name, c := range map[string]struct {
		files        map[string]string
		path, detail string
	}{
		"layout":    {map[string]string{"layouts/plain.html": "{{ define \"main\" }}\n{{ .Nothing.x }}{{ end }}"}, "layouts/plain.html", "2:11: "},
		"component": {map[string]string{"components/card/card.html": "{{ .root.none }}"}, "components/card/card.html", "template: "},
		"syntax":    {map[string]string{"layouts/plain.html": "{{ if }}"}, "layouts/plain.html", "1:1: "},
	} {
		_, problems, err := site.Build(t.Context(), withTheme(t, c.files), site.Options{Output: filepath.Join(t.TempDir(), "public")})
		must(t, err)
		if len(problems) == 0 || problems[0].Path != c.path || !strings.HasPrefix(problems[0].Detail, c.detail) {
			t.Errorf("%s: %v", name, problems)
		}
		if len(problems) > 0 && name != "syntax" && !strings.HasSuffix(problems[0].Args["page"], ".html") {
			t.Errorf("%s: no page in %v", name, problems[0].Args)
		}
	}
}
