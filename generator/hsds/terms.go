package hsds

import "strings"

// Places is the taxonomy whose terms are the places of the country.
const Places = "place"

// vocabularies exports every scheme of terms and the places as a taxonomy each.
func (e *exporter) vocabularies() {
	done := map[string]bool{}
	for i := range e.Terms {
		t := &e.Terms[i]
		e.taxonomy(done, t.Scheme)
		r := Row{"id": e.term(t.Scheme, string(t.ID)), "local_id": string(t.ID), "icon": t.Icon, "position": whole(t.Position), "sensitive": boolean(t.Sensitive)}
		e.text(r, "name", t.Name)
		e.text(r, "description", t.Description)
		e.text(r, "synonyms", t.Synonyms)
		if t.ParentID != "" {
			r["parent_id"] = e.term(t.Scheme, string(t.ParentID))
		}
		e.common(r, &t.Row)
		e.addTerm(t.Scheme, r)
	}
	for i := range e.Index.Places {
		p := &e.Index.Places[i]
		e.taxonomy(done, Places)
		r := Row{"id": e.term(Places, string(p.ID)), "local_id": string(p.ID), "level": p.Level, "iso_3166_2": p.ISO31662,
			"alternative_names": strings.Join(p.AlternativeNames, ";"), "latitude": number(p.Latitude), "longitude": number(p.Longitude)}
		standing := e.Standing(p.ID, e.today)
		r["status"], r["valid_from"], r["valid_to"] = standing.Status, standing.Now.From.String(), standing.Now.To.String()
		var successors []string
		for _, id := range standing.Successors {
			successors = append(successors, e.term(Places, string(id)))
		}
		r["successor_ids"] = strings.Join(successors, ";")
		e.text(r, "name", p.Name)
		if p.ParentID != "" {
			r["parent_id"] = e.term(Places, string(p.ParentID))
		}
		e.common(r, &p.Row)
		e.addTerm(Places, r)
	}
}

// addTerm fills what every term has. Its code begins with the taxonomy, because
// the specification wants codes unique over all of them; a description is wanted
// too, and where there is none the name stands for it.
func (e *exporter) addTerm(scheme string, r Row) {
	r["code"], r["taxonomy"], r["taxonomy_id"] = scheme+":"+r["local_id"], scheme, e.ids.Of("taxonomy", scheme)
	r["language"] = e.Languages[0]
	if r["description"] == "" {
		r["description"] = r["name"]
	}
	e.add("taxonomy_term", r)
}

// term gives the UUID of a term.
func (e *exporter) term(scheme, id string) string { return e.ids.Of("taxonomy_term", scheme, id) }

// taxonomy exports a scheme once, under its own name.
func (e *exporter) taxonomy(done map[string]bool, scheme string) {
	if done[scheme] {
		return
	}
	done[scheme] = true
	e.add("taxonomy", Row{"id": e.ids.Of("taxonomy", scheme), "name": scheme, "description": scheme})
}
