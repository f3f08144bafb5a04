package tree

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"runtime"
	"slices"
	"strings"
	"sync"
)

// Manifest is the file that lists all others of a tree with their SHA-256, as the
// program sha256sum does; Signature is the one that vouches for it. Neither counts
// for the build id, since the stamp is in the list.
const (
	Manifest  = "manifest.txt"
	Signature = Manifest + ".minisig"
)

// apart says whether a file is the manifest, its signature, or a packed twin of
// them.
func apart(name string) bool {
	for _, suffix := range append([]string{""}, suffixes...) {
		if of, ok := strings.CutSuffix(name, suffix); ok && (of == Manifest || of == Signature) {
			return true
		}
	}
	return false
}

// ManifestOf reads a tree whole and gives its manifest.
func ManifestOf(root fs.FS) ([]byte, error) {
	sums, err := sumsOf(root)
	if err != nil {
		return nil, err
	}
	names := make([]string, 0, len(sums))
	for name := range sums {
		names = append(names, name)
	}
	slices.Sort(names)
	var b bytes.Buffer
	for _, name := range names {
		fmt.Fprintf(&b, "%s  %s\n", sums[name], name)
	}
	return b.Bytes(), nil
}

// Differences are how a tree differs from its manifest, each list sorted.
type Differences struct {
	Changed []string `json:"changed"` // other bytes than the manifest says
	Missing []string `json:"missing"` // in the manifest only
	Added   []string `json:"added"`   // in the tree only
}

// None reports whether the tree is as the manifest says.
func (d Differences) None() bool { return len(d.Changed)+len(d.Missing)+len(d.Added) == 0 }

// Compare reads a tree whole and holds it against a manifest. An error is a file
// that cannot be read, or a manifest that is none.
func Compare(root fs.FS, manifest []byte) (Differences, error) {
	d := Differences{Changed: []string{}, Missing: []string{}, Added: []string{}}
	sums, err := sumsOf(root)
	if err != nil {
		return d, err
	}
	listed, err := ReadManifest(manifest)
	if err != nil {
		return d, err
	}
	for name, sum := range listed {
		switch found, there := sums[name]; {
		case !there:
			d.Missing = append(d.Missing, name)
		case found != sum:
			d.Changed = append(d.Changed, name)
		}
		delete(sums, name)
	}
	for name := range sums {
		d.Added = append(d.Added, name)
	}
	for _, list := range [][]string{d.Changed, d.Missing, d.Added} {
		slices.Sort(list)
	}
	return d, nil
}

// ReadManifest gives the SHA-256 of each file that a manifest lists, in hexadecimal
// digits. A line that is none of a manifest, or names no file inside the tree, is an
// error.
func ReadManifest(manifest []byte) (map[string]string, error) {
	sums := map[string]string{}
	lines := bufio.NewScanner(bytes.NewReader(manifest))
	for lines.Scan() {
		sum, name, ok := strings.Cut(lines.Text(), "  ")
		if !ok || len(sum) != 2*sha256.Size || !fs.ValidPath(name) {
			return nil, fmt.Errorf("cannot read the manifest: %q is no line of it", lines.Text())
		}
		sums[name] = sum
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("cannot read the manifest: %w", err)
	}
	return sums, nil
}

// sumsOf gives the SHA-256 of every file, in hexadecimal digits. What is no plain
// file is an error: nobody can vouch for where a link leads.
func sumsOf(root fs.FS) (map[string]string, error) {
	var names []string
	err := fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil || d.IsDir() || apart(name):
			return err
		case !d.Type().IsRegular():
			return &fs.PathError{Op: "read", Path: name, Err: errForeign}
		}
		names = append(names, name)
		return nil
	})
	if err != nil {
		return nil, err
	}
	sums := make([]string, len(names))
	faults := make([]error, runtime.GOMAXPROCS(0))
	var group sync.WaitGroup
	for worker := range faults {
		group.Go(func() {
			for i := worker; i < len(names) && faults[worker] == nil; i += len(faults) {
				sums[i], faults[worker] = sumOf(root, names[i])
			}
		})
	}
	group.Wait()
	all := make(map[string]string, len(names))
	for i, name := range names {
		all[name] = sums[i]
	}
	for _, err := range faults {
		if err != nil {
			return nil, err
		}
	}
	return all, nil
}

func sumOf(root fs.FS, name string) (string, error) {
	f, err := root.Open(name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, f); err != nil {
		return "", fmt.Errorf("cannot read %s: %w", name, err)
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}
