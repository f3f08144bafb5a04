package pipeline

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"elinde/generator/series"
	"elinde/themes"
)

// signLetters gives the letter that files have for each sign of pages.
func signLetters(t *testing.T, language string) map[string]string {
	t.Helper()
	messages, err := messagesOf(themes.Elinde(), language)
	if err != nil {
		t.Fatal(err)
	}
	letters := map[string]string{}
	for _, s := range series.Symbols {
		letters[messages["sign_"+string(s)]["other"]] = string(s)
	}
	if len(letters) != len(series.Symbols) {
		t.Errorf("%s: two symbols have one sign: %v", language, letters)
	}
	return letters
}

// readableSigns checks that what stands beside or instead of a figure is a word, not
// the letter of files (Russians read [c] and [p] as letters of their own), and that
// its meaning can be opened before the first table.
func readableSigns(t *testing.T, root, language string) {
	t.Helper()
	letter, cell, signs := regexp.MustCompile(`>\[[a-z]\]<`), regexp.MustCompile(`<td[^>]*>\s*<span class="?sym`), 0
	for _, room := range []string{"statistics", "compare", "releases"} {
		err := filepath.WalkDir(filepath.Join(root, language, room), func(name string, d fs.DirEntry, err error) error {
			if err != nil || !strings.HasSuffix(name, ".html") {
				return err
			}
			data, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			page := string(data)
			if found := letter.FindString(page); found != "" {
				t.Errorf("%s shows %s", name, found)
			}
			if cell.MatchString(page) {
				signs++
				if legend := strings.Index(page, `<details id="symbols"`); legend < 0 || legend > strings.Index(page, "<table") {
					t.Errorf("%s does not say above its tables what its signs mean", name)
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if signs == 0 {
		t.Errorf("%s: no page with a sign", language)
	}
}
