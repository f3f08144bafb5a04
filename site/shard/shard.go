// Package shard hands a part of the site to a child process of the same program
// and takes the rendered pages back. In goes a Job: templates, shared values
// and a few thousand page records; out come files in a folder and what was seen
// in each. It knows nothing of Hugo, so that a program may plan pages without
// linking it; elinde/site/hugo is the other end.
//
// A child works on one processor, with an empty environment, and holds one
// shard only: a panic or a memory blow-up of the renderer ends the child, not
// the build.
package shard

import (
	"elinde/site/tree"
	"elinde/site/treecheck"
)

// Job is what a child renders: pages of one language.
type Job struct {
	BaseURL   string
	Language  string // code
	Name      string // of the language
	Direction string // "ltr" or "rtl"
	// Sources are the files that templates may see: layouts/ and i18n/. Nothing
	// else can be read while rendering.
	Sources []Source
	Shared  []byte // JSON object: site.Params
	Folder  string // the tree that is being built; it exists
	Twins   bool   // write .br and .gz beside each page
	Rules   treecheck.Rules
	// Budget is the weight in bytes, packed with brotli, that a page with its style
	// sheets should have; heavier pages are weighed. 0: none is. Sheets are the
	// weights of the style sheets by the fingerprints of their paths.
	Budget  int
	Sheets  map[uint64]int
	Records []Record
	Count   int // of the records; set on the way
}

// Source is a file of the renderer's source file system.
type Source struct {
	Path string
	Data []byte
}

// Record is one page of a Job.
type Record struct {
	Path string // of the file in the tree
	JSON []byte // url, layout, title, params, and content for pages people write
}

// Page is a rendered page: its file, and what the check of the tree needs.
type Page struct {
	Entry   tree.Entry
	Summary treecheck.Summary
}

// Reply is what a child sends: pages while it goes, at the end Done.
type Reply struct {
	Pages []Page
	Done  bool
	// Failure is the renderer's own words; empty when all went well.
	Failure string
	Log     string // warnings of templates
}
