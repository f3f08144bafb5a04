package downloads

import (
	"elinde/generator/dcat"
	"elinde/generator/hsds"
	"elinde/site"
)

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
