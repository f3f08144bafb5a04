package hsds

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
)

// TestText: a string that is written as it is, is what an encoder of JSON writes.
func TestText(t *testing.T) {
	for _, s := range []string{"", "ordinary", "çäöş – „пять“", `"`, `\`, "\n", "\x00", "\x7f", "<&>", "\u2028", "a\u2029b", "\xff", "\ufffd", "\U0001f600"} {
		var got, want bytes.Buffer
		text(&got, s)
		e := json.NewEncoder(&want)
		e.SetEscapeHTML(false)
		if err := e.Encode(strings.ToValidUTF8(s, "\ufffd")); err != nil {
			t.Fatal(err)
		}
		if got.String()+"\n" != want.String() {
			t.Errorf("%q is written %s, not %s", s, got.Bytes(), want.Bytes())
		}
	}
}
