package downloads

import (
	"strings"

	"elinde/generator/programme"
)

// Addresses gives the addresses of pages, relative to the folder of a language; "" is
// a row without a page of its own.
type Addresses struct {
	Indicator func(n *programme.Indicator, sensitive bool) string
	Term      func(*programme.Term) string
	Release   func(programme.ReleaseID) string
	OpenData  string
}

// Folder is where the files stand in the tree.
const Folder = "downloads/"

// Indicators is where the files of each indicator stand.
const Indicators = Folder + "indicators/"

// IndicatorCSV gives the address of an indicator's CSV file, relative to the root
// of the site.
func IndicatorCSV(id programme.IndicatorID) string { return indicatorBase(id) + ".csv" }

// IndicatorJSON gives the address of an indicator's JSON file.
func IndicatorJSON(id programme.IndicatorID) string { return indicatorBase(id) + ".json" }

// IndicatorXLSX gives the address of an indicator's workbook in a language.
func IndicatorXLSX(id programme.IndicatorID, language string) string {
	return indicatorBase(id) + "." + language + ".xlsx"
}

// IndicatorZip gives the address of all files of an indicator together.
func IndicatorZip(id programme.IndicatorID) string { return indicatorBase(id) + ".zip" }

func indicatorBase(id programme.IndicatorID) string { return Indicators + string(id) }

// ReleaseFolder gives the permanent address of a release's files. Addresses have
// small letters only.
func ReleaseFolder(id programme.ReleaseID) string {
	return Folder + "releases/" + strings.ToLower(string(id)) + "/"
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
	RevisionsCSV  = "revisions.csv" // in the folder of a release too
	CoverageCSV   = "coverage.csv"
	Readme        = "readme.txt"
	Disclosure    = "disclosure.json"
	All           = "all.zip"
)

// Names of the files that a release has in its folder, and that the current
// figures of all indicators have under Folder. The workbook has the language
// before its extension.
const (
	ObservationsCSV  = "observations.csv"
	ObservationsJSON = "observations.json"
	workbookName     = "statistics"
	Checksums        = "checksums.txt"
)

// WorkbookName gives the name of a workbook of many indicators in a language.
func WorkbookName(language string) string { return workbookName + "." + language + ".xlsx" }

// ReleaseZip gives the name of a release's files together, in its folder.
func ReleaseZip(id programme.ReleaseID) string { return strings.ToLower(string(id)) + ".zip" }
