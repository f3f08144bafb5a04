package site_test

import (
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"elinde/site"
)

// TestHeavyPagesStopPublishing: a page above a budget is a problem with its weight,
// one to be printed whole is not, and unlimited budgets weigh nothing.
func TestHeavyPagesStopPublishing(t *testing.T) {
	long := html("<p>" + strings.Repeat("0123456789 qwertz ", 20) + "</p>")
	build := func(opt site.Options, page site.Page) []site.Problem {
		opt.Output = filepath.Join(t.TempDir(), "public")
		page.Path, page.Params = "en/x/", long
		_, problems, err := site.Build(t.Context(), adding(page), opt)
		if err != nil {
			t.Fatal(err)
		}
		return problems
	}
	for _, opt := range []site.Options{{}, {MaxPageBytes: 1 << 20, MaxScriptBytes: 1 << 20}} {
		if p := build(opt, site.Page{}); len(p) > 0 {
			t.Errorf("%+v: %v", opt, p)
		}
	}
	at := func(problems []site.Problem, code string) *site.Problem {
		i := slices.IndexFunc(problems, func(p site.Problem) bool { return p.Path == "en/x/index.html" && p.Code == code })
		if i < 0 {
			return nil
		}
		return &problems[i]
	}
	tight := site.Options{MaxPageBytes: 2, MaxScriptBytes: 1}
	problems := build(tight, site.Page{})
	for code, limit := range map[string]string{site.CodePageHeavy: "2", site.CodeScriptsHeavy: "1"} {
		p := at(problems, code)
		if p == nil || p.Args["limit"] != limit {
			t.Errorf("%s: %+v", code, p)
			continue
		}
		if n, err := strconv.Atoi(p.Args["bytes"]); err != nil || n < 20 || n > 2000 {
			t.Errorf("%s weighs %q bytes", code, p.Args["bytes"])
		}
	}
	problems = build(tight, site.Page{Long: true})
	if at(problems, site.CodePageHeavy) != nil || at(problems, site.CodeScriptsHeavy) != nil {
		t.Errorf("a page to be printed whole was weighed: %v", problems)
	}
}
