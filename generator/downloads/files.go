package downloads

import (
	"iter"
	"strings"

	"elinde/generator/archive"
	"elinde/generator/programme"
	"elinde/site"
)

// Files gives the files one after the other, the same bytes for the same input.
func (d *Downloads) Files() iter.Seq[site.File] {
	return func(yield func(site.File) bool) {
		var all []archive.Entry // what all.zip holds
		d.files(func(f site.File, isPacked bool) bool {
			if isPacked {
				all = append(all, archive.Entry{Name: strings.TrimPrefix(f.Path, Folder), Data: f.Data})
			}
			return yield(f)
		})
		yield(site.File{Path: Folder + All, Data: zip(all)})
	}
}

// files yields each file, and whether it stands in the archive of all.
func (d *Downloads) files(yield func(f site.File, isPacked bool) bool) {
	h := &d.shelf
	named := append([]plainTable{{Readme, h.readme}}, h.directory()...)
	if len(h.certificates) > 0 && !yield(site.File{Path: Folder + Disclosure, Data: certificate(h.certificates)}, true) {
		return
	}
	for _, f := range named {
		if !yield(site.File{Path: Folder + f.name, Data: f.make()}, true) {
			return
		}
	}
	current := h.current()
	for _, n := range h.listed() {
		for _, f := range h.indicatorFiles(n, current) {
			if !yield(f, !strings.HasSuffix(f.Path, ".zip")) {
				return
			}
		}
	}
	if current.rows() <= mostRows {
		for _, f := range h.tableFiles(Folder, current) {
			if !yield(f, false) {
				return
			}
		}
	}
	for _, r := range d.releases {
		for _, f := range d.filesOf(r) {
			if !yield(f, false) {
				return
			}
		}
	}
}

// plainTable is a file that is made when its turn comes.
type plainTable struct {
	name string
	make func() []byte
}

// directory lists the tables of the directory and those that figures refer to.
func (h *shelf) directory() []plainTable {
	return []plainTable{{ServicesCSV, h.services}, {ProvidersCSV, h.providers}, {PlacesCSV, h.places}, {LocationsCSV, h.locations},
		{IndicatorsCSV, h.indicators}, {FactsCSV, h.facts}, {TermsCSV, h.terms}, {SourcesCSV, h.sources}}
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
	return append(files, site.File{Path: IndicatorZip(n.ID), Data: h.bundle(Folder+"indicators/", files)})
}

// bundle packs files with the note on how to read them.
func (h *shelf) bundle(folder string, files []site.File) []byte {
	return packed(folder, append([]site.File{{Path: folder + Readme, Data: h.readme()}}, files...))
}

// zip packs entries that are far below the limits of the format.
func zip(entries []archive.Entry) []byte {
	data, err := archive.Zip(entries)
	if err != nil {
		panic(err)
	}
	return data
}
