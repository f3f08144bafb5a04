package cli

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"elinde/generator/checklist"
	"elinde/generator/difference"
)

// TestTexts holds the catalogues together: the same keys and placeholders in
// every language, and every key that the code asks for.
func TestTexts(t *testing.T) {
	placeholder := regexp.MustCompile(`%[a-z]`)
	english := textsFor("en")
	for _, language := range languages[1:] {
		other := textsFor(language)
		if other.language != language {
			t.Fatalf("no catalogue for %s", language)
		}
		for key, text := range english.byKey {
			translated, ok := other.byKey[key]
			if !ok {
				t.Errorf("%s: no text for %s", language, key)
				continue
			}
			if want, got := placeholder.FindAllString(text, -1), placeholder.FindAllString(translated, -1); strings.Join(want, "") != strings.Join(got, "") {
				t.Errorf("%s: %s has placeholders %v, want %v", language, key, got, want)
			}
		}
		for key := range other.byKey {
			if _, ok := english.byKey[key]; !ok {
				t.Errorf("%s: %s is in no other language", language, key)
			}
		}
	}
	files, err := filepath.Glob("*.go")
	if err != nil || len(files) == 0 {
		t.Fatal(err, files)
	}
	used := map[string]bool{}
	asked := regexp.MustCompile(`(?:\bt\.get|\bt\.format|texts\.get|texts\.format|a\.say|a\.tell|a\.wrong|a\.refuse)\((?:c, |[a-z.A-Z]+, )?"([a-z-]+)"`)
	for _, name := range files {
		source, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range asked.FindAllSubmatch(source, -1) {
			used[string(m[1])] = true
			if _, ok := english.byKey[string(m[1])]; !ok && !strings.HasSuffix(string(m[1]), "-") {
				t.Errorf("%s asks for %s, which no catalogue has", name, m[1])
			}
		}
	}
	for _, r := range refusals {
		used[r.key] = true
	}
	for _, key := range composed() {
		used[key] = true
		if _, ok := english.byKey[key]; !ok {
			t.Errorf("no text for %s", key)
		}
	}
	for key := range english.byKey {
		dynamic := strings.HasPrefix(key, "stage-") || strings.HasPrefix(key, "config-") || strings.HasSuffix(key, "-one") || strings.HasSuffix(key, "-other")
		if !used[key] && !dynamic {
			t.Errorf("nothing asks for %s", key)
		}
	}
}

// composed gives the keys that are made of what a checklist may hold.
func composed() []string {
	var keys []string
	for _, p := range checklist.Points {
		keys = append(keys, "point-"+string(p))
	}
	for _, k := range difference.Kinds {
		keys = append(keys, "diff-"+string(k))
	}
	for _, c := range kinds(nil) {
		keys = append(keys, "revised-"+c.key)
	}
	for _, c := range becauses(nil) {
		keys = append(keys, "because-"+c.key)
	}
	return keys
}
