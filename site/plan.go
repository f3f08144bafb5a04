// Package site turns planned pages and a theme into a checked tree of files and
// publishes it. It knows nothing of services: Go owns the graph (addresses,
// lists, links between languages), Hugo renders each page from its own record.
//
// In comes a Plan; out comes a tree in the output folder, swapped in at once, or
// problems and an untouched output folder. A page is rendered from its own
// Record and the plan's Shared values only, never from other pages: that is what
// makes shards, reuse and byte-equal rebuilds possible.
package site

import (
	"io/fs"
	"iter"
)

// Plan is a whole site, ready to be rendered.
type Plan struct {
	BaseURL   string // absolute, ends with "/"; for canonical links, the sitemap and pages whose own address is not known
	Languages []Language
	Theme     fs.FS // layouts/, components/, i18n/, assets/, static/
	Written   Written
	// Shared holds, by language, what every page of it may read, as
	// site.Params in templates. Keys are lower case. A change of it renders
	// every page of the language again: keep it small and stable.
	Shared map[string]map[string]any
	// Before holds the same as of an earlier day, or nothing: Compare tells by it
	// which pages differ from published ones in nothing else. Build does not read it.
	Before map[string]map[string]any
	// Pages are independent sequences, consumed in parallel.
	Pages []iter.Seq[Page]
	// Files are further files of the tree: feeds, downloads, indexes.
	Files iter.Seq[File]
	// Last makes files that tell of others; it is given the bytes of every file
	// written so far, by path. May be nil.
	Last func(sizes map[string]int64) iter.Seq[File]
}

// Language is a language of the site.
type Language struct {
	Code      string // BCP 47, lower case; the first folder of its addresses
	Name      string // its own name
	Direction string // "ltr" or "rtl"
	Interface string // language of the interface texts; its own code mostly
}

// Page is one page, rendered by the theme's layout of that name.
type Page struct {
	// Path is the address relative to the root of the site, without leading
	// slash: "tk/services/day-care/" is written to
	// "tk/services/day-care/index.html", "tk/404.html" to itself. Letters
	// a-z 0-9 - _ . / only.
	Path     string
	Layout   string // "service" → layouts/service.html
	Language string
	Title    string // of the document, plain text
	// Alternates are the addresses of the same page in all languages that have
	// it, itself included, in the order of the languages.
	Alternates []Alternate
	// Params is encoded as a JSON object and read by the layout as .Params; keys
	// are lower case. The key "root" is set by this package: the relative way
	// from the page to the root of the site ("../../", or the absolute base path
	// for a page whose own address is not known, such as 404). Links inside
	// Params are written without leading slash; templates put root before them.
	Params any
	// Key, unless empty, is a fingerprint of all that Params were or would be made
	// from, and Params may then be a func() any: it is called only if the page was
	// never made from the same Key. Who sets a Key promises that pages of one path
	// and Key have the same Params.
	Key []byte `json:"-"`
	// Modified is the day on which what the page tells last changed, "2026-11-23", for
	// the sitemap; "" where nobody knows.
	Modified string `json:"-"`
	// NoIndex keeps the page out of the sitemap and asks robots not to index it.
	NoIndex bool
	// Long is a document to be printed whole: the budgets of a page's weight do
	// not hold for it.
	Long bool
	// Keep says that a device may keep the page; templates read it as .Params.keep.
	Keep bool
	// Absolute makes "root" the absolute base path: for 404 pages.
	Absolute bool

	markdown string // of a page that people wrote
	// siblings is the fingerprint of all pages that people wrote in the language:
	// they may refer to each other, so all of them are rendered together.
	siblings []byte
}

// Alternate is the same page in a language.
type Alternate struct {
	Language string `json:"lang"`
	Path     string `json:"path"`
}

// File is a file of the tree that no template makes.
type File struct {
	Path string
	Data []byte
	// Make, unless nil, makes Data late. Key, unless empty, is a fingerprint of all that
	// the file is made from: Make is called only if the file was never made from the same
	// Key. Who sets a Key promises that files of one path and Key have the same bytes.
	Key  []byte
	Make func() []byte
}

// Problem is something wrong with the plan, the theme or the finished tree.
type Problem struct {
	Code   string            // stable: "link-broken", "anchor-missing", "id-duplicate", ...
	Path   string            // file of the tree or of the theme
	Detail string            // what exactly, in no language: an address, an id, Hugo's words
	Args   map[string]string // for the sentence
}
