package downloads

import (
	"time"

	"elinde/generator/dcat"
	"elinde/generator/programme"
	"elinde/generator/series"
)

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
