package downloads

import (
	"strings"
	"testing"

	"elinde/generator/programme"
)

// Sheets are called after their indicators as far as the format lets them: it knows no
// case, 31 characters and not every sign.
func TestSheetNames(t *testing.T) {
	p := &pivot{names: map[string]bool{}}
	long := strings.Repeat("long ", 10)
	for i, name := range []string{"Users", "USERS", "*/?", long, long + "er", "Notes: of all"} {
		got := p.sheetName(&programme.Indicator{ID: programme.IndicatorID("i-" + string(rune('1'+i))), Name: programme.Text{name}}, "Q", true)
		if want := []string{"Users", "i-2", "i-3", "long long long long long long…", "i-5", "Notes of all"}[i]; got != want {
			t.Errorf("%q: got %q, want %q", name, got, want)
		}
	}
	if got := p.name("NOTES OF ALL"); got != "NOTES OF ALL-2" {
		t.Errorf("got %q", got)
	}
}
