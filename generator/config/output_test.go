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

// TestMountable: an export may lie anywhere but where no export is.
func TestMountable(t *testing.T) {
	top := t.TempDir()
	root := filepath.Join(top, "work", "site")
	for _, dir := range []string{root, filepath.Join(top, "exports", ".git"), filepath.Join(top, ".ssh")} {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink(filepath.Join(top, ".ssh"), filepath.Join(top, "exports", "link")); err != nil {
		t.Skipf("NOT TESTED: no symbolic links here: %v", err)
	}
	for place, want := range map[string]bool{
		"exports": true, "../exports": true, "../../exports": true, filepath.Join(top, "exports"): true, "../../exports/new": true,
		".": false, "..": false, "../..": false, "/": false, "/etc": false, "/etc/x": false, "/proc/self": false, top: false,
		"../../.ssh": false, "../../exports/.git": false, "../../exports/link": false, ".public.elinde/previous": false,
	} {
		if got := (Settings{Root: root}).mountable(place); got != want {
			t.Errorf("mount %q: %v, want %v", place, got, want)
		}
	}
}
