// Package downloads makes the open files of the site: the figures of each
// indicator, of each release and of all together as tidy CSV, JSON, XLSX and zip,
// the published rows of the directory, and a note on how to read them. In comes a
// Protected, out come files under downloads/.
//
// Columns are listed one by one and never taken from a struct as a whole: a
// column that is added to a table reaches no download until somebody decides so.
// No cell of text can start a formula when a spreadsheet opens the file. The
// files of a release are made from its own figures and those before it: they stay
// as they are when later releases come.
package downloads

import (
	"elinde/generator/config"
	"elinde/generator/disclosure"
	"elinde/generator/programme"
	"elinde/generator/revision"
	"elinde/generator/series"
	"elinde/site"
)

// Say gives the interface text of a key in a language of the site.
type Say func(language, key string) string

// Downloads are the open files of one build.
type Downloads struct {
	shelf
	p        *disclosure.Protected
	releases []*release

	held      *release // see again
	heldFiles []site.File
}

// New prepares the files. Those of releases are made at once, since pages tell
// their checksums. Known is of former builds.
func New(p *disclosure.Protected, s config.Settings, say Say, pages Addresses, known Memory) (*Downloads, error) {
	d := &Downloads{shelf: *newShelf(p, s, say, pages), p: p}
	d.memory = known
	err := d.makeReleases()
	return d, err
}

// Figures gives the current figures of every indicator, which are only to be read;
// nil where no files are made.
func (d *Downloads) Figures() map[programme.IndicatorID]*series.Table {
	if d == nil {
		return nil
	}
	return d.tables
}

// shelf is what all files are made from.
type shelf struct {
	*programme.Index
	settings config.Settings
	say      Say
	pages    Addresses
	today    programme.Date
	codes    []string // of the languages
	extra    []string // ids of the declared dimensions
	tables   map[programme.IndicatorID]*series.Table
	next     *programme.Release // the release announced next, nil for none
	newest   *programme.Release // the newest that is out, nil for none
	out      []*programme.Release
	known    *codeLists // of all releases
	log      *revision.Log
	coverage func() []Covered // nil for none
	archive  func() []byte    // of HSDS; nil where it is not known
	memory   Memory

	certificates []disclosure.Certificate
}

func newShelf(p *disclosure.Protected, s config.Settings, say Say, pages Addresses) *shelf {
	h := &shelf{Index: p.Index(), settings: s, say: say, pages: pages, today: p.Today(), codes: s.Codes(), tables: series.Of(p), next: series.Next(p), certificates: p.Certificates()}
	for _, d := range s.Dimensions {
		h.extra = append(h.extra, d.ID)
	}
	if h.out = series.Releases(p); len(h.out) > 0 {
		h.newest = h.out[len(h.out)-1]
	}
	h.log = revision.Of(p)
	return h
}

// day gives the day on which a release came out in the country, "" for none.
func (h *shelf) day(r *programme.Release) string {
	if r == nil {
		return ""
	}
	return programme.DateOf(r.PublishAt.In(h.settings.Zone())).String()
}

// publisher gives who publishes the data, in a language.
func (h *shelf) publisher(language string) string {
	for _, names := range []map[string]string{h.settings.Publisher, h.settings.Title} {
		for _, code := range append([]string{language}, h.codes...) {
			if names[code] != "" {
				return names[code]
			}
		}
	}
	return ""
}

// in gives a text in the language at place i, in the first one that has it
// otherwise.
func in(t programme.Text, i int) string {
	if i < len(t) && t[i] != "" {
		return t[i]
	}
	for _, s := range t {
		if s != "" {
			return s
		}
	}
	return ""
}
