package table

import (
	"testing"
	"testing/fstest"

	"elinde/generator/config"
	"elinde/generator/finding"
)

// What no byte of a text hints at is looked for in no cell.
func TestSurveySeesEveryTrace(t *testing.T) {
	for _, trace := range traces {
		if !survey(trace).garbled {
			t.Errorf("%q alone is not seen", trace)
		}
	}
}

// A cell of a column that is secret is masked however the header was found.
func TestReadPlainMasksWhatIsSecret(t *testing.T) {
	for name, text := range map[string]string{
		"plain":                  "phone;x\nÃ¤12345;2\n",
		"a line for Excel":       "sep=;\nphone;x\nÃ¤12345;2\n",
		"an invisible character": "\u200bphone;x\nÃ¤12345;2\n",
	} {
		isPhone := func(header string) bool { return header == "phone" }
		_, found := ReadPlain(fstest.MapFS{"a.csv": {Data: []byte(text)}}, "a.csv", isPhone, isPhone)
		seen := false
		for _, f := range found {
			if f.Code == finding.LettersGarbled {
				seen = true
				if f.Value != finding.Masked("Ã¤12345") {
					t.Errorf("%s: the finding shows %q", name, f.Value)
				}
			}
		}
		if !seen {
			t.Errorf("%s: nothing was found", name)
		}
	}
}

// A finding about a column names the line of the header.
func TestColumnsAreFoundWhereTheHeaderStands(t *testing.T) {
	set := config.Settings{Data: "data", Languages: []config.Language{{Code: "en"}}}
	for text, line := range map[string]int{"id,oddity\nx,y\n": 1, "sep=,\n\nid,oddity\nx,y\n": 3} {
		_, found, err := Read(fstest.MapFS{"places.csv": {Data: []byte(text)}}, set)
		if err != nil {
			t.Fatal(err)
		}
		codes := map[finding.Code]int{}
		for _, f := range found {
			codes[f.Code] = f.Line
		}
		for _, code := range []finding.Code{finding.ColumnMissing, finding.ColumnUnknown} {
			if codes[code] != line {
				t.Errorf("%q: %s stands on line %d, want %d", text, code, codes[code], line)
			}
		}
	}
}
