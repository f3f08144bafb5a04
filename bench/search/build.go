package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"html"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"

	"elinde/search"
	"elinde/search/client"
	"elinde/search/corpus"
	"elinde/search/static"
)

// childArg marks a process that this command started itself, so that its time and
// memory are those of indexing alone.
const childArg = "child"

// cost is what a build took and left.
type cost struct {
	CPU    float64 `json:"cpu"`    // seconds
	Memory int64   `json:"memory"` // bytes at most
	Bytes  int64   `json:"bytes"`
	Files  int     `json:"files"`
	Hash   string  `json:"hash"`
	Same   bool    `json:"same"` // a second build gave the same bytes
}

type builds struct {
	Elinde   cost `json:"elinde"`
	Pagefind cost `json:"pagefind"`
}

// buildBoth writes the pages, the queries and both indexes under a folder.
func buildBoth(o options, folder, language string) (builds, error) {
	var b builds
	if err := write(o, folder, language); err != nil {
		return b, err
	}
	self, err := os.Executable()
	if err != nil {
		return b, err
	}
	ours := func(to string) *exec.Cmd {
		return exec.Command(self, childArg, language, strconv.Itoa(o.documents), strconv.FormatUint(o.seed, 10), to)
	}
	theirs := func(to string) *exec.Cmd {
		return exec.Command("node", "bench/search/node_modules/pagefind/lib/runner/bin.cjs", "--site", filepath.Join(folder, "pages"), "--output-path", to, "--quiet")
	}
	if b.Elinde, err = measured(ours, filepath.Join(folder, "site", "elinde")); err != nil {
		return b, err
	}
	b.Pagefind, err = measured(theirs, filepath.Join(folder, "site", "pagefind"))
	return b, err
}

// measured builds twice and measures the first.
func measured(command func(to string) *exec.Cmd, to string) (cost, error) {
	var c cost
	for i, folder := range []string{to, to + "-again"} {
		cmd := command(folder)
		cmd.Stderr = os.Stderr
		if err := cmd.Run(); err != nil {
			return c, fmt.Errorf("%s: %w", cmd, err)
		}
		next, err := weigh(folder)
		if err != nil {
			return c, err
		}
		if i == 1 {
			c.Same = next.Hash == c.Hash
			return c, os.RemoveAll(folder)
		}
		c = next
		c.CPU = (cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()).Seconds()
		c.Memory = cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss << 10
	}
	return c, nil
}

func weigh(folder string) (cost, error) {
	var c cost
	digest := sha256.New()
	err := fs.WalkDir(os.DirFS(folder), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(filepath.Join(folder, name))
		c.Files++
		c.Bytes += int64(len(data))
		fmt.Fprintf(digest, "%s\n%x\n", name, sha256.Sum256(data))
		return err
	})
	c.Hash = hex.EncodeToString(digest.Sum(nil)[:8])
	return c, err
}

// index writes our index and client: the work of the child.
func index(language, documents, seed, to string) error {
	n, err := strconv.Atoi(documents)
	if err != nil {
		return err
	}
	s, err := strconv.ParseUint(seed, 10, 64)
	if err != nil {
		return err
	}
	x, err := search.Build(corpus.New(language, s).Documents(n))
	if err != nil {
		return err
	}
	defer x.Close()
	for f, err := range static.Files(x) {
		if err != nil {
			return err
		}
		if err := save(filepath.Join(to, "search", f.Path), f.Data); err != nil {
			return err
		}
	}
	modules, err := client.Files()
	if err != nil {
		return err
	}
	for _, f := range modules {
		if err := save(filepath.Join(to, "search", "client", f.Path), f.Data); err != nil {
			return err
		}
	}
	return nil
}

// write makes a page of each document for Pagefind, and the queries.
func write(o options, folder, language string) error {
	c := corpus.New(language, o.seed)
	docs := c.Documents(o.documents)
	for _, d := range docs {
		var b strings.Builder
		fmt.Fprintf(&b, "<!DOCTYPE html><html lang=%q><head><meta charset=\"utf-8\"><title>%s</title></head><body data-pagefind-body><h1>%[2]s</h1>", language, html.EscapeString(d.Title))
		for name, values := range d.Facets {
			for _, v := range values {
				fmt.Fprintf(&b, "<span data-pagefind-filter=\"%s:%s\"></span>", name, v)
			}
		}
		for _, f := range d.Fields[1:] {
			fmt.Fprintf(&b, "<p>%s</p>", html.EscapeString(f.Text))
		}
		b.WriteString("</body></html>")
		if err := save(filepath.Join(folder, "pages", d.Path, "index.html"), []byte(b.String())); err != nil {
			return err
		}
	}
	data, err := json.Marshal(ask(o, language, docs))
	if err != nil {
		return err
	}
	return save(filepath.Join(folder, "queries.json"), data)
}

func save(name string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return err
	}
	return os.WriteFile(name, data, 0o644)
}
