package pipeline

import (
	"bytes"
	"compress/flate"
	"context"
	"encoding/json"
	"io"
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
		// The search index is packed after twelve bytes (search/FORMAT.md): a
		// search of the file would find nothing.
		if strings.HasSuffix(name, ".bin") {
			if data, err = io.ReadAll(flate.NewReader(bytes.NewReader(data[12:]))); err != nil {
				t.Errorf("cannot unpack %s: %v", name, err)
			}
		}
		if _, pack, has := strings.Cut(string(data), `id="index">`); has {
			data = append(data, unpacked(t, name, pack)...)
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

// unpacked gives the payloads of the index that a single file carries inside.
func unpacked(t *testing.T, name, pack string) []byte {
	t.Helper()
	pack, _, _ = strings.Cut(pack, "</script>")
	var files map[string][]byte // encoding/json reads base64 into bytes
	if err := json.Unmarshal([]byte(pack), &files); err != nil || len(files) == 0 {
		t.Errorf("%s: cannot read the index of %d files: %v", name, len(files), err)
	}
	var all []byte
	for part, data := range files {
		payload, err := io.ReadAll(flate.NewReader(bytes.NewReader(data[12:])))
		if err != nil {
			t.Errorf("%s: cannot unpack %s: %v", name, part, err)
		}
		all = append(all, payload...)
	}
	return all
}
