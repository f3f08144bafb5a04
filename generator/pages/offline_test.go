package pages

import (
	"strings"
	"testing"

	"elinde/themes"
)

// TestWhatIsCarriedAwayHasNoSensitiveService plans the small country, which has
// one, and one at a place that nobody may know.
func TestWhatIsCarriedAwayHasNoSensitiveService(t *testing.T) {
	s := tinySettings()
	asked := 0
	plan, err := Plan(tiny(t, s), s, themes.Elinde(), nil, Options{Index: func(language string, at map[string]string) ([]byte, error) {
		asked++
		for id := range at {
			if strings.Contains(id, "s-1a2b") {
				t.Errorf("the index of a file in %s holds %s", language, id)
			}
		}
		return []byte(`{}`), nil
	}})
	if err != nil {
		t.Fatal(err)
	}
	files := 0
	for f := range plan.Files {
		if !strings.Contains(f.Path, "/offline/") {
			continue
		}
		files++
		if page := string(f.Data); strings.Contains(page, "s-1a2b") || !strings.Contains(page, `id="helplines"`) {
			t.Errorf("%s holds a sensitive service, or no helplines", f.Path)
		}
	}
	if files == 0 || files != asked {
		t.Errorf("%d files, of which %d asked for an index", files, asked)
	}
}
