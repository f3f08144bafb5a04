package cli

import (
	"bytes"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"elinde/generator/signature"
	"elinde/site/tree"
)

// A site on the web is checked with its address, in the words of a folder.
func TestVerifyAnAddress(t *testing.T) {
	folder := t.TempDir()
	name := filepath.Join(t.TempDir(), "office")
	if _, err := signature.NewKeys(name, ""); err != nil {
		t.Fatal(err)
	}
	key, err := signature.ReadKey(name+".key", "")
	if err != nil {
		t.Fatal(err)
	}
	write := func(file string, data []byte) {
		if err := os.WriteFile(filepath.Join(folder, file), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("a.txt", []byte("a"))
	write("b.txt", []byte("b"))
	manifest, err := tree.ManifestOf(os.DirFS(folder))
	if err != nil {
		t.Fatal(err)
	}
	write(tree.Manifest, manifest)
	server := httptest.NewServer(http.FileServer(http.Dir(folder)))
	defer server.Close()
	run := func(args ...string) (int, string) {
		var out bytes.Buffer
		code := Main(append([]string{"verify", "--public-key", name + ".pub", "--lang", "en"}, args...), Environment{Out: &out, Err: &out, Getenv: func(string) string { return "" }, Now: time.Now})
		return code, out.String()
	}
	if code, said := run(server.URL); code != exitUsage || !strings.Contains(said, "is not signed") {
		t.Errorf("%d %s", code, said)
	}
	write(tree.Signature, key.Sign(manifest, "of today"))
	if code, said := run(server.URL); code != exitDone || !strings.Contains(said, "is what was signed (of today)") || !strings.Contains(said, "cannot be seen from outside") {
		t.Errorf("%d %s", code, said)
	}
	write("b.txt", []byte("c"))
	os.Remove(filepath.Join(folder, "a.txt"))
	if code, said := run(server.URL); code != exitFindings || !strings.Contains(said, "changed: b.txt\nmissing: a.txt") || !strings.Contains(said, "2 files differ") {
		t.Errorf("%d %s", code, said)
	}
	if code, said := run(server.URL, "--json"); code != exitFindings || !strings.Contains(said, `"ok": false`) {
		t.Errorf("%d %s", code, said)
	}
	write(tree.Manifest, append(manifest, manifest...))
	if code, said := run(server.URL); code != exitFindings || !strings.Contains(said, "trust nothing there") {
		t.Errorf("%d %s", code, said)
	}
}
