package pages

import (
	"encoding/json"
	"time"

	"elinde/generator/downloads"
	"elinde/generator/programme"
	"elinde/generator/prose"
)

// datasetThing is a schema.org Dataset, as search engines for data read it.
type datasetThing struct {
	Context   string       `json:"@context"`
	Type      string       `json:"@type"`
	Name      string       `json:"name"`
	Text      string       `json:"description"`
	URL       string       `json:"url,omitempty"`
	Language  string       `json:"inLanguage"`
	Licence   string       `json:"license,omitempty"`
	Creator   *thing       `json:"creator"`
	Free      bool         `json:"isAccessibleForFree"`
	Version   string       `json:"version,omitempty"`
	Published string       `json:"datePublished,omitempty"`
	Downloads []downloadOf `json:"distribution"`
	Measured  string       `json:"variableMeasured,omitempty"`
	Catalog   *thing       `json:"includedInDataCatalog,omitempty"`
}

type downloadOf struct {
	Type   string `json:"@type"`
	Format string `json:"encodingFormat"`
	URL    string `json:"contentUrl"`
}

// structuredDataset describes the figures of an indicator.
func (w *planner) structuredDataset(n *programme.Indicator) string {
	name := w.text(n.Name).T
	d := w.dataset(name, prose.Plain(w.text(n.Definition).T), w.indicatorPath(n))
	d.Measured = name
	d.Downloads = w.downloadsOf(downloads.IndicatorCSV(n.ID), downloads.IndicatorJSON(n.ID))
	return encoded(d)
}

// structuredOpenData describes the whole.
func (w *planner) structuredOpenData() string {
	d := w.dataset(w.title()+": "+w.say("opendata_title"), w.say("opendata_description"), roomOpenData)
	d.Downloads = w.downloadsOf(downloads.Folder+downloads.ObservationsCSV, downloads.Folder+downloads.ServicesCSV)
	return encoded(d)
}

func (w *planner) dataset(name, description, rest string) *datasetThing {
	if w.settings.Illustration {
		description = w.say("illustration_banner") + " " + description
	}
	d := &datasetThing{Context: "https://schema.org", Type: "Dataset", Name: name, Text: description, URL: w.absolute(rest), Language: w.language.Code,
		Licence: w.settings.LicenceURL, Free: true, Creator: &thing{Type: "Organization", Name: w.publisher()}}
	if n := len(w.stats.releases); n > 0 {
		r := w.stats.releases[n-1]
		d.Version, d.Published = string(r.ID), r.PublishAt.Format(time.RFC3339)
	}
	return d
}

var encodings = map[string]string{"csv": "text/csv", "json": "application/json"}

func (w *planner) downloadsOf(paths ...string) []downloadOf {
	list := make([]downloadOf, len(paths))
	for i, p := range paths {
		ext := p[len(p)-4:]
		if ext[0] == '.' {
			ext = ext[1:]
		}
		list[i] = downloadOf{"DataDownload", encodings[ext], w.settings.BaseURL + p}
	}
	return list
}

// encoded writes as document does: no cell can close the script element.
func encoded(d *datasetThing) string {
	data, err := json.Marshal(d)
	if err != nil {
		panic(err) // only strings go in
	}
	return string(data)
}
