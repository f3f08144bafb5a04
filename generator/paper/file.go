package paper

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"html/template"
	"strings"
)

// File is the single file of a welaýat: it holds all it needs and opens from a
// stick or a memory card, with no network.
type File struct {
	Parts
	Language, Direction string
	Title, Site         string
	Note                string // that the data are an illustration; "" where they are not
	Heading             string
	Address             string // of the current version
	AsOf, Check         string // the date of the data; the day after which to ask again
	Body                string // HTML
	// Index is what static.Pack made; nil: the file has no search.
	Index []byte
	// Found counts the results by plural form, "{n}" for the number, as JSON.
	Found string
	// Lines are the helplines, as paper/region.html reads them. Those for the first
	// words of Dangers, ids parted by spaces, come first for whoever is in danger.
	Lines   any
	Dangers string
}

// page is what the template reads: what is safe as it stands, marked so.
type page struct {
	File
	Policy    string
	StyleText template.CSS
	CodeText  template.JS
	IndexText template.JS
	BodyText  template.HTML
}

// Bytes fills the theme's paper/file.html. The file has a policy of its own that
// lets its one style sheet and its one script run, by their hashes, and nothing
// else: it loads nothing and sends nothing.
func (f File) Bytes(t *Template) ([]byte, error) {
	for _, part := range []string{f.Script, f.Style, string(f.Index)} {
		if strings.Contains(strings.ToLower(part), "</s") || strings.Contains(part, "<!--") {
			return nil, fmt.Errorf("cannot put a script or style sheet into the file of %q: it ends its element", f.Heading)
		}
	}
	policy := fmt.Sprintf("default-src 'none'; style-src '%s'; script-src '%s'; base-uri 'none'; form-action 'none'", digest(f.Style), digest(f.Script))
	html, err := t.Body("file.html", page{File: f, Policy: policy, StyleText: template.CSS(f.Style), CodeText: template.JS(f.Script),
		IndexText: template.JS(f.Index), BodyText: template.HTML(f.Body)})
	return []byte(html), err
}

// digest is the hash source of Content Security Policy Level 3.
func digest(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}
