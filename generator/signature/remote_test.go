package signature

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"elinde/site/tree"
)

// served publishes a signed site on this machine, under a folder as many sites stand.
// Asked, unless nil, answers in place of the site where it returns true.
func served(t *testing.T, asked func(w http.ResponseWriter, name string) bool) (address, folder string, key Key, public string) {
	t.Helper()
	folder, key, public = signedSite(t)
	files := http.FileServer(http.Dir(folder))
	server := httptest.NewServer(http.StripPrefix("/sub/", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if asked == nil || !asked(w, r.URL.Path) {
			files.ServeHTTP(w, r)
		}
	})))
	t.Cleanup(server.Close)
	return server.URL + "/sub", folder, key, public
}

// A server that leads index.html to its folder, as this one does, is still the site.
func TestASiteOnTheWebIsSound(t *testing.T) {
	address, _, _, public := served(t, nil)
	for _, a := range []string{address, address + "/"} {
		if r, err := CheckURL(t.Context(), http.DefaultClient, a, public); err != nil || !r.Sound() || r.Comment != "of a day" {
			t.Errorf("%s: %+v (%v)", a, r, err)
		}
	}
}

// Each way in which a server can give something else is told by the name of the file.
func TestWhatAServerDoesIsTold(t *testing.T) {
	page := func(name string) bool { return name == "en/index.html" || name == "en/" }
	for what, c := range map[string]struct {
		asked func(w http.ResponseWriter, name string) bool
		want  string // changed, missing, unread
	}{
		"another page": {func(w http.ResponseWriter, name string) bool {
			if page(name) {
				fmt.Fprint(w, "<p>else")
			}
			return page(name)
		}, "[en/index.html] [] []"},
		"no page": {func(w http.ResponseWriter, name string) bool {
			if page(name) {
				w.WriteHeader(http.StatusGone)
			}
			return page(name)
		}, "[] [en/index.html] []"},
		"a fault": {func(w http.ResponseWriter, name string) bool {
			if page(name) {
				w.WriteHeader(http.StatusBadGateway)
			}
			return page(name)
		}, "[] [] [en/index.html: 502 Bad Gateway]"},
		"a page cut short": {func(w http.ResponseWriter, name string) bool {
			if page(name) {
				w.Header().Set("Content-Length", "99")
				fmt.Fprint(w, "<p>en")
			}
			return page(name)
		}, "[] [] [en/index.html: unexpected EOF]"},
		"a page from elsewhere": {func(w http.ResponseWriter, name string) bool {
			if page(name) {
				w.Header().Set("Location", "http://127.0.0.1:1/en/")
				w.WriteHeader(http.StatusFound)
			}
			return page(name)
		}, "[] [] [en/index.html: 302 Found]"},
	} {
		t.Run(what, func(t *testing.T) {
			address, _, _, public := served(t, c.asked)
			r, err := CheckURL(t.Context(), http.DefaultClient, address, public)
			if got := fmt.Sprint(r.Changed, r.Missing, r.Unread); err != nil || r.Sound() || got != c.want {
				t.Errorf("%s (%v), want %s", got, err, c.want)
			}
		})
	}
}

// What is not signed by the key is believed in nothing: no file that it lists is asked
// for, nor one outside the site that a signed list names.
func TestNothingIsAskedOfAnUntrustedList(t *testing.T) {
	var asked []string
	address, folder, key, public := served(t, func(_ http.ResponseWriter, name string) bool {
		asked = append(asked, name)
		return false
	})
	_, _, other := signedSite(t)
	if _, err := CheckURL(t.Context(), http.DefaultClient, address, other); !errors.Is(err, ErrUntrusted) || len(asked) != 2 {
		t.Errorf("asked for %q (%v)", asked, err)
	}
	manifest := []byte(strings.Repeat("0", 64) + "  ../secret\n")
	os.WriteFile(filepath.Join(folder, tree.Manifest), manifest, 0o644)
	os.WriteFile(filepath.Join(folder, tree.Signature), key.Sign(manifest, ""), 0o644)
	asked = nil
	if _, err := CheckURL(t.Context(), http.DefaultClient, address, public); err == nil || len(asked) != 2 {
		t.Errorf("asked for %q (%v)", asked, err)
	}
	os.Remove(filepath.Join(folder, tree.Signature))
	if _, err := CheckURL(t.Context(), http.DefaultClient, address, public); !errors.Is(err, ErrUnsigned) {
		t.Errorf("without a signature: %v", err)
	}
}

// A site that is published anew meanwhile is neither sound nor forged.
func TestASiteThatChangesMeanwhileIsToldApart(t *testing.T) {
	manifests := 0
	address, _, _, public := served(t, func(w http.ResponseWriter, name string) bool {
		if name == tree.Manifest {
			manifests++
		}
		if manifests == 2 && name == tree.Manifest {
			fmt.Fprint(w, "another")
			return true
		}
		return false
	})
	if _, err := CheckURL(t.Context(), http.DefaultClient, address, public); !errors.Is(err, ErrChanging) {
		t.Errorf("%v", err)
	}
}

// A file of 256 MB is read through and kept nowhere; whoever loses patience is obeyed.
func TestALargeSiteTakesNoMemory(t *testing.T) {
	const size = 256 << 20
	zeros := make([]byte, 1<<20)
	sum := sha256.New()
	for range size / len(zeros) {
		sum.Write(zeros)
	}
	address, folder, key, public := served(t, func(w http.ResponseWriter, name string) bool {
		if name != "large.bin" {
			return false
		}
		for range size / len(zeros) {
			if _, err := w.Write(zeros); err != nil {
				break
			}
		}
		return true
	})
	manifest := []byte(hex.EncodeToString(sum.Sum(nil)) + "  large.bin\n")
	os.WriteFile(filepath.Join(folder, tree.Manifest), manifest, 0o644)
	os.WriteFile(filepath.Join(folder, tree.Signature), key.Sign(manifest, ""), 0o644)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	r, err := CheckURL(t.Context(), http.DefaultClient, address, public)
	runtime.ReadMemStats(&after)
	if err != nil || !r.Sound() {
		t.Fatalf("%+v (%v)", r, err)
	}
	if spent := after.TotalAlloc - before.TotalAlloc; spent > 8<<20 {
		t.Errorf("%d bytes of memory were asked for, of a file of %d", spent, size)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := CheckURL(ctx, http.DefaultClient, address, public); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}

// A manifest without end is not read to its end.
func TestAManifestWithoutEndIsRefused(t *testing.T) {
	line := []byte(strings.Repeat("0", 64) + "  x\n")
	address, _, _, public := served(t, func(w http.ResponseWriter, name string) bool {
		if name != tree.Signature {
			return false
		}
		for range mostSignature {
			if _, err := w.Write(line); err != nil {
				break
			}
		}
		return true
	})
	if _, err := CheckURL(t.Context(), http.DefaultClient, address, public); err == nil || !strings.Contains(err.Error(), "larger than") {
		t.Errorf("%v", err)
	}
}
