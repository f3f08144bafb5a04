package config

import (
	"os"
	"path/filepath"
	"testing"
)

func TestOutputApart(t *testing.T) {
	root := filepath.Join(t.TempDir(), "site")
	if err := os.MkdirAll(filepath.Join(root, "data"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("data", filepath.Join(root, "link")); err != nil {
		t.Skipf("NOT TESTED: no symbolic links here: %v", err)
	}
	for output, want := range map[string]bool{
		"public": true, "../public": true, "out/public": true, "database": true,
		".": false, "..": false, "data": false, "data/pub": false, "link": false, "link/pub": false,
		"../site/data/pub": false, root: false, filepath.Dir(root): false, filepath.Join(root, "data", "x"): false,
	} {
		s := Settings{Root: root, Data: "data", Content: "content", Output: output}
		if got := s.OutputApart(); got != want {
			t.Errorf("output %q: %v, want %v", output, got, want)
		}
	}
}
