package downloads

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"elinde/generator/dcat"
	"elinde/generator/hsds"
	"elinde/generator/programme"
	"elinde/generator/prose"
	"elinde/generator/series"
	"elinde/site"
)

// Names of the catalogue (DCAT-AP 3), under Folder.
const (
	CatalogTurtle = "catalog.ttl"
	CatalogJSONLD = "catalog.jsonld"
)

// The lists of the Publications Office of the European Union, whose terms DCAT-AP
// wants, and those of IANA.
const (
	authority = "http://publications.europa.eu/resource/authority/"
	media     = "https://www.iana.org/assignments/media-types/"
)

// catalog builds the catalogue; files tells sizes and checksums of those made so
// far, by path.
type catalog struct {
	h       *shelf
	files   map[string]Listed
	nodes   []*dcat.Node
	root    *dcat.Node
	outside []*dcat.Node
}

// TellArchive adds size and checksum of the archive of HSDS, which it makes, to the
// catalogue.
func (d *Downloads) TellArchive(archive func() []byte) { d.archive = archive }

func (h *shelf) catalog(d *Downloads, files map[string]Listed) []site.File {
	c := &catalog{h: h, files: files, root: &dcat.Node{Type: "dcat:Catalog"}}
	c.root.ID = c.name("catalog")
	c.nodes = []*dcat.Node{c.root, c.publisher()}
	c.root.AddText("dct:title", h.codes, h.settings.Title)
	c.root.AddText("dct:description", h.codes, h.marked(h.words("dataset_catalog")))
	c.root.Add("dct:publisher", dcat.Ref(c.name("publisher")))
	c.root.Add("foaf:homepage", c.ref(h.settings.BaseURL, "foaf:Document"))
	c.root.Add("dct:language", c.languages()...)
	c.root.Add("dcat:themeTaxonomy", c.ref(authority+"data-theme", "skos:ConceptScheme"))
	if h.newest != nil {
		c.root.Add("dct:modified", dcat.Typed(max(h.day(h.newest), h.changed()), "xsd:date"))
	}
	if h.settings.Licence != "" {
		c.root.Add("dct:license", c.ref(h.settings.LicenceURL, "dct:LicenseDocument"))
	}
	c.directory()
	c.statistics()
	c.indicators()
	c.releases(d)
	c.nodes = append(c.nodes, c.outside...)
	data, err := dcat.JSONLD(c.nodes)
	if err != nil {
		panic(err) // only strings go in
	}
	return []site.File{{Path: Folder + CatalogTurtle, Data: dcat.Turtle(c.nodes)}, {Path: Folder + CatalogJSONLD, Data: data}}
}

// ref leads to something outside and says once of what class it is: a reader need
// not fetch it.
func (c *catalog) ref(address, class string) dcat.Value {
	if !slices.ContainsFunc(c.outside, func(n *dcat.Node) bool { return n.ID == address }) {
		n := &dcat.Node{ID: address, Type: class}
		switch class { // their names there
		case "skos:ConceptScheme":
			n.Add("dct:title", dcat.Value{Text: "Data theme", Language: "en"})
		case "skos:Concept":
			n.Add("skos:prefLabel", dcat.Value{Text: "Population and society", Language: "en"})
		}
		c.outside = append(c.outside, n)
	}
	return dcat.Ref(address)
}

// name gives the address of a node of the catalogue.
func (c *catalog) name(id string) string {
	return c.h.settings.BaseURL + Folder + CatalogJSONLD + "#" + id
}

func (c *catalog) publisher() *dcat.Node {
	n := &dcat.Node{ID: c.name("publisher"), Type: "foaf:Agent"}
	names := map[string]string{}
	for _, code := range c.h.codes {
		names[code] = c.h.publisher(code)
	}
	n.AddText("foaf:name", c.h.codes, names)
	return n
}

// euLanguages are the languages of our sites in the list of the Publications Office.
var euLanguages = map[string]string{"tk": "TUK", "ru": "RUS", "en": "ENG", "uz": "UZB", "kk": "KAZ", "ky": "KIR", "tg": "TGK", "fa": "FAS", "tr": "TUR", "de": "DEU", "fr": "FRA"}

