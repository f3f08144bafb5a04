package pages

import (
	"iter"
	"slices"
	"strings"

	"elinde/generator/downloads"
	"elinde/generator/hsds"
	"elinde/generator/programme"
	"elinde/site"
)

const roomOpenData = "open-data/"

// openDataPage is what the layout "opendata" reads: what there is to download, what
// its columns mean, and how to use it.
type openDataPage struct {
	frame
	Publisher string         `json:"publisher"`
	Licence   *link          `json:"licence,omitempty"`
	Release   *link          `json:"release,omitempty"` // the newest
	Day       *day           `json:"day,omitempty"`     // on which it came out
	Built     *day           `json:"built"`
	Groups    []fileGroup    `json:"groups"`
	Releases  []fileGroup    `json:"releases,omitempty"`
	Columns   []columnNote   `json:"columns"`
	Examples  []usageExample `json:"examples,omitempty"`
}

// fileGroup is a line of the list of files.
type fileGroup struct {
	Name  text   `json:"name"`
	Text  string `json:"text,omitempty"`
	Href  string `json:"href,omitempty"` // of a page
	Files []file `json:"files"`
}

// columnNote explains columns of the figures.
type columnNote struct {
	Names []string `json:"names"`
	T     string   `json:"t"`
}

// usageExample is a program of a few lines.
type usageExample struct {
	ID   string `json:"id"` // "curl", "python", "r"
	Name string `json:"name"`
	Code string `json:"code"`
}

// opensData reports whether there is a page about open data.
func (w *planner) opensData() bool { return w.hasFigures() || len(w.Services) > 0 }

// openDataPages plans the page about the open data, where figures or services are.
func (w *planner) openDataPages() iter.Seq[site.Page] {
	return func(yield func(site.Page) bool) {
		figures := w.hasFigures()
		if !w.opensData() {
			return
		}
		p := openDataPage{Built: w.day(w.today), Groups: w.fileGroups(), Columns: w.columnNotes(), Examples: w.examples()}
		p.frame = frame{Heading: text{T: w.say("opendata_title")}, Description: w.say("opendata_description"), Crumbs: w.crumbs(), Structured: w.structuredOpenData()}
		if figures {
			p.Section, p.Crumbs = "statistics", w.crumbs(w.room("nav_statistics", roomStatistic))
		} else {
			p.Groups = slices.Delete(p.Groups, 1, 2)
			p.Columns = nil
		}
		p.Publisher = w.publisher()
		if w.settings.Licence != "" {
			p.Licence = &link{Href: w.settings.LicenceURL, text: text{T: w.settings.Licence}}
		}
		if n := len(w.stats.releases); n > 0 {
			r := w.stats.releases[n-1]
			p.Release, p.Day = &link{Href: w.href(releasePath(r.ID)), text: w.text(r.Title)}, w.day(programme.DateOf(r.PublishAt.In(w.settings.Zone())))
		}
		for i := len(w.stats.releases) - 1; i >= 0; i-- {
			r := w.stats.releases[i]
			folder := downloads.ReleaseFolder(r.ID)
			p.Releases = append(p.Releases, fileGroup{Name: w.text(r.Title), Href: w.href(releasePath(r.ID)),
				Files: fileLinks(folder, downloads.ReleaseZip(r.ID), downloads.Checksums)})
		}
		yield(w.page("opendata", roomOpenData, p.Heading.T, p))
	}
}

// publisher gives who publishes the data.
func (w *planner) publisher() string {
	if name := w.settings.Publisher[w.language.Code]; name != "" {
		return name
	}
	return w.title()
}

// fileGroups lists the files, those of single indicators aside: their pages have them.
func (w *planner) fileGroups() []fileGroup {
	group := func(key string, files []file) fileGroup { return fileGroup{Name: text{T: w.say(key)}, Files: files} }
	list := []fileGroup{
		group("opendata_all", fileLinks(downloads.Folder, downloads.All)),
		group("opendata_figures", fileLinks(downloads.Folder, downloads.ObservationsCSV, downloads.WorkbookName(w.language.Code), downloads.ObservationsJSON, downloads.ObservationsSDMX, downloads.StructureSDMX, downloads.RevisionsCSV)),
		group("opendata_directory", w.directoryFiles()),
		group("opendata_words", fileLinks(downloads.Folder, downloads.IndicatorsCSV, downloads.TermsCSV, downloads.FactsCSV, downloads.SourcesCSV)),
		group("opendata_descriptions", fileLinks(downloads.Folder, downloads.Readme, downloads.Descriptor, downloads.CatalogTurtle, downloads.CatalogJSONLD, downloads.OpenAPI)),
		group("opendata_feeds", []file{{Href: w.href(releaseFeedFile), T: w.say("nav_releases")}, {Href: w.href(feedFile), T: w.say("feed_title")}}),
	}
	if !w.hasFigures() {
		list[5].Files = list[5].Files[1:]
	}
	list[1].Text, list[1].Href = w.say("opendata_each"), w.href(roomStatistic)
	if w.downloads != nil && !w.downloads.Whole() {
		list[1].Files = nil
	}
	if w.downloads != nil && w.downloads.Sums() {
		list[1].Files = append(list[1].Files, fileLinks(downloads.Folder, downloads.YearsCSV)...)
	}
	if len(w.Services) == 0 {
		list[2].Files = fileLinks(downloads.Folder, downloads.PlacesCSV)
	} else {
		list[2].Text = w.say("opendata_hsds")
	}
	return list
}

