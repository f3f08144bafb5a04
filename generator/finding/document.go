package finding

import (
	"fmt"
	"regexp"
	"strings"
)

var placeholder = regexp.MustCompile(`\{([\w\\]+)\}`)

// Document gives the page docs/findings.md: each code, how bad it usually is,
// what it means and what to do, in English.
func Document() string {
	var b strings.Builder
	b.WriteString(`# Findings

What ` + "`check`" + ` and ` + "`build`" + ` may say about the exports, the configuration and the finished site.
This page is made from the catalogue of messages: run ` + "`go test ./generator/finding -update`" + `
after a change there.

An **error** stops a build and leaves the published site as it was. A **warning** is to be looked at.
A **note** records what was assumed or done. The policies of ` + "`config.toml`" + ` (` + "`faulty`" + `: stop, skip,
blank, keep-first) turn an error into a warning that says what was done instead.
Words in *italics* stand for what was found.
`)
	for _, severity := range []Severity{Error, Warning, Note} {
		title := strings.ToUpper(string(severity[:1])) + string(severity[1:]) + "s"
		fmt.Fprintf(&b, "\n## %s\n\n| code | what it says | what to do |\n|---|---|---|\n", title)
		for _, code := range Codes() {
			m := Texts(Fallback).entries[string(code)]
			if m.Severity == severity {
				fmt.Fprintf(&b, "| `%s` | %s | %s |\n", code, cell(m.Sentence), cell(m.Hint))
			}
		}
	}
	return b.String()
}

// cell prepares a message for a cell of a Markdown table.
func cell(s string) string {
	s = strings.NewReplacer("[[", "", "]]", "", "|", `\|`, "*", `\*`, "_", `\_`, "<", "&lt;").Replace(s)
	return placeholder.ReplaceAllStringFunc(s, func(p string) string { return "*" + strings.Trim(p, "{}") + "*" })
}