func (c *catalog) languages() []dcat.Value {
	var list []dcat.Value
	for _, code := range c.h.codes {
		if id := euLanguages[code]; id != "" {
			list = append(list, c.ref(authority+"language/"+id, "dct:LinguisticSystem"))
		}
	}
	return list
}

// dataset adds a dataset to the catalogue; page is its page in the folder of a language.
func (c *catalog) dataset(id, page string, title, description map[string]string) *dcat.Node {
	n := &dcat.Node{ID: c.name(id), Type: "dcat:Dataset"}
	n.AddText("dct:title", c.h.codes, title)
	n.AddText("dct:description", c.h.codes, c.h.marked(description))
	for _, code := range c.h.codes {
		n.Add("dcat:landingPage", c.ref(c.h.settings.BaseURL+code+"/"+page, "foaf:Document"))
	}
	n.Add("dct:identifier", dcat.Value{Text: c.name(id)})
	n.Add("dct:publisher", dcat.Ref(c.name("publisher")))
	n.Add("dct:language", c.languages()...)
	n.Add("dcat:theme", c.ref(authority+"data-theme/SOCI", "skos:Concept"))
	n.Add("dct:accessRights", c.ref(authority+"access-right/PUBLIC", "dct:RightsStatement"))
	if code := c.country(); code != "" {
		n.Add("dct:spatial", c.ref(authority+"country/"+code, "dct:Location"))
	}
	c.contact(n)
	c.root.Add("dcat:dataset", dcat.Ref(n.ID))
	c.nodes = append(c.nodes, n)
	return n
}

// contact says whom to write to, where the site does.
func (c *catalog) contact(n *dcat.Node) {
	if mail := c.h.settings.ReportEmail; mail != "" {
		contact := &dcat.Node{Type: "vcard:Kind"} // as the shapes of DCAT-AP name it
		contact.Add("vcard:fn", dcat.Value{Text: c.h.publisher(c.h.codes[0])})
		contact.Add("vcard:hasEmail", dcat.Ref("mailto:"+mail))
		n.Add("dcat:contactPoint", dcat.Value{Node: contact})
	}
}

// euCountries are countries by their id here.
var euCountries = map[string]string{"turkmenistan": "TKM", "kyrgyzstan": "KGZ", "kazakhstan": "KAZ", "uzbekistan": "UZB", "tajikistan": "TJK"}

func (c *catalog) country() string { return euCountries[string(c.h.settings.Country)] }

// directory catalogues the services, as tables and as HSDS.
func (c *catalog) directory() {
	if len(c.h.Services) == 0 {
		return
	}
	n := c.dataset("directory", c.h.pages.OpenData, c.h.words("dataset_directory"), c.h.words("dataset_directory_text"))
	if day := c.h.changed(); day != "" {
		n.Add("dct:modified", dcat.Typed(day, "xsd:date"))
	}
	n.Add("dct:accrualPeriodicity", c.ref(authority+"frequency/IRREG", "dct:Frequency"))
	for _, name := range []string{ServicesCSV, ProvidersCSV, LocationsCSV, PlacesCSV, TermsCSV, SourcesCSV, CoverageCSV} {
		c.distribution(n, Folder+name, "")
	}
	if c.h.archive != nil {
		c.files[hsds.Folder+hsds.Archive] = list(site.File{Path: hsds.Folder + hsds.Archive, Data: c.h.archive()})
	}
	c.distribution(n, hsds.Folder+hsds.Archive, hsdsStandard)
	c.api(n)
}

// hsdsStandard is the specification that objects and package of HSDS follow.
const hsdsStandard = "https://docs.openreferral.org/en/3.0/hsds/"

