package hugo

import (
	"testing"

	"elinde/site/shard"
)

// TestLinkOne holds the rewriting of calls to its rule: only an action that
// prints a partial and does nothing else becomes a template of the caller.
func TestLinkOne(t *testing.T) {
	partials := map[string]string{
		"text.html": `{{ .t }}`,
		"card.html": `<b>{{ partial "text.html" .name }}</b>`,
	}
	const text, card = `{{ define "linked text.html" }}{{ .t }}{{ end }}`, `{{ define "linked card.html" }}<b>{{ template "linked text.html" .name }}</b>{{ end }}`
	for _, c := range []struct{ name, in, want string }{
		{"a call", `<p>{{ partial "text.html" .a }}</p>`, `<p>{{ template "linked text.html" .a }}</p>` + text},
		{"spaces are trimmed as before", ` {{- partial "text.html" .a -}} `, ` {{- template "linked text.html" .a -}} ` + text},
		{"an argument in brackets", `{{ partial "text.html" (dict "t" "}}" ) }}`, `{{ partial "text.html" (dict "t" "}}" ) }}`},
		{"twice", `{{ partial "text.html" . }}{{ partial "text.html" . }}`, `{{ template "linked text.html" . }}{{ template "linked text.html" . }}` + text},
		{"a call within a call", `{{ partial "card.html" . }}`, `{{ template "linked card.html" . }}` + card + text},
		{"a pipe behind it", `{{ partial "text.html" . | upper }}`, `{{ partial "text.html" . | upper }}`},
		{"its value is kept", `{{ $v := partial "text.html" . }}`, `{{ $v := partial "text.html" . }}`},
		{"cached", `{{ partialCached "text.html" . . }}`, `{{ partialCached "text.html" . . }}`},
		{"a computed name", `{{ partial $name . }}`, `{{ partial $name . }}`},
		{"an unknown partial", `{{ partial "other.html" . }}`, `{{ partial "other.html" . }}`},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := linkOne(c.in, partials); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

// TestLinkLeavesPartialsThatAreMore shows that a partial with a value or with
// templates of its own stays a partial.
func TestLinkLeavesPartialsThatAreMore(t *testing.T) {
	const caller = `{{ partial "one.html" . }}`
	for _, body := range []string{`{{ return 1 }}`, `{{ define "x" }}{{ end }}`, `{{- block "x" . }}{{ end }}`} {
		linked := link([]shard.Source{{Path: "layouts/page.html", Data: []byte(caller)}, {Path: "layouts/_partials/one.html", Data: []byte(body)}})
		if got := string(linked[0].Data); got != caller {
			t.Errorf("%s was linked: %s", body, got)
		}
	}
}
