package signature

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"elinde/site/tree"
)

// signedSite makes a small signed site and gives its folder, key and public key.
func signedSite(t *testing.T) (folder string, key Key, public string) {
	t.Helper()
	folder = t.TempDir()
	for name, text := range map[string]string{"index.html": "<p>", "en/index.html": "<p>en", "build.json": "{}"} {
		path := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	name := filepath.Join(t.TempDir(), "office")
	public, err := NewKeys(name, "")
	if err != nil {
		t.Fatal(err)
	}
	if key, err = ReadKey(name+".key", ""); err != nil {
		t.Fatal(err)
	}
	manifest, err := tree.ManifestOf(os.DirFS(folder))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(key.Sign(manifest, "of a day"), key.Sign(manifest, "of a day")) {
		t.Error("two signatures of one manifest differ")
	}
	os.WriteFile(filepath.Join(folder, tree.Manifest), manifest, 0o644)
	os.WriteFile(filepath.Join(folder, tree.Signature), key.Sign(manifest, "of a day"), 0o644)
	if r, err := Check(folder, name+".pub"); err != nil || !r.Sound() {
		t.Errorf("the key's file does not check: %+v (%v)", r, err)
	}
	return folder, key, public
}

func TestASignedSiteIsSound(t *testing.T) {
	folder, _, public := signedSite(t)
	r, err := Check(folder, public)
	if err != nil || !r.Sound() || r.Comment != "of a day" {
		t.Errorf("%+v (%v)", r, err)
	}
}

// Each way to tamper with a site is told by the name of the file.
func TestTamperingIsTold(t *testing.T) {
	for name, c := range map[string]struct {
		do   func(folder string) error
		want func(Result) bool
	}{
		"changed":     {func(f string) error { return os.WriteFile(f+"/index.html", []byte("<b>"), 0o644) }, func(r Result) bool { return r.Signed && len(r.Changed) == 1 && r.Changed[0] == "index.html" }},
		"stamp":       {func(f string) error { return os.WriteFile(f+"/build.json", []byte("{ }"), 0o644) }, func(r Result) bool { return len(r.Changed) == 1 }},
		"removed":     {func(f string) error { return os.Remove(f + "/en/index.html") }, func(r Result) bool { return len(r.Missing) == 1 && r.Missing[0] == "en/index.html" }},
		"added":       {func(f string) error { return os.WriteFile(f+"/en/x.html", nil, 0o644) }, func(r Result) bool { return len(r.Added) == 1 && r.Added[0] == "en/x.html" }},
		"manifest":    {func(f string) error { return os.WriteFile(f+"/"+tree.Manifest, nil, 0o644) }, func(r Result) bool { return !r.Signed && len(r.Added) == 3 }},
		"no manifest": {func(f string) error { return os.Remove(f + "/" + tree.Manifest) }, nil},
	} {
		t.Run(name, func(t *testing.T) {
			folder, _, public := signedSite(t)
			if err := c.do(folder); err != nil {
				t.Fatal(err)
			}
			r, err := Check(folder, public)
			if c.want == nil {
				if !errors.Is(err, ErrUnsigned) {
					t.Errorf("%+v (%v)", r, err)
				}
				return
			}
			if err != nil || r.Sound() || !c.want(r) {
				t.Errorf("%+v (%v)", r, err)
			}
		})
	}
}

func TestAnotherKeyDoesNotVouch(t *testing.T) {
	folder, _, _ := signedSite(t)
	_, _, other := signedSite(t)
	if r, err := Check(folder, other); err != nil || r.Signed || r.Sound() {
		t.Errorf("%+v (%v)", r, err)
	}
	if _, err := Check(folder, "no key"); err == nil {
		t.Error("a public key that is none was taken")
	}
}

func TestKeysAreKept(t *testing.T) {
	name := filepath.Join(t.TempDir(), "office")
	if _, err := NewKeys(name, ""); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(name + ".key"); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the key has the mode %v (%v)", info.Mode(), err)
	}
	if _, err := NewKeys(name, ""); !errors.Is(err, os.ErrExist) {
		t.Errorf("a key was overwritten: %v", err)
	}
}

func TestAnEncryptedKeyWantsItsPassword(t *testing.T) {
	if testing.Short() {
		t.Skip("an encrypted key takes seconds and a gigabyte, on purpose")
	}
	name := filepath.Join(t.TempDir(), "office")
	if _, err := NewKeys(name, "parol"); err != nil {
		t.Fatal(err)
	}
	if _, err := ReadKey(name+".key", "other"); !errors.Is(err, ErrPassword) {
		t.Errorf("a wrong password gives %v", err)
	}
	if key, err := ReadKey(name+".key", "parol"); err != nil || key.ID() == "" {
		t.Errorf("the right password gives %v", err)
	}
}
