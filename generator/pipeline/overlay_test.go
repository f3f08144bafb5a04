package pipeline

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// TestOverlay shows that a project's theme replaces single files and adds its
// own, without hiding the others of a folder.
func TestOverlay(t *testing.T) {
	file := func(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }
	o := overlay{
		upper: fstest.MapFS{"layouts/home.html": file("theirs"), "layouts/own.html": file("theirs")},
		lower: fstest.MapFS{"layouts/home.html": file("ours"), "layouts/page.html": file("ours"), "i18n/tk/base.toml": file("ours")},
	}
	var got []string
	err := fs.WalkDir(o, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := fs.ReadFile(o, name)
		got = append(got, name+"="+string(data))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"i18n/tk/base.toml=ours", "layouts/home.html=theirs", "layouts/own.html=theirs", "layouts/page.html=ours"}
	if !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// TestLinksAreRefused: a link in the theme or among the pages would publish a
// file that lies elsewhere.
func TestLinksAreRefused(t *testing.T) {
	folder := t.TempDir()
	if err := os.Mkdir(filepath.Join(folder, "static"), 0o755); err != nil {
		t.Fatal(err)
	}
	if _, err := theme(fstest.MapFS{}, folder); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("/etc/passwd", filepath.Join(folder, "static", "x.txt")); err != nil {
		t.Skipf("NOT TESTED: no symbolic links here: %v", err)
	}
	if _, err := theme(fstest.MapFS{}, folder); err == nil || !strings.Contains(err.Error(), "x.txt") {
		t.Errorf("a link in the theme: %v", err)
	}
}
