package downloads

import (
	"strings"

	"elinde/generator/dcat"
	"elinde/generator/prose"
)

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
