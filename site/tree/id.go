package tree

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Stamp is the file that says what a tree was built from and its build id.
const Stamp = "build.json"

// ID is the fingerprint of a whole tree: of all paths and bytes but the stamp's,
// and of what the stamp says besides.
func ID(entries []Entry, info map[string]string) string {
	slices.SortFunc(entries, func(x, y Entry) int { return strings.Compare(x.Path, y.Path) })
	sum := sha256.New()
	for _, e := range entries {
		fmt.Fprintf(sum, "%s %x %d %d\n", e.Path, e.Sum, e.Size, len(e.Twins))
	}
	for _, key := range slices.Sorted(maps.Keys(info)) {
		fmt.Fprintf(sum, "%q=%q\n", key, info[key])
	}
	return hex.EncodeToString(sum.Sum(nil)[:16])
}

var errForeign = errors.New("it was not made as it is")

// Proven reads a folder whole and gives its build id if it is, file for file, the
// tree that its stamp says. Nobody makes such a folder by chance.
func Proven(root string) (string, error) {
	data, err := os.ReadFile(filepath.Join(root, Stamp))
	if err != nil {
		return "", err
	}
	info := map[string]string{}
	if err := json.Unmarshal(data, &info); err != nil {
		return "", err
	}
	id := info["build"]
	delete(info, "build")
	entries := map[string]Entry{}
	err = fs.WalkDir(os.DirFS(root), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || apart(name) {
			return err
		}
		if !d.Type().IsRegular() {
			return errForeign
		}
		data, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(name)))
		entries[name] = Entry{Path: name, Sum: Sum(data), Size: int64(len(data))}
		return err
	})
	if err != nil {
		return "", err
	}
	var list []Entry
	for name, e := range entries {
		if name == Stamp || isTwin(name, entries) {
			continue
		}
		for _, suffix := range suffixes {
			if _, ok := entries[name+suffix]; ok && Compressible(name) {
				e.Twins = append(e.Twins, Twin{Suffix: suffix})
			}
		}
		list = append(list, e)
	}
	if id == "" || ID(list, info) != id {
		return "", errForeign
	}
	return id, nil
}

func isTwin(name string, entries map[string]Entry) bool {
	for _, suffix := range suffixes {
		if of, ok := strings.CutSuffix(name, suffix); ok && Compressible(of) {
			if _, there := entries[of]; there {
				return true
			}
		}
	}
	return false
}
