package downloads

import (
	"iter"
	"strings"

	"elinde/generator/archive"
	"elinde/generator/programme"
	"elinde/site"
)

// Files gives the files one after the other, the same bytes for the same input.
// Of what all.zip holds the packed bytes are kept, not the files.
func (d *Downloads) Files() iter.Seq[site.File] {
	return func(out func(site.File) bool) {
		told := map[string]Listed{} // for the catalogue
		yield := func(f site.File) bool {
			told[f.Path] = list(f)
			return out(f)
		}
		current := d.current()
		p := d.newPackage("statistics", Folder, current)
		all := archive.NewWriter(d.ledger)
		pack := func(f site.File) bool {
			p.add(f)
			return all.Add(archive.Entry{Name: strings.TrimPrefix(f.Path, Folder), Data: f.Data}) == nil && yield(f)
		}
		named := append([]plainTable{{Readme, d.readme}}, d.directory()...)
		if len(d.certificates) > 0 {
			named = append(named, plainTable{Disclosure, func() []byte { return certificate(d.certificates) }})
		}
		for _, f := range named {
			if !pack(site.File{Path: Folder + f.name, Data: f.make()}) {
				return
			}
		}
		for _, n := range d.listed() {
			files := d.indicatorFiles(n, current)
			for i, f := range files {
				if isArchive := i == len(files)-1; isArchive && !yield(f) || !isArchive && !pack(f) {
					return
				}
			}
		}
		if d.Whole() {
			files := d.tableFiles(Folder, current)
			if d.Sums() {
				files = append(files, site.File{Path: Folder + YearsCSV, Data: d.sums()})
			}
			for _, f := range files {
				if !pack(f) {
					return
				}
			}
		}
		if !pack(p.file()) {
			return
		}
		data, err := all.Bytes()
		if err != nil || !yield(site.File{Path: Folder + All, Data: data}) {
			return
		}
		for _, r := range d.releases {
			for _, f := range d.filesOf(r) {
				if !yield(f) {
					return
				}
			}
		}
		for _, f := range append(d.catalog(d, told), site.File{Path: Folder + OpenAPI, Data: d.openapi()}) {
			if !out(f) {
				return
			}
		}
	}
}

// Whole reports whether the current figures of all indicators stand in one file of
// each kind.
func (d *Downloads) Whole() bool { return d.current().rows() <= mostRows }

// plainTable is a file that is made when its turn comes.
type plainTable struct {
	name string
	make func() []byte
}

// directory lists the tables of the directory and those that figures refer to.
func (h *shelf) directory() []plainTable {
	list := []plainTable{{ServicesCSV, h.services}, {ProvidersCSV, h.providers}, {PlacesCSV, h.places}, {LocationsCSV, h.locations},
		{IndicatorsCSV, h.indicators}, {FactsCSV, h.facts}, {TermsCSV, h.terms}, {SourcesCSV, h.sources}, {RevisionsCSV, h.allRevisions}}
	if h.coverage != nil {
		list = append(list, plainTable{CoverageCSV, h.covered})
	}
	return list
}

// listed gives the indicators in the order of their table, each id once.
func (h *shelf) listed() []*programme.Indicator {
	var list []*programme.Indicator
	for i := range h.Indicators {
		if n := &h.Indicators[i]; h.Indicator[n.ID] == n {
			list = append(list, n)
		}
	}
	return list
}

// indicatorFiles makes the files of one indicator.
func (h *shelf) indicatorFiles(n *programme.Indicator, current edition) []site.File {
	e := current.of(n.ID)
	files := []site.File{
		{Path: IndicatorCSV(n.ID), Data: h.observations(e)},
		{Path: IndicatorJSON(n.ID), Data: pretty(h.document(n, e))},
	}
	for i, code := range h.codes {
		files = append(files, site.File{Path: IndicatorXLSX(n.ID, code), Data: h.workbook(e, i, IndicatorXLSX(n.ID, code))})
	}
	folder := Folder + "indicators/"
	inside := append(files[:len(files):len(files)], site.File{Path: folder + Readme, Data: h.note(e, "")})
	inside = append(inside, h.describe(string(n.ID), folder, e, inside))
	return append(files, site.File{Path: IndicatorZip(n.ID), Data: h.packed(folder, inside)})
}

// zip packs entries that are far below the limits of the format.
func (h *shelf) zip(entries []archive.Entry) []byte {
	data, err := archive.Zip(h.ledger, entries)
	if err != nil {
		panic(err)
	}
	return data
}
