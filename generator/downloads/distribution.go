package downloads

import (
	"strconv"
	"strings"

	"elinde/generator/dcat"
	"elinde/generator/hsds"
)

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
