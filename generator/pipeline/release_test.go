package pipeline

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"encoding/csv"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/andybalholm/brotli"
	"golang.org/x/tools/txtar"

	"elinde/generator/config"
	"elinde/generator/downloads"
	"elinde/generator/finding"
)

// canaries stand in the release of testdata/releases.txtar that comes out on
// 1 December: in its figures, its words and its reasons. Figures are looked for as
// files and as pages of each language write them.
var canaries = []string{
	"canary-summary", "canary-note", "canary-reason", "canary-comment", "Жёлтая-канарейка", "739184",
	"645918273", "645,918,273", "645 918 273", "645918173", "645,918,173", "371935371", "371,935,371", "371 935 371",
}

// TestReleaseComesOutAtItsTime publishes a project a second before a release and
// at its time, with no edit between: before, no byte of the tree tells of it, packed
// files included; at its time it is there, and the files of the release before are
// the same bytes.
func TestReleaseComesOutAtItsTime(t *testing.T) {
	folder := t.TempDir()
	archive, err := txtar.ParseFile("testdata/releases.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range archive.Files {
		name := filepath.Join(folder, filepath.FromSlash(f.Name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	at := time.Date(2026, 12, 1, 5, 0, 0, 0, time.UTC) // 10:00 in the country
	before, after := publishAsOf(t, folder, at.Add(-time.Second)), publishAsOf(t, folder, at)

	for name, data := range before {
		for _, canary := range canaries {
			if strings.Contains(strings.ReplaceAll(string(data), "\u00a0", " "), canary) {
				t.Errorf("%s holds %q a second before its time", name, canary)
			}
		}
	}
	for _, canary := range canaries {
		found := false
		for _, data := range after {
			found = found || strings.Contains(strings.ReplaceAll(string(data), "\u00a0", " "), canary)
		}
		if !found {
			t.Errorf("%q is nowhere at its time", canary)
		}
	}
	if !bytes.Contains(after[downloads.IndicatorCSV("i")], []byte("645918273")) {
		t.Error("the new figure is not in the file of its indicator")
	}

	earlier := downloads.ReleaseFolder("2026-Q3")
	kept := 0
	for name, data := range before {
		if strings.HasPrefix(name, earlier) {
			kept++
			if !bytes.Equal(after[name], data) {
				t.Errorf("%s changed when the next release came out", name)
			}
		}
	}
	if kept < 10 {
		t.Errorf("the earlier release has %d files only", kept)
	}
	// It still says what it said of South, which is now too small to be told.
	if got := valueOf(t, after[earlier+downloads.ObservationsCSV], "s", "2026-Q3"); got != "15" {
		t.Errorf("the earlier release says %q of South", got)
	}
	if got := valueOf(t, after[downloads.IndicatorCSV("i")], "s", "2026-Q3"); got != "" {
		t.Errorf("the small count %q of South is told", got)
	}
}

// publishAsOf builds the project into a folder of its own and gives every file,
// packed ones with what is in them.
func publishAsOf(t *testing.T, folder string, at time.Time) map[string][]byte {
	t.Helper()
	s, found, err := config.Load(filepath.Join(folder, "config.toml"))
	if err != nil {
		t.Fatal(err)
	}
	s.AsOf, s.Output = at, filepath.Join(t.TempDir(), "public")
	built, err := Build(context.Background(), s, found, Options{Progress: func(Stage, int, int) {}})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range built.Findings {
		if f.Severity == finding.Error {
			t.Fatalf("as of %s: %+v", at, f)
		}
	}
	if err := built.Index.Close(); err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	err = fs.WalkDir(os.DirFS(s.Output), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(filepath.Join(s.Output, filepath.FromSlash(name)))
		files[name] = append(data, inside(t, name, data)...)
		return err
	})
	if err != nil || len(files) < 50 {
		t.Fatal(err, len(files))
	}
	return files
}

// inside gives what a packed file holds, archives within archives too.
func inside(t *testing.T, name string, data []byte) []byte {
	t.Helper()
	read := func(r io.Reader) []byte {
		all, err := io.ReadAll(r)
		if err != nil {
			t.Fatalf("cannot unpack %s: %v", name, err)
		}
		return all
	}
	switch filepath.Ext(name) {
	case ".br":
		return read(brotli.NewReader(bytes.NewReader(data)))
	case ".gz":
		r, err := gzip.NewReader(bytes.NewReader(data))
		if err != nil {
			t.Fatal(name, err)
		}
		return read(r)
	case ".bin":
		return opened(t, name, data) // search/FORMAT.md
	case ".html":
		if bytes.Contains(data, []byte(`id="index">`)) {
			return opened(t, name, data)
		}
	case ".zip", ".xlsx":
		z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(name, err)
		}
		var all []byte
		for _, f := range z.File {
			r, err := f.Open()
			if err != nil {
				t.Fatal(name, f.Name, err)
			}
			part := read(r)
			all = append(append(append(all, f.Name...), part...), inside(t, f.Name, part)...)
		}
		return all
	}
	return nil
}

// valueOf reads a figure out of an open file.
func valueOf(t *testing.T, data []byte, area, period string) string {
	t.Helper()
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	at := map[string]int{}
	for i, name := range rows[0] {
		at[name] = i
	}
	for _, row := range rows[1:] {
		if row[at["ref_area"]] == area && row[at["time_period"]] == period && row[at["indicator"]] == "i" {
			return row[at["obs_value"]]
		}
	}
	t.Fatalf("no figure of %s in %s", area, period)
	return ""
}
