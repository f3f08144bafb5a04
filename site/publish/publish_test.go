package publish

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"elinde/site/known"
	"elinde/site/tree"
)

// made makes a folder that looks like a finished tree of a build.
func made(t *testing.T, folder, id string) {
	t.Helper()
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{"build.json": `{"build":"` + id + `"}`, "page.html": id} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// learn notes what a build would know of such a tree.
func learn(t *testing.T, p *Place, id string) {
	t.Helper()
	tr := known.New(id, 2)
	for _, name := range []string{"build.json", "page.html"} {
		tr.Add(&known.File{Entry: tree.Entry{Path: name}})
	}
	if err := p.Learn(tr); err != nil {
		t.Fatal(err)
	}
}

func open(t *testing.T, out string) *Place {
	t.Helper()
	p, err := Open(out)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// published makes a place with tree b published after tree a.
func published(t *testing.T) *Place {
	t.Helper()
	p := open(t, filepath.Join(t.TempDir(), "public"))
	for _, id := range []string{"a", "b"} {
		publishTree(t, p, id)
	}
	return p
}

func publishTree(t *testing.T, p *Place, id string) {
	t.Helper()
	s, err := p.Stage()
	if err != nil {
		t.Fatal(err)
	}
	made(t, s.Folder, id)
	learn(t, p, id)
	if err := s.Publish(id); err != nil {
		t.Fatal(err)
	}
}

// TestKilledBetweenSteps stops a swap after each of its steps, as a kill would,
// and opens the place again: one whole tree is published, the other is kept.
func TestKilledBetweenSteps(t *testing.T) {
	rename := func(t *testing.T, from, to string) {
		t.Helper()
		if err := os.Rename(from, to); err != nil {
			t.Fatal(err)
		}
	}
	intend := func(t *testing.T, p *Place) {
		t.Helper()
		if err := p.writeDurably("swap.json", []byte(`{"new":"c","old":"b"}`)); err != nil {
			t.Fatal(err)
		}
	}
	for name, c := range map[string]struct {
		do                  func(t *testing.T, p *Place)
		published, previous string
	}{
		"staged":   {func(t *testing.T, p *Place) {}, "b", "a"},
		"intended": {func(t *testing.T, p *Place) { intend(t, p) }, "b", "a"},
		"intent torn": {func(t *testing.T, p *Place) {
			os.WriteFile(p.path("swap.json"), []byte(`{"new":`), 0o644)
		}, "b", "a"},
		"swapped": {func(t *testing.T, p *Place) {
			intend(t, p)
			if err := exchange(p.path("stage"), p.Output); err != nil {
				t.Fatal(err)
			}
		}, "c", "b"},
		"previous made spare": {func(t *testing.T, p *Place) {
			intend(t, p)
			if err := exchange(p.path("stage"), p.Output); err != nil {
				t.Fatal(err)
			}
			rename(t, p.path("previous"), p.path("spare"))
		}, "c", "b"},
		"names settled": {func(t *testing.T, p *Place) {
			intend(t, p)
			if err := exchange(p.path("stage"), p.Output); err != nil {
				t.Fatal(err)
			}
			rename(t, p.path("previous"), p.path("spare"))
			rename(t, p.path("stage"), p.path("previous"))
		}, "c", "b"},
		"pair, old aside": {func(t *testing.T, p *Place) {
			intend(t, p)
			rename(t, p.Output, p.path(aside))
		}, "b", "a"},
		"pair, new in place": {func(t *testing.T, p *Place) {
			intend(t, p)
			rename(t, p.Output, p.path(aside))
			rename(t, p.path("stage"), p.Output)
		}, "c", "b"},
		"pair done": {func(t *testing.T, p *Place) {
			intend(t, p)
			if err := renamePair(p.path("stage"), p.Output); err != nil {
				t.Fatal(err)
			}
		}, "c", "b"},
	} {
		t.Run(name, func(t *testing.T) {
			p := published(t)
			made(t, p.path("stage"), "c")
			learn(t, p, "c")
			c.do(t, p)
			p.Close()
			p = open(t, p.Output)
			defer p.Close()
			if got := p.Build(); got != c.published {
				t.Errorf("published is %q, want %q", got, c.published)
			}
			if got := p.PreviousBuild(); got != c.previous {
				t.Errorf("previous is %q, want %q", got, c.previous)
			}
			if data, _ := os.ReadFile(p.Output + "/page.html"); string(data) != c.published {
				t.Errorf("published holds %q", data)
			}
			for _, name := range []string{"stage", "swap.json", aside, "spare.new"} {
				if exists(p.path(name)) {
					t.Errorf("%s was left", name)
				}
			}
			publishTree(t, p, "d")
			if p.Build() != "d" || p.PreviousBuild() != c.published {
				t.Errorf("afterwards %q and %q", p.Build(), p.PreviousBuild())
			}
		})
	}
}

func TestLockIsExclusive(t *testing.T) {
	p := open(t, filepath.Join(t.TempDir(), "public"))
	if _, err := Open(p.Output); !errors.Is(err, ErrBusy) {
		t.Errorf("a second Open says %v", err)
	}
	p.Close()
	open(t, p.Output).Close()
}

func TestUnfinishedTreeIsNotPublished(t *testing.T) {
	p := published(t)
	defer p.Close()
	s, err := p.Stage()
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Publish("c"); err == nil || p.Build() != "b" {
		t.Errorf("an empty stage was published: %v", err)
	}
}

// TestOnlyOursIsSwapped: a folder is ours if a build made it, file for file.
func TestOnlyOursIsSwapped(t *testing.T) {
	write := func(t *testing.T, name, text string) {
		t.Helper()
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	refused := func(t *testing.T, out, names string) {
		t.Helper()
		p, err := Open(out)
		if err == nil {
			p.Close()
		}
		if !errors.Is(err, ErrForeign) || !strings.Contains(err.Error(), names) {
			t.Errorf("Open says %v", err)
		}
	}
	t.Run("another folder", func(t *testing.T) {
		out := filepath.Join(t.TempDir(), "www")
		made(t, out, "0123456789abcdef0123456789abcdef")
		refused(t, out, "")
		if beside := filepath.Join(filepath.Dir(out), ".www.elinde"); exists(beside) {
			t.Errorf("%s was made", beside)
		}
	})
	t.Run("a file", func(t *testing.T) {
		out := filepath.Join(t.TempDir(), "www")
		write(t, out, "x")
		refused(t, out, "")
	})
	for name, put := range map[string]func(out string) error{
		"own file": func(out string) error { return os.WriteFile(filepath.Join(out, "CNAME"), nil, 0o644) },
		"link":     func(out string) error { return os.Symlink("/etc", filepath.Join(out, "CNAME")) },
		"link for one": func(out string) error {
			os.Remove(out + "/page.html")
			return os.Symlink("/etc/CNAME", out+"/page.html")
		},
		"in a folder": func(out string) error { os.Mkdir(out+"/x", 0o755); return os.WriteFile(out+"/x/CNAME", nil, 0o644) },
	} {
		t.Run(name, func(t *testing.T) {
			p := published(t)
			p.Close()
			if err := put(p.Output); err != nil {
				t.Fatal(err)
			}
			refused(t, p.Output, "")
		})
	}
	t.Run("meanwhile", func(t *testing.T) {
		p := published(t)
		p.Close()
		p = open(t, p.Output)
		defer p.Close()
		s, err := p.Stage()
		if err != nil {
			t.Fatal(err)
		}
		made(t, s.Folder, "c")
		learn(t, p, "c")
		write(t, filepath.Join(p.Output, "CNAME"), "x")
		if err := s.Publish("c"); !errors.Is(err, ErrForeign) || !strings.Contains(err.Error(), "CNAME") {
			t.Errorf("Publish says %v", err)
		}
		if p.Build() != "b" {
			t.Errorf("published is %q", p.Build())
		}
	})
	t.Run("state lost", func(t *testing.T) {
		out := filepath.Join(t.TempDir(), "www")
		id := tree.ID([]tree.Entry{{Path: "page.html", Sum: tree.Sum([]byte("x")), Size: 1}}, map[string]string{"as_of": "2026"})
		made(t, out, id)
		write(t, filepath.Join(out, "build.json"), `{"as_of":"2026","build":"`+id+`"}`)
		write(t, filepath.Join(out, "page.html"), "x")
		open(t, out).Close()
		write(t, filepath.Join(out, "page.html"), "y")
		refused(t, out, "")
	})
	t.Run("link for the state", func(t *testing.T) {
		out, other := filepath.Join(t.TempDir(), "www"), t.TempDir()
		if err := os.Symlink(other, filepath.Join(filepath.Dir(out), ".www.elinde")); err != nil {
			t.Skipf("NOT TESTED: no symbolic links here: %v", err)
		}
		refused(t, out, "")
	})
}
