package archive

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"testing"

	"elinde/generator/ledger"
)

// TestLargeEntries: an entry packed in parts is read by everybody, and its bytes do not
// depend on what the ledger knows, whatever was changed, put in or taken out.
func TestLargeEntries(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	var text []byte
	for i := range 90000 {
		text = fmt.Appendf(text, "%d,%x,a cell that repeats\n", i, random.Uint64())
	}
	file := filepath.Join(t.TempDir(), "ledger")
	for n := range 6 {
		known := ledger.Open(file, [16]byte{1})
		with, err := Zip(known, []Entry{{"large.csv", text}, {"small.csv", text[:999]}})
		if err != nil {
			t.Fatal(err)
		}
		if err := known.Save(); err != nil {
			t.Fatal(err)
		}
		without, err := Zip(nil, []Entry{{"large.csv", text}, {"small.csv", text[:999]}})
		if err != nil || !bytes.Equal(with, without) {
			t.Fatalf("change %d: other bytes with a ledger: %v", n, err)
		}
		r, err := zip.NewReader(bytes.NewReader(with), int64(len(with)))
		if err != nil {
			t.Fatal(err)
		}
		f, err := r.File[0].Open()
		if err != nil {
			t.Fatal(err)
		}
		if data, err := io.ReadAll(f); err != nil || !bytes.Equal(data, text) {
			t.Fatalf("change %d: it came back with %d bytes: %v", n, len(data), err)
		}
		at := random.IntN(len(text))
		text = slices.Insert(text, at, []byte("something new")...)
		text = slices.Delete(text, at/2, at/2+random.IntN(500))
	}
}

// TestPartsStay: a change moves few ends of parts.
func TestPartsStay(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	data := make([]byte, 8<<20)
	for i := range data {
		data[i] = byte(random.Uint32())
	}
	seen, all := map[string]bool{}, 0
	for part := range parts(data) {
		seen[string(part)] = true
		all++
	}
	found := 0
	for part := range parts(slices.Insert(data, 3<<20, 'x')) {
		if seen[string(part)] {
			found++
		}
	}
	if all < 10 || found < all-3 {
		t.Errorf("%d of %d parts stayed", found, all)
	}
}
