package pipeline

import (
	"bytes"
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"elinde/generator/config"
	"elinde/generator/finding"
	"elinde/generator/table"
	"elinde/site/packed"
)

// secrets stand in confidential rows of data/locations.csv (data/NOTICE.md) and in
// the rows of tests/embargo, planted into the release that is not out: no byte of
// the site may hold them.
var secrets = []string{
	"Kanareýka", "Канарейка", "Kanareyka", "kanareyka", "74999", "+993 00 77", "37.97531", "58.31357",
	"918273645", "736451829", "645189273", "sary-garlawaç", "жёлтая-ласточка", "yellow-swallow",
}

// TestDemonstration builds the demonstration site twice, in two folders with
// another number of processors and another zone, reads all of it back and compares
// the figures of its pages and files.
func TestDemonstration(t *testing.T) {
	first, second := buildDemonstration(t, 1, "America/Lima"), buildDemonstration(t, 2, "Asia/Tokyo")
	files := 0
	err := fs.WalkDir(os.DirFS(first), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		files++
		data, err := os.ReadFile(filepath.Join(first, name))
		if err != nil {
			return err
		}
		other, err := os.ReadFile(filepath.Join(second, name))
		if err != nil || !bytes.Equal(data, other) {
			t.Errorf("%s differs between two builds (%v)", name, err)
		}
		// The search index is packed (search/FORMAT.md): a search of the file would find nothing.
		if strings.HasSuffix(name, ".bin") || bytes.Contains(data, []byte(`id="index">`)) {
			data = append(data, opened(t, name, data)...)
		}
		for _, secret := range secrets {
			if bytes.Contains(data, []byte(secret)) {
				t.Errorf("%s holds %q", name, secret)
			}
		}
		if strings.HasSuffix(name, ".html") && !bytes.Contains(data, []byte(`class="demo`)) {
			t.Errorf("%s does not say that it is a demonstration", name)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if files < 1500 {
		t.Errorf("only %d files", files)
	}
	sameEverywhere(t, first)
}

func buildDemonstration(t *testing.T, processors int, zone string) string {
	t.Helper()
	local := time.Local
	before := runtime.GOMAXPROCS(processors)
	t.Cleanup(func() { time.Local = local; runtime.GOMAXPROCS(before) })
	var err error
	if time.Local, err = time.LoadLocation(zone); err != nil {
		t.Fatal(err)
	}
	s, found, err := config.Load("../../config.toml")
	if err != nil {
		t.Fatal(err)
	}
	s.Mounts = map[string]string{"observations": "tests/embargo"}
	s.Output = filepath.Join(t.TempDir(), "public")
	built, err := Build(context.Background(), s, found, Options{Progress: func(Stage, int, int) {}})
	if err != nil {
		t.Fatal(err)
	}
	if err := built.Index.Close(); err != nil {
		t.Error(err)
	}
	if !slices.ContainsFunc(built.Counts, func(c table.Count) bool { return strings.HasSuffix(c.File, "embargo/observations.csv") && c.Kept > 60 }) {
		t.Error("the rows of the release to come were not planted")
	}
	for _, f := range built.Findings {
		if f.Severity == finding.Error {
			t.Errorf("%s:%d %s %s %q %v", f.File, f.Line, f.Column, f.Code, f.Value, f.Args)
		}
	}
	return s.Output
}

// opened gives what is packed in a file.
func opened(t *testing.T, name string, data []byte) []byte {
	t.Helper()
	var all []byte
	if err := packed.Open(name, data, func(_ string, piece []byte) { all = append(append(all, piece...), '\n') }); err != nil || len(all) == 0 {
		t.Errorf("cannot unpack %s: %d bytes, %v", name, len(all), err)
	}
	return all
}
