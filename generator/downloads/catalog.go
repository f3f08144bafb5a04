package downloads

import (
	"slices"

	"elinde/generator/dcat"
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
