package analysis

import (
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// TestComposed: what passes the quick look is in NFC, whatever stands before it.
func TestComposed(t *testing.T) {
	passed := 0
	for c := range rune(0x30000) {
		if s := "a" + string(c) + "и" + string(c); utf8.ValidRune(c) && composed(s) {
			passed++
			if norm.NFC.String(s) != s {
				t.Errorf("%U is not composed", c)
			}
		}
	}
	if passed < 0x400 {
		t.Errorf("%d letters pass the quick look", passed)
	}
}
