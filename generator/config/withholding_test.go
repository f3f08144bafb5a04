package config

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"elinde/generator/finding"
)

// TestWhereTheWithholdingKeyStands: the environment goes before the file, the file before
// config.toml; a key that everybody knows, or finds by trying, is refused.
func TestWhereTheWithholdingKeyStands(t *testing.T) {
	const real, shown = "illustration = false\n", "illustration = true\n"
	for _, c := range []struct {
		settings, file, variable string
		key, found               string
	}{
		{settings: shown, key: ""},
		{settings: shown, file: "key of the file, long\n", key: "key of the file, long"},
		{settings: shown, file: "key of the file, long\n", variable: "key of the environment", key: "key of the environment"},
		{settings: real + `withholding_key = "key of the settings"`, key: "key of the settings", found: "withholding-key-committed warning"},
		{settings: shown + `withholding_key = "key of the settings"`, variable: "key of the environment", key: "key of the environment", found: "withholding-key-committed warning"},
		{settings: shown + `withholding_key = "` + demonstrationKey + `"`, key: demonstrationKey},
		{settings: real + `withholding_key = "` + demonstrationKey + `"`, key: demonstrationKey, found: "withholding-key-public error"},
		{settings: real, file: demonstrationKey, key: demonstrationKey, found: "withholding-key-public error"},
		{settings: real, variable: "short", key: "short", found: "config-invalid error"},
		{settings: real, variable: " ", file: "", key: ""},
	} {
		root := t.TempDir()
		write := func(name, text string) {
			if err := os.WriteFile(filepath.Join(root, name), []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		write("config.toml", "withholding_key_file = \"the.key\"\n"+c.settings+"\n"+sound)
		if c.file != "" {
			write("the.key", c.file)
		}
		s, found, err := Load(filepath.Join(root, "config.toml"))
		if err != nil {
			t.Fatal(err)
		}
		more, err := s.TakeKey(c.variable)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, f := range append(found, more...) {
			got += fmt.Sprint(f.Code, " ", f.Severity)
			if f.Severity == finding.Error && f.Value == c.key {
				t.Errorf("%+v shows the key", f)
			}
		}
		if s.WithholdingKey != c.key || got != c.found {
			t.Errorf("%+v: key %q, findings %q", c, s.WithholdingKey, got)
		}
	}
}