// api catalogues the lists and objects of HSDS as the service of data that they are:
// static files at the addresses of the read-only API. The search needs a server, which
// a published site may not have.
func (c *catalog) api(directory *dcat.Node) {
	n := &dcat.Node{ID: c.name("api"), Type: "dcat:DataService"}
	n.AddText("dct:title", c.h.codes, c.h.words("dataset_api"))
	n.AddText("dct:description", c.h.codes, c.h.marked(c.h.words("dataset_api_text")))
	n.Add("dcat:endpointURL", c.ref(c.h.settings.BaseURL+hsds.Folder+hsds.Root, "rdfs:Resource"))
	n.Add("dcat:endpointDescription", c.ref(c.h.settings.BaseURL+Folder+OpenAPI, "rdfs:Resource"))
	n.Add("dcat:servesDataset", dcat.Ref(directory.ID))
	n.Add("dct:conformsTo", c.ref(hsdsStandard, "dct:Standard"))
	n.Add("dct:format", c.ref(authority+"file-type/JSON", "dct:MediaTypeOrExtent"))
	n.Add("dct:publisher", dcat.Ref(c.name("publisher")))
	n.Add("dct:language", c.languages()...)
	n.Add("dct:accessRights", c.ref(authority+"access-right/PUBLIC", "dct:RightsStatement"))
	if c.h.settings.Licence != "" {
		n.Add("dct:license", dcat.Ref(c.h.settings.LicenceURL))
	}
	c.contact(n)
	c.root.Add("dcat:service", dcat.Ref(n.ID))
	c.nodes = append(c.nodes, n)
}

func (c *catalog) statistics() {
	current := c.h.current()
	if current.rows() == 0 {
		return
	}
	n := c.dataset("statistics", c.h.pages.OpenData, c.h.words("dataset_statistics"), c.h.words("download_current"))
	c.published(n, c.h.newest)
	c.temporal(n, current)
	names := []string{ObservationsCSV, ObservationsJSON, ObservationsSDMX, StructureSDMX, YearsCSV, RevisionsCSV, IndicatorsCSV, FactsCSV}
	for _, code := range c.h.codes {
		names = append(names, WorkbookName(code))
	}
	for _, name := range append(names, All) {
		c.distribution(n, Folder+name, conforms(name))
	}
}

func (c *catalog) indicators() {
	current := c.h.current()
	for _, i := range c.h.listed() {
		e := current.of(i.ID)
		if e.rows() == 0 {
			continue
		}
		definition := map[string]string{}
		for code, text := range c.h.byLanguage(i.Definition) {
			definition[code] = prose.Plain(text)
		}
		n := c.dataset("indicator-"+string(i.ID), c.h.page(i), c.h.byLanguage(i.Name), definition)
		c.published(n, c.h.newest)
		c.temporal(n, e)
		n.Add("dct:accrualPeriodicity", c.ref(authority+"frequency/"+map[string]string{"A": "ANNUAL", "Q": "QUARTERLY"}[i.Frequency], "dct:Frequency"))
		names := []string{IndicatorCSV(i.ID), IndicatorJSON(i.ID)}
		for _, code := range c.h.codes {
			names = append(names, IndicatorXLSX(i.ID, code))
		}
		for _, name := range append(names, IndicatorZip(i.ID)) {
			c.distribution(n, name, "")
		}
	}
}

// releases catalogues each release as a part of their series.
func (c *catalog) releases(d *Downloads) {
	if len(d.releases) == 0 {
		return
	}
	all := &dcat.Node{ID: c.name("releases"), Type: "dcat:DatasetSeries"}
	all.Add("rdf:type", dcat.Ref("http://www.w3.org/ns/dcat#Dataset")) // what a series is as well, for those who do not infer
	all.AddText("dct:title", c.h.codes, c.h.words("nav_releases"))
	all.AddText("dct:description", c.h.codes, c.h.words("dataset_statistics"))
	all.Add("dct:publisher", dcat.Ref(c.name("publisher")))
	c.root.Add("dcat:dataset", dcat.Ref(all.ID))
	c.nodes = append(c.nodes, all)
	for _, r := range d.releases {
		out := r.edition.release
		title := c.h.byLanguage(out.Title)
		n := c.dataset("release-"+strings.ToLower(string(out.ID)), c.h.pages.Release(out.ID), title, title)
		n.Add("dcat:inSeries", dcat.Ref(all.ID))
		n.Add("dcat:version", dcat.Value{Text: string(out.ID)})
		c.published(n, out)
		c.temporal(n, r.edition)
		for _, f := range r.listed {
			if f.Format == "CSV" || f.Format == "XLSX" || f.Format == "ZIP" || f.Format == "JSON" || f.Format == "SDMX-CSV" {
				if !strings.HasSuffix(f.Path, "/"+Descriptor) {
					c.distribution(n, f.Path, conforms(f.Path))
				}
			}
		}
	}
}

