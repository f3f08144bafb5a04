package search_test

import (
	"strings"
	"testing"

	"elinde/search"
)

func TestMark(t *testing.T) {
	for _, c := range []struct {
		language, text string
		words          []string
		want           string // hits in brackets
	}{
		{"tk", "Durmuş hyzmatlarynyň sanawy", []string{"hyzmat", "sana"}, "Durmuş [hyzmatlarynyň] [sanawy]"},
		{"en", "Care, cares and the caring.", []string{"care"}, "[Care], [cares] and the [caring]."},
		{"ru", "Уход на дому", []string{"на", "дом"}, "Уход на [дому]"},
		{"en", "<b>care</b> — 😀", []string{"care", "b"}, "<[b]>[care]</[b]> — 😀"},
		{"en", "nothing", nil, "nothing"},
		{"en", "", []string{"x"}, ""},
	} {
		var b strings.Builder
		for _, p := range search.Mark(c.text, c.words, c.language) {
			if p.Hit {
				p.Text = "[" + p.Text + "]"
			}
			b.WriteString(p.Text)
		}
		if b.String() != c.want {
			t.Errorf("%s %q with %q: %q, want %q", c.language, c.text, c.words, b.String(), c.want)
		}
	}
}
