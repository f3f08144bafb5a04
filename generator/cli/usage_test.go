package cli

import (
	"io"
	"strings"
	"testing"
	"time"

	"github.com/spf13/cobra"
)

// TestArguments gives every command too many arguments and none: the program and
// not its library answers, in the reader's language.
func TestArguments(t *testing.T) {
	var paths [][]string
	var walk func(c *cobra.Command, path []string)
	walk = func(c *cobra.Command, path []string) {
		for _, sub := range c.Commands() {
			below := append(path[:len(path):len(path)], sub.Name())
			if paths = append(paths, below); sub.HasSubCommands() {
				walk(sub, below)
			}
		}
	}
	walk((&app{texts: textsFor("en")}).root(), nil)
	if len(paths) < 10 {
		t.Fatalf("%d commands", len(paths))
	}
	for _, path := range paths {
		for _, args := range [][]string{{"a", "b", "c"}, nil} {
			var report strings.Builder
			line := append(append([]string{"--lang", "tk", "--config", "nowhere.toml"}, path...), args...)
			code := Main(line, Environment{Out: io.Discard, Err: &report, Getenv: func(string) string { return "" }, Now: time.Now})
			if said := report.String(); strings.Contains(said, "arg(s)") || args != nil && (code != exitUsage || !strings.Contains(said, "ýalňyş")) {
				t.Errorf("%v: exit code %d, %q", line, code, said)
			}
		}
	}
}