// conforms names the standard of a file that follows one.
func conforms(name string) string {
	if strings.HasSuffix(name, ObservationsSDMX) || strings.HasSuffix(name, StructureSDMX) {
		return "https://sdmx.org/standards-2/"
	}
	return ""
}

func (c *catalog) published(n *dcat.Node, r *programme.Release) {
	if r != nil {
		n.Add("dct:issued", dcat.Typed(r.PublishAt.Format(time.RFC3339), "xsd:dateTime"))
	}
}

// temporal says from when to when the figures speak.
func (c *catalog) temporal(n *dcat.Node, e edition) {
	from, to := time.Time{}, time.Time{}
	for _, i := range e.order {
		for _, f := range e.figures(i.ID) {
			a, b, ok := bounds(f)
			if ok && (from.IsZero() || a.Before(from)) {
				from = a
			}
			if ok && b.After(to) {
				to = b
			}
		}
	}
	if from.IsZero() {
		return
	}
	period := &dcat.Node{Type: "dct:PeriodOfTime"}
	period.Add("dcat:startDate", dcat.Typed(from.Format(time.DateOnly), "xsd:date"))
	period.Add("dcat:endDate", dcat.Typed(to.Format(time.DateOnly), "xsd:date"))
	n.Add("dct:temporal", dcat.Value{Node: period})
}

// bounds gives the first and the last day of the period of a figure.
func bounds(f *series.Figure) (from, to time.Time, ok bool) {
	p, ok := programme.ParsePeriod(f.TimePeriod)
	if !ok {
		return from, to, false
	}
	span := p.Span()
	return span.From.Time(), span.To.Time(), true
}

// formats are files by their extension in the list of the Publications Office.
var formats = map[string]string{"csv": "CSV", "json": "JSON", "xlsx": "XLSX", "zip": "ZIP"}

// format names the format of a file: that of SDMX by its media type, which is in no list
// of the Publications Office or of IANA; others are.
func (c *catalog) format(name, ext string) dcat.Value {
	own := sdmxMedia(name)
	if own == "" {
		return c.ref(authority+"file-type/"+formats[ext], "dct:MediaTypeOrExtent")
	}
	n := &dcat.Node{Type: "dct:MediaTypeOrExtent"}
	n.Add("rdfs:label", dcat.Value{Text: own})
	return dcat.Value{Node: n}
}

// distribution adds a file to a dataset.
func (c *catalog) distribution(n *dcat.Node, name, standard string) {
	f, made := c.files[name]
	if !made && !strings.HasPrefix(name, hsds.Folder) {
		return // too large for one file
	}
	ext := name[strings.LastIndexByte(name, '.')+1:]
	d := &dcat.Node{ID: c.name(strings.ReplaceAll(strings.TrimPrefix(name, Folder), "/", "-")), Type: "dcat:Distribution"}
	d.Add("dct:title", dcat.Value{Text: strings.TrimPrefix(name, Folder)})
	d.Add("dcat:accessURL", dcat.Ref(c.h.settings.BaseURL+name))
	d.Add("dcat:downloadURL", dcat.Ref(c.h.settings.BaseURL+name))
	d.Add("dct:format", c.format(name, ext))
	d.Add("dcat:mediaType", c.ref(media+mediaTypes["."+ext], "dct:MediaType"))
	if standard != "" {
		d.Add("dct:conformsTo", c.ref(standard, "dct:Standard"))
	}
	others := name == Folder+PlacesCSV || name == Folder+FactsCSV || name == Folder+SourcesCSV // rows of theirs, by their licences
	if c.h.settings.Licence != "" && !others {
		d.Add("dct:license", dcat.Ref(c.h.settings.LicenceURL))
	}
	if f.Size > 0 {
		d.Add("dcat:byteSize", dcat.Typed(strconv.Itoa(f.Size), "xsd:nonNegativeInteger"))
		check := &dcat.Node{Type: "spdx:Checksum"}
		check.Add("spdx:algorithm", c.ref("http://spdx.org/rdf/terms#checksumAlgorithm_sha256", "spdx:ChecksumAlgorithm"))
		check.Add("spdx:checksumValue", dcat.Typed(f.SHA256, "xsd:hexBinary"))
		d.Add("spdx:checksum", dcat.Value{Node: check})
	}
	n.Add("dcat:distribution", dcat.Ref(d.ID))
	c.nodes = append(c.nodes, d)
}
