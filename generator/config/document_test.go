package config

import (
	"os"
	"reflect"
	"regexp"
	"strings"
	"testing"
)

// documents are the page in each language.
var documents = []string{"config.md", "config.ru.md", "config.tk.md"}

// docs/config.md names each key, and none that does not exist, in each language.
func TestTheHandbookOfSettingsIsComplete(t *testing.T) {
	for _, name := range documents {
		namesEachKey(t, name)
	}
}

func namesEachKey(t *testing.T, document string) {
	raw, err := os.ReadFile("../../docs/" + document)
	if err != nil {
		t.Fatal(err)
	}
	keys := map[string]bool{}
	for _, v := range []any{Settings{}, Language{}, Dimension{}, Mapping{}, Pattern{}} {
		for i, kind := 0, reflect.TypeOf(v); i < kind.NumField(); i++ {
			if key := kind.Field(i).Tag.Get("toml"); key != "-" {
				keys[key] = true
			}
		}
	}
	for key := range keys {
		if !regexp.MustCompile("[`{ ]" + key + "[`,} ]|\\[\\[" + key + "[.\\]]").Match(raw) {
			t.Errorf("%s does not name %s", document, key)
		}
	}
	for _, line := range strings.Split(string(raw), "\n") {
		cells := strings.Split(line, "|")
		if len(cells) < 4 || !strings.HasPrefix(cells[1], " `") {
			continue
		}
		for _, name := range regexp.MustCompile("`([^`]+)`").FindAllStringSubmatch(cells[1], -1) {
			if !keys[name[1]] && !strings.Contains("stop skip blank keep-first", name[1]) {
				t.Errorf("%s names %s, which nothing reads", document, name[1])
			}
		}
	}
}

// The example of docs/config.md is one that Load takes.
func TestTheExampleOfTheHandbookIsSound(t *testing.T) {
	for _, document := range documents {
		raw, err := os.ReadFile("../../docs/" + document)
		if err != nil {
			t.Fatal(err)
		}
		_, example, _ := strings.Cut(string(raw), "```toml\n")
		example, _, ok := strings.Cut(example, "```")
		if !ok {
			t.Fatalf("%s has no example", document)
		}
		_, found := parse("base_url = \"https://example.org/\"\ntitle.en = \"x\"\n[[languages]]\ncode = \"en\"\n"+example, "config.toml")
		for _, f := range found {
			t.Errorf("%s: %+v", document, f)
		}
	}
}
