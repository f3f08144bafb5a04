package intake_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"elinde/generator/finding"
	"elinde/generator/hsds/intake"
)

// zipped writes a zip file of entries; a name that ends in "@" is a symbolic link.
func zipped(t *testing.T, entries ...[2]string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, e := range entries {
		h := &zip.FileHeader{Name: strings.TrimSuffix(e[0], "@"), Method: zip.Deflate}
		if strings.HasSuffix(e[0], "@") {
			h.SetMode(fs.ModeSymlink | 0o777)
		}
		w, err := z.CreateHeader(h)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(e[1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(t.TempDir(), "package.zip")
	if err := os.WriteFile(name, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	return name
}

const organizations = "id,name,description\n11111111-1111-4111-8111-111111111111,Org,About it\n"

// refused imports a path and wants it refused with the code, at little cost.
func refused(t *testing.T, path string, want finding.Code) {
	t.Helper()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	tables, found, err := intake.Read(path, intake.Options{Text: "en"})
	runtime.ReadMemStats(&after)
	if err != nil || tables != nil {
		t.Fatalf("read %d tables, %v", len(tables), err)
	}
	told := false
	for _, f := range found {
		told = told || f.Code == want && f.Severity == finding.Error
	}
	if !told {
		t.Errorf("found %v, want %s", found, want)
	}
	if spent := (after.TotalAlloc - before.TotalAlloc) >> 20; spent > 800 {
		t.Errorf("%d MB of memory were asked for", spent)
	}
}

func TestArchivesThatLeadAstray(t *testing.T) {
	for _, name := range []string{"../organizations.csv", "/etc/organizations.csv", "a/../../organizations.csv", "..\\organizations.csv", "C:organizations.csv", "link@"} {
		refused(t, zipped(t, [2]string{"organizations.csv", organizations}, [2]string{name, "x"}), finding.HSDSPath)
	}
	refused(t, zipped(t, [2]string{"organizations.csv", organizations}, [2]string{"organizations.csv", organizations}), finding.HSDSTwice)
	broken := filepath.Join(t.TempDir(), "broken.zip")
	if err := os.WriteFile(broken, []byte("PK\x03\x04 and no more"), 0o644); err != nil {
		t.Fatal(err)
	}
	refused(t, broken, finding.HSDSArchive)
}

// A bomb is small packed and huge unpacked. One that says so is not opened; one
// that lies about its size is read no further than the limit.
func TestBombs(t *testing.T) {
	huge := organizations + strings.Repeat("\n", 160<<20)
	honest := zipped(t, [2]string{"organizations.csv", huge})
	refused(t, honest, finding.FileTooLarge)

	data, err := os.ReadFile(honest)
	if err != nil {
		t.Fatal(err)
	}
	if len(data) > 1<<20 {
		t.Fatalf("the bomb weighs %d bytes", len(data))
	}
	// The size stands in the central directory, at byte 24 of the entry.
	at := bytes.LastIndex(data, []byte("PK\x01\x02"))
	copy(data[at+24:], []byte{100, 0, 0, 0})
	liar := filepath.Join(t.TempDir(), "liar.zip")
	if err := os.WriteFile(liar, data, 0o644); err != nil {
		t.Fatal(err)
	}
	refused(t, liar, finding.FileUnreadable)
}

// A file of a gigabyte is not read, in a folder or alone.
func TestGigabyte(t *testing.T) {
	for _, name := range []string{"services.csv", "service.json", "package.zip"} {
		folder := t.TempDir()
		f, err := os.Create(filepath.Join(folder, name))
		if err != nil {
			t.Fatal(err)
		}
		if err := f.Truncate(1 << 30); err != nil { // takes no room on the disk
			t.Fatal(err)
		}
		f.Close()
		refused(t, filepath.Join(folder, name), finding.FileTooLarge)
		if name != "package.zip" {
			refused(t, folder, finding.FileTooLarge)
		}
	}
}

// What is refused leaves nothing behind, and no folder is overwritten.
func TestWriteIsWholeOrNothing(t *testing.T) {
	work := t.TempDir()
	into := filepath.Join(work, "out")
	tables := []intake.Table{{Name: "providers", Header: []string{"id"}, Rows: [][]string{{"a"}}}, {Name: "no/such/folder", Header: []string{"id"}}}
	if err := intake.Write(into, tables); err == nil {
		t.Error("a table that cannot be written is no error")
	}
	if entries, _ := os.ReadDir(work); len(entries) != 0 {
		t.Errorf("%v stayed behind", entries)
	}
	if err := intake.Write(into, tables[:1]); err != nil {
		t.Fatal(err)
	}
	if err := intake.Write(into, tables[:1]); !errors.Is(err, intake.ErrNotEmpty) {
		t.Errorf("written over: %v", err)
	}
}

// FuzzRead imports whatever stands in a file of each kind: it may find what it
// likes but never panics, and what it takes can be written.
func FuzzRead(f *testing.F) {
	f.Add("organizations.csv", []byte(organizations))
	f.Add("services.json", []byte(`{"contents":[{"id":"a","name":"b","status":"active","organization":{"id":"c","name":"d"},"schedules":[{"id":"e","byday":"MO","opens_at":"09:00Z","closes_at":"24:00","timezone":5.5}]}]}`))
	f.Add("locations.csv", []byte("id,location_type,latitude,longitude\nx,physical,1e3,-0\n"))
	f.Add("package.zip", []byte("PK\x03\x04"))
	f.Add("tabular.json", []byte(`{"services.csv":[{"id":"a","name":"b","successor_id":"a"}],"addresses":[{"id":"q","city":"Ş","country":"Ş","state_province":"Ş"}]}`))
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		base := filepath.Base(name)
		switch filepath.Ext(base) {
		case ".csv", ".json", ".zip":
		default:
			return
		}
		if strings.ContainsAny(base, "\x00/\\") || len(base) > 100 {
			return
		}
		file := filepath.Join(t.TempDir(), base)
		if err := os.WriteFile(file, data, 0o644); err != nil {
			t.Fatal(err)
		}
		for _, skip := range []bool{false, true} {
			tables, _, err := intake.Read(file, intake.Options{Text: "en", Skip: skip})
			if err != nil {
				t.Fatal(err)
			}
			for _, table := range tables {
				for _, row := range table.Rows {
					if len(row) != len(table.Header) {
						t.Fatalf("%s: %d cells under %d headers", table.Name, len(row), len(table.Header))
					}
				}
			}
		}
	})
}
