// Command site measures a whole build of the site against two others over the
// same pages and theme: plain Hugo, and a floor that executes html/template and
// writes. It makes the dataset, builds the program, runs the contenders in turn
// as processes of their own and prints a Markdown table.
//
//	go run ./bench/site --services 10000 --runs 3
//
// Run it from the root of the repository, on a quiet machine. The contenders
// alternate, so that what disturbs one disturbs all; ratios are taken within a
// round and their median is given.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	"elinde/site"
)

type options struct {
	services, runs           int
	folder                   string
	stages, profile, changed bool
}

func main() {
	if site.IsChild() {
		os.Exit(profiledShard())
	}
	if len(os.Args) > 2 && os.Args[1] == childArg {
		exit(child(os.Args[2], os.Args[3:]))
		return
	}
	var o options
	flag.IntVar(&o.services, "services", 10000, "services of the dataset, each in three languages")
	flag.IntVar(&o.runs, "runs", 3, "rounds; in each, every contender runs once")
	flag.StringVar(&o.folder, "folder", "", "work in this folder and keep it (default: a temporary one)")
	flag.BoolVar(&o.profile, "profile", false, "only write processor profiles of a build and its rendering processes into profiles/ of --folder")
	flag.BoolVar(&o.stages, "stages", false, "only time each stage of the build in one process")
	flag.BoolVar(&o.changed, "changed", false, "only republish three changed services")
	flag.Parse()
	if flag.NArg() > 0 || o.services < 10 || o.runs < 1 {
		flag.Usage()
		os.Exit(2)
	}
	exit(o.run())
}

func exit(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// run makes what all contenders need and measures.
func (o options) run() error {
	if o.folder == "" {
		folder, err := os.MkdirTemp("", "elinde-bench-")
		if err != nil {
			return err
		}
		defer os.RemoveAll(folder)
		o.folder = folder
	}
	folder, err := filepath.Abs(o.folder)
	if err != nil {
		return err
	}
	b := bench{options: o, folder: folder}
	if err := b.prepare(); err != nil {
		return err
	}
	switch {
	case o.profile:
		return b.writeProfiles()
	case o.stages:
		return b.self(os.Stdout, "stages", b.path("project"))
	case o.changed:
		return b.republish()
	}
	return errors.Join(b.whole(), b.republish())
}

// bench is a folder with everything that is measured.
type bench struct {
	options
	folder string
}

func (b bench) path(parts ...string) string {
	return filepath.Join(append([]string{b.folder}, parts...)...)
}

// prepare builds the program and makes the dataset, the records of all pages
// and the project for plain Hugo. Nothing of it is timed.
func (b bench) prepare() error {
	say("building the program")
	for name, pkg := range map[string]string{"elinde": "./generator", "dataset": "./bench/dataset"} {
		cmd := exec.Command("go", "build", "-o", b.path("bin", name), pkg)
		cmd.Stderr = os.Stderr
		cmd.Env = append(os.Environ(), "CGO_ENABLED=0")
		if err := cmd.Run(); err != nil {
			return fmt.Errorf("cannot build %s: %w", pkg, err)
		}
	}
	if err := os.RemoveAll(b.path("project")); err != nil {
		return err
	}
	say("making the dataset")
	cmd := exec.Command(b.path("bin", "dataset"), "--services", fmt.Sprint(b.services), "--output", b.path("project"))
	cmd.Stderr = os.Stderr
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("cannot make the dataset: %w", err)
	}
	if b.stages || b.profile || b.changed {
		return nil
	}
	say("writing the pages' records and the project of plain Hugo")
	return b.self(os.Stderr, "prepare", b.path("project"), b.path("records"), b.path("plain"))
}

func say(format string, args ...any) { fmt.Fprintf(os.Stderr, "bench: "+format+"\n", args...) }
