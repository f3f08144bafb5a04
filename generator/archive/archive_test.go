package archive

import (
	"archive/zip"
	"bytes"
	"io"
	"testing"
)

func TestSameEntriesGiveTheSameBytes(t *testing.T) {
	entries := []Entry{{"b/two.txt", []byte("two")}, {"one.txt", bytes.Repeat([]byte("one "), 999)}, {"empty.txt", nil}}
	first, err := Zip(nil, entries)
	if err != nil {
		t.Fatal(err)
	}
	again, _ := Zip(nil, entries)
	if !bytes.Equal(first, again) {
		t.Error("two archives of the same entries differ")
	}
	r, err := zip.NewReader(bytes.NewReader(first), int64(len(first)))
	if err != nil {
		t.Fatal(err)
	}
	if len(r.File) != len(entries) {
		t.Fatalf("%d entries of %d", len(r.File), len(entries))
	}
	for i, f := range r.File {
		part, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(part)
		if err != nil || f.Name != entries[i].Name || !bytes.Equal(data, entries[i].Data) {
			t.Errorf("%s came back as %s with %d bytes (%v)", entries[i].Name, f.Name, len(data), err)
		}
		if got := f.Modified.Format("2006-01-02"); got != "1980-01-01" {
			t.Errorf("%s is of %s", f.Name, got)
		}
	}
}
