package table

import (
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/text/encoding/charmap"

	"elinde/generator/config"
	"elinde/generator/finding"
)

// TestLettersThatAnEncodingLacks: Turkmen texts out of a windows-1251 file have
// lost letters even where none shows it; a file with Russian texts alone is fine.
func TestLettersThatAnEncodingLacks(t *testing.T) {
	s := config.Settings{Data: "data", Languages: []config.Language{
		{Code: "tk", Alphabet: "a b ç d ş"}, {Code: "ru", Alphabet: "а б в"}}}
	for name, c := range map[string]struct {
		tk   string
		want int
	}{
		"look-alikes": {strings.Repeat("Durmus hyzmatlary bolumi. ", 5), 1},
		"blank":       {"", 0},
		"a name":      {"Mary", 0},
	} {
		text := "id,kind,name_tk,name_ru\np,state," + c.tk + ",Отдел социальной защиты населения\n"
		raw, err := charmap.Windows1251.NewEncoder().String(text)
		if err != nil {
			t.Fatal(err)
		}
		_, found, err := Read(fstest.MapFS{"providers.csv": {Data: []byte(raw)}}, s)
		if err != nil {
			t.Fatal(err)
		}
		if got := tally(found)[finding.LettersImpossible]; got != c.want {
			t.Errorf("%s: %d findings, want %d: %v", name, got, c.want, found)
		}
	}
}
