//go:build unix

package table

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"elinde/generator/finding"
)

// Opening a pipe waits for who writes into it: it is refused unopened.
func TestReadRefusesAPipe(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"places.csv", "terms.xlsx", "outlines.geojson"} {
		if err := syscall.Mkfifo(filepath.Join(folder, name), 0o600); err != nil {
			t.Skip("no pipes here: ", err)
		}
	}
	_, found, err := Read(os.DirFS(folder), trilingual())
	if err != nil {
		t.Fatal(err)
	}
	refused := map[string]bool{}
	for _, f := range found {
		refused[filepath.Base(f.File)] = refused[filepath.Base(f.File)] || f.Code == finding.FileUnreadable
	}
	if !refused["places.csv"] || !refused["terms.xlsx"] {
		t.Errorf("%v", found)
	}
}
