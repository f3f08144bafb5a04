package pipeline

import (
	"elinde/generator/finding"
	"elinde/search"
	"elinde/site/treecheck"
)

// leaks looks for forbidden texts in search documents. The index made of them is
// packed, so a search of the finished files would not find any. What was found
// is not said: it is the secret.
func leaks(docs []search.Document, forbidden []string) []finding.Finding {
	finder := treecheck.NewFinder(forbidden)
	var found []finding.Finding
	var text []byte
	for i := range docs {
		d := &docs[i]
		text = append(append(text[:0], d.ID...), '\n')
		text = append(append(text, d.Title...), '\n')
		for _, f := range d.Fields {
			text = append(append(text, f.Text...), '\n')
		}
		for _, s := range d.Display {
			text = append(append(text, s...), '\n')
		}
		for _, list := range d.Facets {
			for _, s := range list {
				text = append(append(text, s...), '\n')
			}
		}
		if len(finder.In(text)) > 0 {
			found = append(found, finding.Finding{Code: finding.SiteForbiddenString, Severity: finding.Error, Value: d.Path})
		}
	}
	return found
}
