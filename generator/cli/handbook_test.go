package cli

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestQuarterPages holds docs/publish-a-quarter against the script that follows it:
// each language gives the same commands in the same order, and the script runs each.
func TestQuarterPages(t *testing.T) {
	script, err := os.ReadFile("testdata/script/quarter.txtar")
	if err != nil {
		t.Fatal(err)
	}
	command := regexp.MustCompile(`(?m)^    (elinde .*)$`)
	var first []string
	for _, name := range []string{"publish-a-quarter.md", "publish-a-quarter.ru.md", "publish-a-quarter.tk.md"} {
		page, err := os.ReadFile("../../docs/" + name)
		if err != nil {
			t.Fatal(err)
		}
		var commands []string
		for _, m := range command.FindAllStringSubmatch(string(page), -1) {
			commands = append(commands, m[1])
		}
		if first == nil {
			first = commands
		}
		if !slices.Equal(commands, first) {
			t.Errorf("%s has the commands %v, the English page %v", name, commands, first)
		}
		for _, c := range commands {
			if !strings.Contains(string(script), "exec "+c) {
				t.Errorf("%s: no step of the script runs %q", name, c)
			}
		}
	}
	if len(first) < 6 {
		t.Errorf("only %d commands", len(first))
	}
}
