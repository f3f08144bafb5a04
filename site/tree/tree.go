// Package tree writes files of the site into a folder and describes them, so
// that the next build can tell without reading whether a file is still the one
// it wrote.
package tree

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
)

// Entry describes a file as it was written.
type Entry struct {
	Path    string // relative to the tree, with slashes
	Sum     [16]byte
	Size    int64
	ModTime int64 // nanoseconds since 1970
	Twins   []Twin
}

// Twin is a precompressed file beside another.
type Twin struct {
	Suffix  string // ".br" or ".gz"
	Size    int64
	ModTime int64
}

// Writer writes into one folder; it may be used by several goroutines.
type Writer struct {
	Root  string
	Twins bool // write .br and .gz beside text files
}

// Sum is the fingerprint of a file's bytes: half of SHA-256, which is enough
// against chance and against anyone who does not look for 2^64 files.
func Sum(data []byte) [16]byte {
	full := sha256.Sum256(data)
	return [16]byte(full[:16])
}

// Write creates a file with its folders and says what was written. It never
// writes through an existing file: that one may be shared, by a hard link, with
// the published tree.
func (w Writer) Write(path string, data []byte) (Entry, error) {
	e := Entry{Path: path, Sum: Sum(data), Size: int64(len(data))}
	var err error
	if e.ModTime, err = w.create(path, data); err != nil {
		return e, err
	}
	if !w.Twins || !Compressible(path) {
		return e, nil
	}
	for _, suffix := range suffixes {
		packed := compress(suffix, data)
		t := Twin{Suffix: suffix, Size: int64(len(packed))}
		if t.ModTime, err = w.create(path+suffix, packed); err != nil {
			return e, err
		}
		e.Twins = append(e.Twins, t)
	}
	return e, nil
}

// create writes a new file and gives its time of modification.
func (w Writer) create(path string, data []byte) (int64, error) {
	name := filepath.Join(w.Root, filepath.FromSlash(path))
	f, err := openNew(name)
	if err != nil {
		return 0, fmt.Errorf("cannot write %s: %w", path, err)
	}
	_, err = f.Write(data)
	var info fs.FileInfo
	if err == nil {
		info, err = f.Stat()
	}
	if e := f.Close(); err == nil {
		err = e
	}
	if err != nil {
		return 0, fmt.Errorf("cannot write %s: %w", path, err)
	}
	return info.ModTime().UnixNano(), nil
}

// openNew makes a file that did not exist, with its folders.
func openNew(name string) (*os.File, error) {
	const flags = os.O_WRONLY | os.O_CREATE | os.O_EXCL
	if filepath.Base(name) == "index.html" {
		os.Mkdir(filepath.Dir(name), 0o755) // saves a vain attempt to open; a failure is found below
	}
	f, err := os.OpenFile(name, flags, 0o644)
	if err == nil {
		return f, nil
	}
	if err := makeWay(name, err); err != nil {
		return nil, err
	}
	return os.OpenFile(name, flags, 0o644)
}

// makeWay removes or makes what kept a file from being made: something of a
// former tree in its place, a missing folder, a file where a folder must be.
func makeWay(name string, err error) error {
	switch {
	case os.IsExist(err):
		return os.RemoveAll(name)
	case os.IsNotExist(err):
		return os.MkdirAll(filepath.Dir(name), 0o755)
	case errors.Is(err, syscall.ENOTDIR):
		for dir := filepath.Dir(name); len(dir) > 1; dir = filepath.Dir(dir) {
			if info, err := os.Lstat(dir); err == nil && !info.IsDir() {
				if err := os.Remove(dir); err != nil {
					return err
				}
				break
			}
		}
		return os.MkdirAll(filepath.Dir(name), 0o755)
	}
	return err
}

// Wants says whether an entry has the twins that this writer would make.
func (w Writer) Wants(e Entry) bool {
	return (len(e.Twins) > 0) == (w.Twins && Compressible(e.Path))
}

// Compressible says whether a file is text, by its name, and worth a
// precompressed twin.
func Compressible(path string) bool {
	i := strings.LastIndexByte(path, '.')
	if i < 0 {
		return false
	}
	switch path[i+1:] {
	case "html", "css", "js", "mjs", "json", "geojson", "jsonld", "xml", "svg", "txt", "csv", "ics", "webmanifest", "md", "wasm":
		return true
	}
	return false
}
