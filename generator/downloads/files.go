package downloads

import (
	"iter"

	"elinde/generator/archive"
	"elinde/generator/programme"
	"elinde/site"
)

// Files gives the files one after the other, the same bytes for the same input.
// Of what all.zip holds the packed bytes are kept, not the files.
func (d *Downloads) Files() iter.Seq[site.File] {
	return func(out func(site.File) bool) {
		listed := map[string]Listed{} // for the catalogue
		yield := func(t part) bool {
			listed[t.file.Path] = t.Listed
			return out(t.file)
		}
		current := d.current()
		p := d.newPackage("statistics", Folder, current)
		all := archive.NewWriter(d.memory.Ledger)
		pack := func(t part) bool {
			p.add(t.told)
			return all.AddPacked(*t.Packed) == nil && yield(t)
		}
		for _, f := range d.named() {
			make := func() []site.File { return []site.File{{Path: Folder + f.name, Data: f.make()}} }
			if f.services && !pack(d.part(make()[0], true)) || !f.services && !pack(d.group(f.name, always, make)[0]) {
				return
			}
		}
		for _, n := range d.listed() {
			files := d.group("indicator "+string(n.ID), func(f site.File) bool { return f.Path != IndicatorZip(n.ID) }, func() []site.File { return d.indicatorFiles(n, current) })
			for _, f := range files {
				if f.Packed == nil && !yield(f) || f.Packed != nil && !pack(f) {
					return
				}
			}
		}
		if d.Whole() {
			files := d.group("current", always, func() []site.File {
				files := d.tableFiles(Folder, current)
				if d.Sums() {
					files = append(files, site.File{Path: Folder + YearsCSV, Data: d.sums()})
				}
				return files
			})
			for _, f := range files {
				if !pack(f) {
					return
				}
			}
		}
		if !pack(d.part(p.file(), true)) {
			return
		}
		data, err := all.Bytes()
		if err != nil || !yield(d.part(site.File{Path: Folder + All, Data: data}, false)) {
			return
		}
		for _, r := range d.releases {
			for _, f := range r.files {
				listed[f.file.Path] = f.Listed
				if !out(f.file) {
					return
				}
			}
		}
		for _, f := range append(d.catalog(d, listed), site.File{Path: Folder + OpenAPI, Data: d.openapi()}) {
			if !out(f) {
				return
			}
		}
	}
}

func always(site.File) bool { return true }

// named lists the note, the tables of the directory and the certificate.
func (d *Downloads) named() []plainTable {
	list := append([]plainTable{{Readme, d.readme, true}}, d.directory()...)
	if len(d.certificates) > 0 {
		list = append(list, plainTable{Disclosure, func() []byte { return certificate(d.certificates) }, false})
	}
	return list
}

// Whole reports whether the current figures of all indicators stand in one file of
// each kind.
func (d *Downloads) Whole() bool { return d.current().rows() <= mostRows }

// plainTable is a file that is made when its turn comes.
type plainTable struct {
	name     string
	make     func() []byte
	services bool // it depends on their rows
}

// directory lists the tables of the directory and those that figures refer to.
func (h *shelf) directory() []plainTable {
	list := []plainTable{{ServicesCSV, h.services, true}, {ProvidersCSV, h.providers, false}, {PlacesCSV, h.places, false}, {LocationsCSV, h.locations, false},
		{IndicatorsCSV, h.indicators, false}, {FactsCSV, h.facts, false}, {TermsCSV, h.terms, false}, {SourcesCSV, h.sources, false}, {RevisionsCSV, h.allRevisions, false}}
	if h.coverage != nil {
		list = append(list, plainTable{CoverageCSV, h.covered, true})
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
	data, err := archive.Zip(h.memory.Ledger, entries)
	if err != nil {
		panic(err)
	}
	return data
}
