// Command search measures the site's search against Pagefind on the same invented
// documents: what a build costs, what a browser transfers, what is found.
//
//	(cd bench/search && npm install) && (cd tests/browser && npm ci)
//	go run ./bench/search --documents 10000 --seed 1
//
// Run it from the root of the repository. It needs Node, Chromium and openssl, and
// asks the network for nothing. The report is a Markdown table.
package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

var languages = []string{"tk", "ru", "en"}

type options struct {
	documents, queries int
	seed               uint64
	folder             string
}

func main() {
	if len(os.Args) == 6 && os.Args[1] == childArg {
		exit(index(os.Args[2], os.Args[3], os.Args[4], os.Args[5]))
		return
	}
	var o options
	flag.IntVar(&o.documents, "documents", 10000, "documents in each language")
	flag.IntVar(&o.queries, "queries", 20, "queries in each language")
	flag.Uint64Var(&o.seed, "seed", 1, "seed of the documents and queries")
	flag.StringVar(&o.folder, "folder", "", "where to work; empty for a temporary folder, removed at the end")
	flag.Parse()
	exit(run(o))
}

func exit(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "error:", err)
		os.Exit(1)
	}
}

func run(o options) (err error) {
	if o.folder == "" {
		if o.folder, err = os.MkdirTemp("", "elinde-bench-search-"); err != nil {
			return err
		}
		defer func() { err = errors.Join(err, os.RemoveAll(o.folder)) }()
	}
	builds := map[string]builds{}
	for _, language := range languages {
		fmt.Fprintln(os.Stderr, "building", language)
		b, err := buildBoth(o, filepath.Join(o.folder, language), language)
		if err != nil {
			return fmt.Errorf("%s: %w", language, err)
		}
		builds[language] = b
	}
	data, err := json.Marshal(builds)
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(o.folder, "builds.json"), data, 0o644); err != nil {
		return err
	}
	cmd := exec.Command("node", "bench/search/browse.mjs", o.folder)
	cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
	return cmd.Run()
}
