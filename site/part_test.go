package site

import (
	"archive/zip"
	"bytes"
	"testing"
)

func zipOf(t *testing.T, entries ...string) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for i := 0; i < len(entries); i += 2 {
		f, err := w.Create(entries[i])
		if err != nil {
			t.Fatal(err)
		}
		f.Write([]byte(entries[i+1]))
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestPartOfAnArchive: what is new in an archive is looked into, and what stands there
// under another name; what stayed is not.
func TestPartOfAnArchive(t *testing.T) {
	before := zipOf(t, "same.csv", "a,b", "changed.csv", "1", "gone.csv", "x")
	part, err := entriesBut(before, zipOf(t, "same.csv", "a,b", "changed.csv", "2", "other.csv", "a,b"))
	if err != nil {
		t.Fatal(err)
	}
	r, err := zip.NewReader(bytes.NewReader(part), int64(len(part)))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range r.File {
		names = append(names, f.Name)
	}
	if len(names) != 2 || names[0] != "changed.csv" || names[1] != "other.csv" {
		t.Errorf("left to look into: %v", names)
	}
	if _, err := entriesBut([]byte("no archive"), before); err == nil {
		t.Error("what is no archive was compared")
	}
}
