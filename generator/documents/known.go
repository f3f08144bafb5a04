package documents

import (
	"elinde/generator/config"
	"elinde/generator/disclosure"
	"elinde/search"
)

// Known gives words that people know and no document may have: the names of all terms,
// and the synonyms of the term "known" of the scheme "kind".
func Known(p *disclosure.Protected, s config.Settings) []search.Known {
	var list []search.Known
	x := p.Index()
	for i, language := range s.Languages {
		words := ""
		for j := range x.Terms {
			if t := &x.Terms[j]; i < len(t.Name) && t.Scheme != "danger" {
				words += t.Name[i] + " "
			}
		}
		if t := x.Term["kind"]["known"]; t != nil && i < len(t.Synonyms) {
			words += t.Synonyms[i]
		}
		list = append(list, search.Known{Language: language.Code, Words: words})
	}
	return list
}
