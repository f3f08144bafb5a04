package tree

import (
	"bytes"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func read(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// TestWriteSparesOtherTrees: a file that another tree shares by a hard link
// keeps its bytes there.
func TestWriteSparesOtherTrees(t *testing.T) {
	old, fresh := Writer{Root: t.TempDir(), Twins: true}, Writer{Root: t.TempDir(), Twins: true}
	e, err := old.Write("a/index.html", []byte("old"))
	if err != nil {
		t.Fatal(err)
	}
	linked, err := fresh.Link(old.Root, e)
	if err != nil || !Intact(fresh.Root, linked) {
		t.Fatalf("linked as %+v: %v", linked, err)
	}
	if _, err := fresh.Write("a/index.html", []byte("new")); err != nil {
		t.Fatal(err)
	}
	if got := read(t, filepath.Join(old.Root, "a/index.html")); got != "old" || !Intact(old.Root, e) {
		t.Errorf("the other tree now reads %q", got)
	}
	if Intact(fresh.Root, linked) {
		t.Error("the new file passes for the old one")
	}
}

// TestWriteMakesWay: files and folders of a former tree do not stand in the way.
func TestWriteMakesWay(t *testing.T) {
	w := Writer{Root: t.TempDir()}
	for _, path := range []string{"a/b/c.txt", "a/b", "a/b/c.txt", "a", "a/index.html"} {
		if _, err := w.Write(path, []byte(path)); err != nil {
			t.Fatal(err)
		}
		if got := read(t, filepath.Join(w.Root, path)); got != path {
			t.Errorf("%s reads %q", path, got)
		}
	}
}

func TestScanAgreesWithEntries(t *testing.T) {
	w := Writer{Root: t.TempDir(), Twins: true}
	e, err := w.Write("tk/a/index.html", []byte(strings.Repeat("text ", 100)))
	if err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("/etc", filepath.Join(w.Root, "tk/link")); err != nil {
		t.Fatal(err)
	}
	s, err := ReadScan(w.Root)
	if err != nil {
		t.Fatal(err)
	}
	if !s.Intact(e) || len(s.Files) != 3 || len(s.Foreign) != 1 || len(s.Folders) != 2 {
		t.Errorf("scan %+v", s)
	}
	os.Remove(filepath.Join(w.Root, "tk/a/index.html.gz"))
	if s, _ = ReadScan(w.Root); s.Intact(e) {
		t.Error("a missing twin was not noticed")
	}
}

// TestWeigh: what is above the budget is weighed exactly, what is not costs
// nothing; with and without twins alike.
func TestWeigh(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	noise := make([]byte, 5000)
	for i := range noise {
		noise[i] = byte('a' + random.IntN(26))
	}
	text := bytes.Repeat([]byte("<p>much the same</p>"), 1000)
	packed := len(Brotli(noise))
	for _, c := range []struct {
		data         []byte
		budget, want int
	}{
		{noise, 0, 0}, {noise, 6000, 0}, {noise, packed, 0}, {noise, packed - 1, packed}, {text, 3000, 0},
	} {
		if got := Weigh(Entry{}, c.data, c.budget); got != c.want {
			t.Errorf("budget %d: %d, want %d", c.budget, got, c.want)
		}
		twin := Entry{Twins: []Twin{{Suffix: ".br", Size: int64(len(Brotli(c.data)))}}}
		if got := Weigh(twin, c.data, c.budget); got != c.want {
			t.Errorf("budget %d, with a twin: %d, want %d", c.budget, got, c.want)
		}
	}
}
