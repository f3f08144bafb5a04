package treecheck

import (
	"slices"
	"testing"
)

// TestInlineCodeNeedsAPolicyOfItsOwn: the hash is that of "x", by
// printf x | openssl dgst -sha256 -binary | base64.
func TestInlineCodeNeedsAPolicyOfItsOwn(t *testing.T) {
	const hash = "'sha256-LXEWQrcmsEQBYnyp+6wy9chTD7GQPMTbAiWHF5IaSIE='"
	meta := func(policy string) string {
		return `<meta http-equiv="Content-Security-Policy" content="` + policy + `">`
	}
	for text, want := range map[string]string{
		meta("default-src 'none'; style-src "+hash) + `<style>x</style>`:                                               "",
		meta("default-src 'none'; script-src "+hash+"; base-uri 'none'") + `<script type="module">x</script>`:          "",
		meta("default-src 'none'; style-src "+hash) + `<style>y</style>`:                                               "inline-style",
		meta("default-src 'none'; script-src "+hash) + `<script>x</script><script>x </script>`:                         "inline-script",
		meta("default-src 'none'; script-src "+hash) + `<script></script>`:                                             "inline-script",
		meta("default-src 'none'; script-src "+hash) + `<p onclick="x">`:                                               "inline-handler",
		meta("default-src 'self'; script-src "+hash) + `<script>x</script>`:                                            "inline-script",
		meta("default-src 'none'; script-src 'unsafe-inline' "+hash) + `<script>x</script>`:                            "inline-script",
		meta("default-src 'none'; script-src "+hash+" https://x.example") + `<script>x</script>`:                       "inline-script",
		`<script>x</script>` + meta("default-src 'none'; script-src "+hash):                                            "inline-script",
		meta("default-src 'none'") + meta("default-src 'none'; script-src "+hash) + `<script>x</script>`:               "inline-script",
		meta("default-src 'none'; script-src "+hash) + `<script type="application/json">{}</script><script>x</script>`: "",
	} {
		s := Page("tk/index.html", []byte(top+text), rules, nil)
		if got := codes(s); want == "" && len(got) > 0 || want != "" && !slices.Contains(got, want) {
			t.Errorf("%s: %v, want %q", text, got, want)
		}
	}
}
