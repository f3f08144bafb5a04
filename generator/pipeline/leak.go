package pipeline

import (
	"elinde/generator/dataset"
	"elinde/generator/disclosure"
	"elinde/generator/finding"
	"elinde/generator/programme"
	"elinde/search"
	"elinde/site/treecheck"
)

// withheld is what no byte of the site may tell.
type withheld struct {
	texts []string // in the forms of package site/withheld
	from  map[string]programme.Position
}

// secretsOf drops texts too short to be searched for.
func secretsOf(p *disclosure.Protected, d *dataset.Dataset) withheld {
	s := withheld{from: map[string]programme.Position{}}
	for _, text := range p.Forbidden() {
		if len(text) >= 4 {
			s.texts = append(s.texts, text)
			s.from[text] = p.From(text)
		}
	}
	for _, w := range d.Withheld() {
		s.texts = append(s.texts, w.Text)
		s.from[w.Text] = w.From
	}
	return s
}

// leak says in which file a forbidden text would be published and from which
// confidential row it comes. The text itself is not said: it is the secret.
func (s withheld) leak(path, text string) finding.Finding {
	from := s.from[text]
	return finding.Finding{Code: finding.SiteForbiddenString, Severity: finding.Error, File: from.File, Line: from.Line, Value: path}
}

// leaks looks for forbidden texts in search documents. The index made of them is
// packed, so a search of the finished files would not find any.
func leaks(docs []search.Document, forbidden withheld) []finding.Finding {
	finder := treecheck.NewFinder(forbidden.texts)
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
		for _, secret := range finder.In(text) {
			found = append(found, forbidden.leak(d.Path, secret))
		}
	}
	return found
}
