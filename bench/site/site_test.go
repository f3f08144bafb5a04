package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"elinde/site"
)

func TestMain(m *testing.M) {
	if site.IsChild() {
		os.Exit(site.ChildMain())
	}
	os.Exit(m.Run())
}

// TestContenders: each of them makes a small site with the theme as it stands, and the
// floor writes what a build writes.
func TestContenders(t *testing.T) {
	b := bench{folder: t.TempDir()}
	cmd := exec.Command("go", "run", "./bench/dataset", "--services", "12", "--output", b.path("project"))
	cmd.Dir = filepath.Join("..", "..")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if err := prepare(b.path("project"), b.path("records"), b.path("plain")); err != nil {
		t.Fatal(err)
	}
	if err := floor(b.path("records"), b.path("floor-out")); err != nil {
		t.Error("floor:", err)
	}
	if err := plain(b.path("plain"), b.path("plain-out")); err != nil {
		t.Error(err)
	}
	if err := os.Mkdir(b.path("profiles"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := profiledBuild(b.path("project"), b.path("profiles")); err != nil {
		t.Fatal(err)
	}
	same, all, err := samePages(b.path("project", "public"), b.path("floor-out"))
	if err != nil || same < all*9/10 {
		t.Errorf("the floor wrote %d of %d pages as the build did: %v", same, all, err)
	}
	if _, err := os.Stat(b.path("plain-out", "tk", "services", "svc-000001", "index.html")); err != nil {
		t.Error("plain Hugo made no page of a service:", err)
	}
}
