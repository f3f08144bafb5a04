package table

import (
	"fmt"
	"testing"
	"testing/fstest"

	"elinde/generator/config"
	"elinde/generator/finding"
)

// TestNumber shows that cells with line breaks, blank lines and CRLF do not
// shift the row that an official sees.
func TestNumber(t *testing.T) {
	file := "id,kind,name_en\r\na,state,\"one\r\ntwo\"\r\n\r\nb,state,x\r\nc,state,\"1\r\n2\r\n3\"\r\nd,state,y\r\n"
	s := config.Settings{Languages: []config.Language{{Code: "en"}}, Data: "data"}
	r, _, err := Read(fstest.MapFS{"providers.csv": {Data: []byte(file)}}, s)
	if err != nil {
		t.Fatal(err)
	}
	want := []int{2, 4, 5, 6}
	for i, p := range r.Tables.Providers {
		found := []finding.Finding{{File: p.File, Line: p.Line}}
		r.Number(found)
		back := []finding.Finding{{File: p.File, Line: 1, Args: map[string]string{"first_line": fmt.Sprint(p.Line)}}}
		r.Number(back)
		if got := back[0].Args["first_line"]; got != fmt.Sprint(want[i]) {
			t.Errorf("a finding that points back to line %d says row %s, want %d", p.Line, got, want[i])
		}
		if found[0].Row != want[i] {
			t.Errorf("provider %s on line %d is row %d, want %d", p.ID, p.Line, found[0].Row, want[i])
		}
	}
}
