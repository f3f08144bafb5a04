package known

import (
	"encoding/binary"
	"hash/crc32"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"elinde/site/tree"
	"elinde/site/treecheck"
)

func example() *Tree {
	t := New("0a1b", 2)
	t.Program = tree.Sum([]byte("program"))
	t.Searched = [][16]byte{tree.Sum([]byte("canary"))}
	t.Add(&File{
		Entry: tree.Entry{Path: "tk/index.html", Sum: tree.Sum([]byte("x")), Size: 7, ModTime: 1_700_000_000_123_456_789,
			Twins: []tree.Twin{{Suffix: ".br", Size: 3, ModTime: 5}, {Suffix: ".gz", Size: 4, ModTime: 6}}},
		Made: tree.Sum([]byte("record")),
		Key:  tree.Sum([]byte("key")),
		Seen: treecheck.Summary{IDs: []uint64{1, 1 << 63}, Links: []uint64{2}, Weight: 900},
	})
	t.Add(&File{Entry: tree.Entry{Path: "robots.txt"}})
	return t
}

func TestSaveAndLoad(t *testing.T) {
	name := filepath.Join(t.TempDir(), "state")
	want := example()
	if err := want.Save(name); err != nil {
		t.Fatal(err)
	}
	got := Load(name, "0a1b")
	if !reflect.DeepEqual(got, want) {
		t.Errorf("loaded %+v, saved %+v", got, want)
	}
	if !got.HasSearched("canary") || got.HasSearched("other") {
		t.Error("the strings searched for were not kept")
	}
	if Load(name, "ffff") != nil || Load(name, "") != nil || Load(name+"x", "0a1b") != nil {
		t.Error("a state was taken for another build's")
	}
}

// TestDamagedStateIsNoState cuts and flips a state everywhere, also with a
// checksum that fits: nothing is known then, or all of it, and nothing breaks.
func TestDamagedStateIsNoState(t *testing.T) {
	name := filepath.Join(t.TempDir(), "state")
	if err := example().Save(name); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	load := func(data []byte) *Tree {
		if err := os.WriteFile(name, data, 0o644); err != nil {
			t.Fatal(err)
		}
		return Load(name, "0a1b")
	}
	for i := range whole {
		if load(whole[:i]) != nil {
			t.Fatalf("cut at %d, it was loaded", i)
		}
		flipped := append([]byte(nil), whole...)
		flipped[i] ^= 0xff
		if load(flipped) != nil {
			t.Fatalf("flipped at %d, it was loaded", i)
		}
		if i < len(whole)-4 {
			body := flipped[:len(flipped)-4]
			binary.BigEndian.PutUint32(flipped[len(body):], crc32.Checksum(body, crc32.MakeTable(crc32.Castagnoli)))
			load(flipped) // must not panic
		}
	}
}
