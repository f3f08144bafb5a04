package dataset

import (
	"net/mail"
	"net/url"
	"regexp"
	"strings"

	"elinde/generator/finding"
	"elinde/generator/programme"
	"elinde/generator/weblink"
)

// form looks at one value and says what is wrong with it, nil where nothing is.
type form func(value string) *wrong

// wrong is what a form found. Part is the part of the value to show, "" for all.
type wrong struct {
	code     finding.Code
	severity finding.Severity
	part     string
	args     []string
}

func (w *wrong) shown(value string) string {
	if w.part != "" {
		return w.part
	}
	return value
}

func bad(code finding.Code, args ...string) *wrong {
	return &wrong{code: code, severity: finding.Error, args: args}
}

func doubtful(code finding.Code, part string) *wrong {
	return &wrong{code: code, severity: finding.Warning, part: part}
}

// forms gives the forms that a column's values must have by its tag.
func (r *report) forms(table string, spec *programme.Column) []form {
	var list []form
	for _, rule := range spec.Rules {
		switch rule.Name {
		case "id":
			list = append(list, matching(isID, finding.IDInvalid), matching(noDevice, finding.IDReserved))
		case "code":
			list = append(list, matching(isCode, finding.CodeInvalid), matching(noDevice, finding.IDReserved))
		case "slug":
			list = append(list, matching(isSlug, finding.SlugInvalid))
		case "release":
			list = append(list, periodForm(finding.ReleaseIDInvalid))
		case "period":
			list = append(list, periodForm(finding.PeriodInvalid))
		case "partial-date":
			list = append(list, matching(isPartialDate, finding.PartialDateInvalid))
		case "email":
			list = append(list, matching(isEmail, finding.EmailInvalid))
		case "url":
			list = append(list, webAddress)
		case "phone":
			list = append(list, r.phone())
		case "enum":
			list = append(list, oneOf(spec.Name, strings.Split(rule.Value, "|")))
		case "term":
			list = append(list, r.term(rule.Value))
		case "ref":
			list = append(list, r.reference(rule.Value))
		case "dimension":
			list = append(list, r.dimension(rule.Value))
		}
	}
	if len(list) == 0 && (spec.IsText() || spec.Type.Kind().String() == "string") {
		list = append(list, plainText(spec.Rules.Has("markdown")))
	}
	if table == "terms" && spec.Name == "parent_id" {
		return nil // its scheme is the row's own: see identities
	}
	return list
}

func matching(ok func(string) bool, code finding.Code) form {
	return func(value string) *wrong {
		if ok(value) {
			return nil
		}
		return bad(code)
	}
}

// made reports whether s has 1 to 64 bytes, all of which satisfy ok.
func made(s string, ok func(b byte) bool) bool {
	if s == "" || len(s) > 64 {
		return false
	}
	for i := range len(s) {
		if !ok(s[i]) {
			return false
		}
	}
	return true
}

func small(b byte) bool { return b >= 'a' && b <= 'z' || b >= '0' && b <= '9' }

func isID(s string) bool {
	return made(s, func(b byte) bool { return small(b) || b == '-' }) && s[0] != '-'
}

// noDevice refuses ids that Windows takes for a device: no file can bear such a
// name there, and ids become addresses of pages.
func noDevice(s string) bool { return !device.MatchString(s) }

var device = regexp.MustCompile(`(?i)^(con|prn|aux|nul|com[1-9]|lpt[1-9])$`)

func isCode(s string) bool {
	return made(s, func(b byte) bool { return small(b) || b >= 'A' && b <= 'Z' || b == '-' || b == '_' })
}

func isSlug(s string) bool {
	return made(s, func(b byte) bool { return small(b) || b == '-' || b == '_' })
}

func periodForm(code finding.Code) form {
	return func(value string) *wrong {
		if _, ok := programme.ParsePeriod(value); ok {
			return nil
		}
		return bad(code, "suggestion", meantPeriod(value))
	}
}

var partialDate = regexp.MustCompile(`^\d{4}(-\d{2}(-\d{2})?)?$`)

func isPartialDate(s string) bool {
	if !partialDate.MatchString(s) {
		return false
	}
	var d programme.Date
	return d.UnmarshalCSV(s+"-01-01"[:10-len(s)]) == nil
}

func isEmail(s string) bool {
	a, err := mail.ParseAddress(s)
	if err != nil || a.Address != s {
		return false
	}
	_, domain, _ := strings.Cut(s, "@")
	return strings.Contains(strings.Trim(domain, "."), ".")
}

// webAddress takes absolute http and https addresses. Whatever else has a scheme
// may do something when it is followed, and is named as such.
func webAddress(value string) *wrong {
	u, err := url.Parse(strings.TrimSpace(value))
	switch {
	case err == nil && (u.Scheme == "http" || u.Scheme == "https"):
		if u.Host != "" && strings.Contains(u.Hostname(), ".") && !strings.ContainsAny(value, " \"<>") {
			if weblink.Misleading(value) {
				return bad(finding.URLMisleading)
			}
			return nil
		}
		return bad(finding.URLInvalid)
	case err == nil && u.Scheme != "" && !strings.Contains(u.Scheme, "."):
		return bad(finding.URLUnsafe)
	}
	return bad(finding.URLInvalid)
}

// phone compares with phone_pattern of config.toml, which a blank one or a
// faulty one switches off (package config reports the latter).
func (r *report) phone() form {
	pattern, err := regexp.Compile(`^(?:` + r.settings.PhonePattern + `)$`)
	if r.settings.PhonePattern == "" || err != nil {
		return func(string) *wrong { return nil }
	}
	want := shapeOf(r.settings.PhonePattern)
	return func(value string) *wrong {
		if pattern.MatchString(value) {
			return nil
		}
		return &wrong{code: finding.PhoneInvalid, severity: finding.Warning,
			args: []string{"digits", digits(value), "want", want, "expected", digits(want)}}
	}
}

func oneOf(column string, allowed []string) form {
	provisional := "" // its meaning is told with those of the other usual ones
	if column == "obs_status" {
		provisional = "P"
	}
	return func(value string) *wrong {
		for _, a := range allowed {
			if a == value {
				return nil
			}
		}
		return bad(finding.ChoiceUnknown, "provisional", provisional, "allowed", strings.Join(allowed, ", "), "suggestion", meantCode(column, value, allowed))
	}
}
