package table

import (
	"bytes"
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"elinde/generator/config"
	"elinde/generator/finding"
	"elinde/generator/programme"
)

var update = flag.Bool("update", false, "write what the tests want anew")

// trilingual is the settings of cases without a config.toml.
func trilingual() config.Settings {
	return config.Settings{Data: "data", Languages: []config.Language{{Code: "tk"}, {Code: "ru"}, {Code: "en"}}}
}

// A case is a text file: data/... as the user's files, config.toml if wanted,
// and the findings, rows and counts that come of it. Escapes write what an
// editor does not show: ⟨00⟩ is the byte 0x00.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/cases/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, name := range files {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			got := run(t, archive)
			for i := range archive.Files {
				f := &archive.Files[i]
				if f.Name != "want" {
					continue
				}
				if *update {
					f.Data = []byte(got)
					if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
						t.Fatal(err)
					}
				}
				if string(f.Data) != got {
					t.Errorf("got\n%s\nwant\n%s", got, f.Data)
				}
				return
			}
			t.Error("the case wants nothing: add a file named want")
		})
	}
}

func run(t *testing.T, archive *txtar.Archive) string {
	set := trilingual()
	data := fstest.MapFS{}
	for _, f := range archive.Files {
		if f.Name == "config.toml" {
			path := filepath.Join(t.TempDir(), f.Name)
			if err := os.WriteFile(path, f.Data, 0o644); err != nil {
				t.Fatal(err)
			}
			loaded, found, err := config.Load(path)
			if err != nil || len(found) > 0 {
				t.Fatalf("config.toml: %v %v", found, err)
			}
			set = loaded
		}
		if name, ok := strings.CutPrefix(f.Name, "data/"); ok {
			data[name] = &fstest.MapFile{Data: unescape(f.Data)}
		}
	}
	records, found, err := Read(data, set)
	if err != nil {
		t.Fatal(err)
	}
	balance(t, records)
	return report(records, found)
}

// unescape turns ⟨1f⟩ into the byte and drops the line break before ⟨end⟩.
func unescape(raw []byte) []byte {
	raw, _ = bytes.CutSuffix(raw, []byte("⟨end⟩\n"))
	var out []byte
	for {
		before, after, ok := bytes.Cut(raw, []byte("⟨"))
		out = append(out, before...)
		if !ok {
			return out
		}
		code, rest, _ := bytes.Cut(after, []byte("⟩"))
		for _, h := range strings.Fields(string(code)) {
			var b byte
			fmt.Sscanf(h, "%02x", &b)
			out = append(out, b)
		}
		raw = rest
	}
}

// report writes findings, rows and counts as lines.
func report(r *Records, found []finding.Finding) string {
	var b strings.Builder
	for _, f := range found {
		fmt.Fprintf(&b, "%s %s %s:%d", f.Severity, f.Code, f.File, f.Line)
		if f.Column != "" {
			fmt.Fprintf(&b, " %s", f.Column)
		}
		if f.Value != "" {
			fmt.Fprintf(&b, " %q", f.Value)
		}
		for _, k := range slices.Sorted(maps.Keys(f.Args)) {
			fmt.Fprintf(&b, " %s=%s", k, f.Args[k])
		}
		b.WriteString("\n")
	}
	tables := reflect.ValueOf(r.Tables)
	for _, s := range programme.Schemas() {
		rows := tables.Field(s.Field)
		for i := range rows.Len() {
			fmt.Fprintf(&b, "%s %s\n", s.Table, row(rows.Index(i), &s))
		}
	}
	for _, c := range r.Counts() {
		fmt.Fprintf(&b, "count %s %s read %d kept %d", c.File, c.Table, c.Read, c.Kept)
		for _, k := range slices.Sorted(maps.Keys(c.LeftOut)) {
			fmt.Fprintf(&b, " %s %d", k, c.LeftOut[k])
		}
		b.WriteString("\n")
	}
	return b.String()
}

// row writes the cells of a row that are not blank.
func row(v reflect.Value, s *programme.Schema) string {
	at := v.Addr().Interface().(programme.Record).At()
	parts := []string{fmt.Sprintf("%s:%d", at.File, at.Line)}
	for _, c := range s.Columns {
		if f := v.FieldByIndex(c.Index); !f.IsZero() {
			parts = append(parts, fmt.Sprintf("%s=%q", c.Name, fmt.Sprint(f.Interface())))
		}
	}
	if o, ok := v.Addr().Interface().(*programme.Observation); ok && o.Extra != nil {
		parts = append(parts, fmt.Sprintf("extra=%q", o.Extra))
	}
	return strings.Join(parts, " ")
}

func TestReadTellsOfAMissingFolder(t *testing.T) {
	if _, _, err := Read(os.DirFS(filepath.Join(t.TempDir(), "gone")), trilingual()); err == nil {
		t.Error("no error for a folder that does not exist")
	}
}

var _ fs.FS = folder{}
