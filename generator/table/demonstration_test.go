package table

import (
	"os"
	"testing"
	"testing/fstest"

	"golang.org/x/text/encoding/charmap"

	"elinde/generator/finding"
)

func TestTheDemonstrationIsReadWithoutAFinding(t *testing.T) {
	set := demonstration(t)
	records, found, err := Read(Open(set), set)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range found {
		t.Errorf("%+v", f)
	}
	if len(records.Tables.Services) < 150 || len(records.Tables.Outlines) != 5 {
		t.Errorf("%d services, %d outlines", len(records.Tables.Services), len(records.Tables.Outlines))
	}
	balance(t, records)
}

// What a Russian Windows makes of each table of the demonstration: every column
// of Turkmen is reported, and none of Russian is.
func TestLettersLostByARussianExportAreFound(t *testing.T) {
	set := demonstration(t)
	for _, name := range []string{"services", "terms", "providers", "helplines"} {
		raw, err := os.ReadFile("../../data/" + name + ".csv")
		if err != nil {
			t.Fatal(err)
		}
		_, found, err := Read(fstest.MapFS{name + ".csv": {Data: russianWindows(string(raw))}}, set)
		if err != nil {
			t.Fatal(err)
		}
		columns := map[string]bool{}
		for _, f := range found {
			if f.Code == finding.LettersLost {
				columns[f.Column] = true
			}
		}
		if !columns["name_tk"] || columns["name_ru"] {
			t.Errorf("%s: letters are said to be lost in %v", name, columns)
		}
	}
}

// russianWindows encodes as Excel does: "?" for what windows-1251 does not have.
func russianWindows(text string) []byte {
	var out []byte
	for _, r := range text {
		b, ok := charmap.Windows1251.EncodeRune(r)
		if !ok {
			b = '?'
		}
		out = append(out, b)
	}
	return out
}
