package documents

import (
	"slices"
	"strings"

	"elinde/generator/programme"
	"elinde/search"
)

// term adds the words of a term and the facet values of it and of broader ones.
func (d *draft) term(facet, scheme string, id programme.TermID) {
	for _, t := range d.w.broader(scheme, id) {
		if slices.Contains(d.Facets[facet], string(t.ID)) {
			return // with all that is broader
		}
		d.facet(facet, string(t.ID))
		d.termWords(t)
	}
}

// termWords indexes a term's name and what else people call it. Synonyms have no
// fallback: a word of another language is no synonym.
func (d *draft) termWords(t *programme.Term) {
	d.name(t.Name, weightWords)
	if d.w.at < len(t.Synonyms) {
		d.synonyms(t.Synonyms[d.w.at], "", weightWords)
	}
}

// synonyms indexes what people call something, each a name.
func (d *draft) synonyms(list, language string, weight int) {
	for _, s := range strings.Split(list, ";") {
		before := len(d.Fields)
		d.words(s, language, weight)
		for i := range d.Fields[before:] {
			d.Fields[before+i].Name = true
		}
	}
}

// topics are the schemes whose terms have a page that lists services.
var topics = []string{"need", "target_group", "service_type"}

// topic is found by the names and synonyms of a term in all languages: people mix them.
func (w *writer) topic(t *programme.Term) search.Document {
	d := w.draft(KindTopic, t.Scheme+"/"+string(t.ID), w.paths.Term(t))
	d.Group += t.Scheme
	d.title(t.Name)
	d.show("summary", t.Description)
	d.name(t.Name, weightName)
	for i, code := range w.codes {
		if i < len(t.Synonyms) {
			d.synonyms(t.Synonyms[i], code, weightWords)
		}
		if i < len(t.Name) && i != w.at {
			d.words(t.Name[i], code, weightText)
		}
	}
	return d.Document
}

// danger indexes the words of people in danger, in all languages: those of the
// target groups, and those of terms that are no target group, which concern all.
func (d *draft) danger(groups programme.List) {
	for _, id := range sortedTerms(d.w.Term["danger"]) {
		if d.w.Term["target_group"][id] != nil && !slices.Contains(groups, string(id)) {
			continue
		}
		if d.Facets["kind"][0] == KindService && d.w.Term["target_group"][id] == nil {
			continue // life in danger is for the helplines
		}
		for i, list := range d.w.Term["danger"][id].Synonyms {
			if i >= len(d.w.codes) {
				break
			}
			for _, s := range strings.Split(list, ";") {
				before := len(d.Fields)
				d.words(s, d.w.codes[i], weightWords)
				pattern := strings.ContainsAny(s, "|*")
				for j := range d.Fields[before:] {
					d.Fields[before+j].Name, d.Fields[before+j].Alarm = !pattern, string(id)
				}
				// Of a pattern the deeds are words of the service, not who does them.
				if pattern {
					d.words(strings.NewReplacer("|", " ", "*", "").Replace(s[strings.LastIndexByte(s, ' ')+1:]), d.w.codes[i], weightText)
				}
			}
		}
	}
}

func sortedTerms(terms map[programme.TermID]*programme.Term) []programme.TermID {
	ids := make([]programme.TermID, 0, len(terms))
	for id := range terms {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids
}

// broader lists a term and the broader terms, narrowest first. A cycle ends the list.
func (w *writer) broader(scheme string, id programme.TermID) []*programme.Term {
	var chain []*programme.Term
	for t := w.Term[scheme][id]; t != nil && len(chain) < 8; t = w.Term[scheme][t.ParentID] {
		if slices.Contains(chain, t) {
			break
		}
		chain = append(chain, t)
	}
	return chain
}
