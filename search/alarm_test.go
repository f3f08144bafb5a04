package search

import (
	"strings"
	"testing"
)

// TestAlarm holds what a text that tells of danger asks of a query.
func TestAlarm(t *testing.T) {
	for _, c := range []struct {
		text, query string
		want        bool
	}{
		{"my father hits", "hits me, my own father", true},
		{"father|mother afraid|scare*", "scared of mother", true},
		{"father|mother afraid|scare*", "scary mother", false},
		{"father|mother afraid|scare*", "afraid of dogs", false},
		{"self-harm", "harm my self", true},
		{"self-harm", "harm", false},
	} {
		pattern := alarmOf("en", c.text)
		if got := saidIn("en", []string{c.query}).tells(strings.Fields(pattern)); got != c.want {
			t.Errorf("%q (%s) of %q: %v, want %v", c.text, pattern, c.query, got, c.want)
		}
	}
}
