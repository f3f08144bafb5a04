package hugo

import (
	"testing"

	"elinde/site/shard"
)

// TestFold holds folding to its rule: only words that mean the same wherever
// they stand are written into a template.
func TestFold(t *testing.T) {
	const texts = `
home = "Baş sahypa"
[open]
other = "Açyk, häzir"
[days]
one = "gün"
other = "günler"
[of]
other = "{{ .n }} sahypa"
[quoted]
other = "a \"b\""
[tag]
other = "<b>"
[address]
other = "https://example.org/"
[edge]
other = "ahyrynda "
`
	for _, c := range []struct{ name, in, want string }{
		{"in text", `<p>{{ i18n "open" }}</p>`, `<p>Açyk, häzir</p>`},
		{"a flat text", `{{ i18n "home" }}`, `Baş sahypa`},
		{"in an attribute", `<a title="{{ i18n "open" }}">`, `<a title="Açyk, häzir">`},
		{"an attribute without quotes", `<a title={{ i18n "open" }}>`, `<a title={{ i18n "open" }}>`},
		{"in an address", `<a href="{{ i18n "open" }}">`, `<a href="{{ i18n "open" }}">`},
		{"behind an address", `<a href="x">{{ i18n "open" }}</a>`, `<a href="x">Açyk, häzir</a>`},
		{"plural forms", `{{ i18n "days" }}`, `{{ i18n "days" }}`},
		{"a value", `{{ i18n "open" 3 }}`, `{{ i18n "open" 3 }}`},
		{"a placeholder", `{{ i18n "of" }}`, `{{ i18n "of" }}`},
		{"quotes", `{{ i18n "quoted" }}`, `{{ i18n "quoted" }}`},
		{"markup", `{{ i18n "tag" }}`, `{{ i18n "tag" }}`},
		{"an address", `<a href="{{ i18n "address" }}">`, `<a href="{{ i18n "address" }}">`},
		{"a space at the end", `{{ i18n "edge" }}`, `{{ i18n "edge" }}`},
		{"a missing text", `{{ i18n "none" }}`, `{{ i18n "none" }}`},
		{"trimmed spaces", ` {{- i18n "open" -}} `, ` {{- i18n "open" -}} `},
		{"an argument", `{{ partial "x" (i18n "open") }}`, `{{ partial "x" (i18n "open") }}`},
		{"a script", `<script type="application/json">[{{ i18n "open" }}]</script>`, `<script type="application/json">[{{ i18n "open" }}]</script>`},
		{"two in a row", `{{ i18n "home" }}{{ i18n "open" }}`, `Baş sahypaAçyk, häzir`},
	} {
		t.Run(c.name, func(t *testing.T) {
			folded := fold([]shard.Source{{Path: "i18n/tk.toml", Data: []byte(texts)}, {Path: "layouts/page.html", Data: []byte(c.in)}}, "tk")
			if got := string(folded[1].Data); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}
