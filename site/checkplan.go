package site

import (
	"net/url"
	"regexp"
	"strings"

	"elinde/site/treecheck"
)

var languageCode = regexp.MustCompile(`^[a-z]{2,8}(-[a-z0-9]{1,8})*$`)

// checkPlan finds what is wrong with the plan as a whole, before anything is
// touched.
func (b *build) checkPlan() {
	u, err := url.Parse(b.plan.BaseURL)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || !strings.HasSuffix(u.Path, "/") || u.RawQuery != "" || u.Fragment != "" || u.User != nil {
		b.problem(Problem{Code: CodeBaseURL, Detail: b.plan.BaseURL})
	} else {
		b.base = u.Path
		b.rules.BasePath, b.rules.Host = u.Path, u.Host
	}
	if b.plan.Theme == nil {
		b.problem(Problem{Code: CodeTheme, Path: "layouts", Detail: "no theme"})
	}
	seen := map[string]bool{}
	for _, l := range b.plan.Languages {
		if !languageCode.MatchString(l.Code) || seen[l.Code] {
			b.problem(Problem{Code: CodeLanguage, Detail: l.Code})
		}
		seen[l.Code] = true
	}
	if len(seen) == 0 {
		b.problem(Problem{Code: CodeLanguage, Detail: "none"})
	}
	for _, f := range b.opt.Forbidden {
		if len(f) < 4 {
			b.problem(Problem{Code: CodeForbidden, Detail: f})
		}
	}
	b.rules.Forbidden = b.opt.Forbidden
	b.find = treecheck.NewFinder(b.opt.Forbidden)
}

// language gives a language of the plan by code.
func (b *build) language(code string) (Language, bool) {
	for _, l := range b.plan.Languages {
		if l.Code == code {
			return l, true
		}
	}
	return Language{}, false
}