// directoryFiles lists those of the directory, with the lists of HSDS: whoever follows
// links comes from there to each object.
func (w *planner) directoryFiles() []file {
	list := fileLinks(downloads.Folder, downloads.ServicesCSV, downloads.ProvidersCSV, downloads.LocationsCSV, downloads.PlacesCSV)
	if w.covers() {
		list = append(list, fileLinks(downloads.Folder, downloads.CoverageCSV)...)
	}
	return append(list, fileLinks(hsds.Folder, append([]string{hsds.Archive, hsds.Root}, hsds.Lists()...)...)...)
}

// fileLinks makes links that are named as the files are.
func fileLinks(folder string, names ...string) []file {
	list := make([]file, len(names))
	for i, name := range names {
		list[i] = file{Href: folder + name, T: name}
		if folder == hsds.Folder {
			list[i].T = "HSDS " + name
		}
	}
	return list
}

// columnNotes explains the columns of the figures.
func (w *planner) columnNotes() []columnNote {
	return []columnNote{
		{[]string{"release_id", "released"}, w.say("column_release")},
		{[]string{"freq", "time_period"}, w.say("column_period")},
		{[]string{"ref_area"}, w.say("column_place")},
		{[]string{"indicator", "unit"}, w.say("column_indicator")},
		{w.dimensions(), w.say("column_dimensions")},
		{[]string{"obs_value"}, w.say("column_value")},
		{[]string{"symbol", "obs_status", "conf_status"}, w.say("column_status")},
		{[]string{strings.Join([]string{"comment", w.language.Code}, "_"), strings.Join([]string{"…_name", w.language.Code}, "_")}, w.say("column_words")},
		{[]string{"origin", "licence"}, w.say("column_origin")},
	}
}

// dimensions names the columns by which figures are split.
func (w *planner) dimensions() []string {
	list := []string{"sex", "age", "target_group", "service_type"}
	for _, d := range w.settings.Dimensions {
		list = append(list, d.ID)
	}
	return list
}

// examples are programs that read the country's figures of one indicator, those of
// all people and services together.
func (w *planner) examples() []usageExample {
	id := w.exampleIndicator()
	if id == "" || w.settings.BaseURL == "" {
		return nil
	}
	fill := strings.NewReplacer("ADDRESS", w.settings.BaseURL+downloads.IndicatorCSV(id), "COUNTRY", string(w.settings.Country),
		"DIMENSIONS", `"`+strings.Join(w.dimensions(), `", "`)+`"`)
	list := []usageExample{{"python", "Python", fill.Replace(examplePython)}, {"r", "R", fill.Replace(exampleR)}}
	if n := len(w.stats.releases); n > 0 {
		folder := w.settings.BaseURL + downloads.ReleaseFolder(w.stats.releases[n-1].ID)
		list = append([]usageExample{{"curl", "curl", strings.ReplaceAll(exampleCurl, "FOLDER/", folder)}}, list...)
	}
	return list
}

const (
	exampleCurl = `curl -sSO FOLDER/observations.csv
curl -sSO FOLDER/checksums.txt
sha256sum --ignore-missing -c checksums.txt`
	examplePython = `import csv, io, urllib.request

address = "ADDRESS"
with urllib.request.urlopen(address) as answer:
    for row in csv.DictReader(io.TextIOWrapper(answer, "utf-8")):
        whole = all(row[d] in ("_T", "_Z") for d in [DIMENSIONS])
        if row["ref_area"] == "COUNTRY" and whole and row["obs_value"]:
            print(row["time_period"], row["obs_value"], row["symbol"])`
	exampleR = `rows <- read.csv("ADDRESS", colClasses = "character", encoding = "UTF-8")
rows$obs_value <- as.numeric(rows$obs_value)
whole <- Reduce("&", lapply(rows[c(DIMENSIONS)], function(d) d %in% c("_T", "_Z")))
print(subset(rows, ref_area == "COUNTRY" & whole, c(time_period, obs_value, symbol)))`
)

// exampleIndicator is the first that has figures and is not sensitive.
func (w *planner) exampleIndicator() programme.IndicatorID {
	for i := range w.Indicators {
		if n := &w.Indicators[i]; w.newest(n) != nil && !w.isSensitiveTheme(n.Theme) {
			return n.ID
		}
	}
	return ""
}
