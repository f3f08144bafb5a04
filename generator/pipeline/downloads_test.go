package pipeline

import (
	"bytes"
	"context"
	"maps"
	"os"
	"strings"
	"testing"
	"time"

	"elinde/generator/config"
	"elinde/generator/downloads"
	"elinde/generator/pages"
	"elinde/themes"
)

// made keeps the open files between tests: none of them changes any.
var made = map[string]struct {
	*downloads.Downloads
	files map[string][]byte
}{}

// demonstrationFiles makes the open files of the demonstration as at a time.
func demonstrationFiles(t *testing.T, asOf string) (*downloads.Downloads, map[string][]byte) {
	t.Helper()
	if m, ok := made[asOf]; ok {
		return m.Downloads, maps.Clone(m.files)
	}
	s, found, err := config.Load("../../config.toml")
	if err != nil {
		t.Fatal(err)
	}
	if s.AsOf, err = time.Parse(time.RFC3339, asOf); err != nil {
		t.Fatal(err)
	}
	s.Gaps = map[string]string{"2026-Q4": "The demonstration holds little of the release that is to come."}
	checked, err := Examine(context.Background(), s, found, func(Stage, int, int) {})
	if err != nil || checked.Protected == nil {
		t.Fatalf("the demonstration cannot be published as at %s: %v", asOf, err)
	}
	say, err := pages.Interface(themes.Elinde(), s.Languages)
	if err != nil {
		t.Fatal(err)
	}
	d, err := downloads.New(checked.Protected, s, say, pages.Addresses(), downloads.Memory{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := pages.Plan(checked.Protected, s, themes.Elinde(), os.DirFS("../../content"), pages.Options{Downloads: d}); err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	for f := range d.Files() {
		if files[f.Path] != nil {
			t.Errorf("%s is made twice", f.Path)
		}
		files[f.Path] = f.Data
	}
	made[asOf] = struct {
		*downloads.Downloads
		files map[string][]byte
	}{d, files}
	return d, maps.Clone(files)
}

// TestFilesOfAReleaseStayAsTheyAre compares the files of the first releases before
// and after a later one came out.
func TestFilesOfAReleaseStayAsTheyAre(t *testing.T) {
	_, before := demonstrationFiles(t, "2027-01-29T09:59:59+05:00")
	now, after := demonstrationFiles(t, "2027-01-29T10:00:00+05:00")
	compared := 0
	for name, data := range before {
		if !strings.HasPrefix(name, downloads.Folder+"releases/") {
			continue
		}
		compared++
		if !bytes.Equal(data, after[name]) {
			t.Errorf("%s changed when a later release came out", name)
		}
	}
	if compared < 21 {
		t.Errorf("only %d files of releases", compared)
	}
	for name := range before {
		if after[name] == nil {
			t.Errorf("%s is gone", name)
		}
	}
	if strings.Contains(strings.Join(keysOf(before), "\n"), "2026-q4") || before[downloads.ReleaseFolder("2026-Q3")+downloads.Checksums] == nil {
		t.Error("a release has files before its time, or none after it")
	}
	for _, l := range now.Release("2026-Q1") {
		if len(after[l.Path]) != l.Size || l.SHA256 == "" {
			t.Errorf("%s is listed with %d bytes, and has %d", l.Path, l.Size, len(after[l.Path]))
		}
	}
	if now.Release("2027-Q1") != nil {
		t.Error("files are listed of a release that is not out")
	}
}

func keysOf(m map[string][]byte) []string {
	var list []string
	for k := range m {
		list = append(list, k)
	}
	return list
}
