// Package downloads makes the open files of the site: the figures of each
// indicator as tidy CSV and as JSON, the published rows of the directory, and a
// note on how to read them. In comes a Protected, out come files under
// downloads/.
//
// Columns are listed one by one and never taken from a struct as a whole: a
// column that is added to a table reaches no download until somebody decides so.
// No cell of text can start a formula when a spreadsheet opens the file.
package downloads

import (
	"iter"

	"elinde/generator/config"
	"elinde/generator/disclosure"
	"elinde/generator/programme"
	"elinde/generator/series"
	"elinde/site"
)

// Folder is where the files stand in the tree.
const Folder = "downloads/"

// IndicatorCSV gives the address of an indicator's CSV file, relative to the root
// of the site.
func IndicatorCSV(id programme.IndicatorID) string {
	return Folder + "indicators/" + string(id) + ".csv"
}

// IndicatorJSON gives the address of an indicator's JSON file.
func IndicatorJSON(id programme.IndicatorID) string {
	return Folder + "indicators/" + string(id) + ".json"
}

// Names of the further files, under Folder.
const (
	ServicesCSV   = "services.csv"
	ProvidersCSV  = "providers.csv"
	PlacesCSV     = "places.csv"
	LocationsCSV  = "locations.csv"
	IndicatorsCSV = "indicators.csv"
	FactsCSV      = "facts.csv"
	TermsCSV      = "terms.csv"
	SourcesCSV    = "sources.csv"
	Readme        = "readme.txt"
	Disclosure    = "disclosure.json"
)

// shelf is what all files are made from.
type shelf struct {
	*programme.Index
	settings config.Settings
	codes    []string // of the languages
	extra    []string // ids of the declared dimensions
	tables   map[programme.IndicatorID]*series.Table
	next     *programme.Release // the release announced next, nil for none

	certificates []disclosure.Certificate
}

// Files makes the files one after the other, the same bytes for the same input.
func Files(p *disclosure.Protected, s config.Settings) iter.Seq[site.File] {
	return func(yield func(site.File) bool) {
		newShelf(p, s).files(yield)
	}
}

func newShelf(p *disclosure.Protected, s config.Settings) *shelf {
	h := &shelf{Index: p.Index(), settings: s, codes: s.Codes(), tables: series.Of(p), next: series.Next(p), certificates: p.Certificates()}
	for _, d := range s.Dimensions {
		h.extra = append(h.extra, d.ID)
	}
	return h
}

func (h *shelf) files(yield func(site.File) bool) {
	named := []struct {
		name string
		make func() []byte
	}{
		{Readme, h.readme},
		{ServicesCSV, h.services}, {ProvidersCSV, h.providers}, {PlacesCSV, h.places}, {LocationsCSV, h.locations},
		{IndicatorsCSV, h.indicators}, {FactsCSV, h.facts}, {TermsCSV, h.terms}, {SourcesCSV, h.sources},
	}
	if len(h.certificates) > 0 && !yield(site.File{Path: Folder + Disclosure, Data: certificate(h.certificates)}) {
		return
	}
	for _, f := range named {
		if !yield(site.File{Path: Folder + f.name, Data: f.make()}) {
			return
		}
	}
	for i := range h.Indicators {
		id := h.Indicators[i].ID
		if h.Indicator[id] != &h.Indicators[i] { // a second row of the same id
			continue
		}
		if !yield(site.File{Path: IndicatorCSV(id), Data: h.observations(id)}) ||
			!yield(site.File{Path: IndicatorJSON(id), Data: h.document(id)}) {
			return
		}
	}
}
