// Package known keeps what is known of a finished tree, so that the next build
// need not make again, read again or check again what did not change: of each
// file what it was made from, how it looked when it was written, and of pages
// the links and ids. A missing, torn or foreign state is no fault: then nothing
// is known and everything is made anew.
package known

import (
	"iter"
	"maps"
	"slices"

	"elinde/site/tree"
	"elinde/site/treecheck"
)

// Tree is what is known of one tree.
type Tree struct {
	Build string // build id
	// Program is the fingerprint of the program that made it.
	Program [16]byte
	// Searched are fingerprints of the forbidden strings that were looked for in
	// all files.
	Searched [][16]byte
	files    map[string]*File
}

// File is what is known of one file.
type File struct {
	Entry tree.Entry
	// Made is the fingerprint of what the file was made from: record, shared
	// values and templates of a page; the bytes of another file.
	Made [16]byte
	// Key is the fingerprint by which a page is known before its record is made;
	// zero: it has none.
	Key [16]byte
	// Seen is what the check found in a page, without faults.
	Seen treecheck.Summary
}

// New makes an empty Tree with room for n files.
func New(build string, n int) *Tree {
	return &Tree{Build: build, files: make(map[string]*File, n)}
}

// Add remembers a file.
func (t *Tree) Add(f *File) { t.files[f.Entry.Path] = f }

// File gives what is known of a file; nil if nothing is. A nil Tree knows none.
func (t *Tree) File(path string) *File {
	if t == nil {
		return nil
	}
	return t.files[path]
}

// Files gives all files, in no order.
func (t *Tree) Files() iter.Seq[*File] {
	if t == nil {
		return maps.Values(map[string]*File(nil))
	}
	return maps.Values(t.files)
}

// Len is the number of files.
func (t *Tree) Len() int {
	if t == nil {
		return 0
	}
	return len(t.files)
}

// HasSearched says whether all files were searched for the string.
func (t *Tree) HasSearched(forbidden string) bool {
	return t != nil && slices.Contains(t.Searched, tree.Sum([]byte(forbidden)))
}
