package hsds

import (
	"cmp"

	"elinde/generator/programme"
)

// retired makes the objects that answer at the addresses of what is gone. They are
// in no list and not in the archive. The specification has a place for what happened
// to an object, its metadata: "delete" of the identifier, replaced by the successor's
// or by "none".
func (e *exporter) retired() {
	e.gone = &Package{Languages: e.Languages, Rows: map[string][]Row{}}
	for i := range e.Retired {
		r := &e.Retired[i]
		resource, of := e.formerly(r)
		if resource == "" || e.id[resource][of(r.ID)] != nil {
			continue
		}
		id, next := of(r.ID), of(r.SuccessorID)
		if e.id[resource][next] == nil {
			next = ""
		}
		// What it was called nobody keeps; the specification wants a name.
		row := Row{"id": id, "local_id": r.ID, "name": r.ID, "description": r.ID}
		if resource == "service" {
			row["status"], row["successor_id"] = statuses["closed"], next
		}
		if resource == "taxonomy_term" {
			scheme := cmp.Or(r.Scheme, Places)
			row["taxonomy"], row["code"] = scheme, scheme+":"+r.ID
		}
		e.gone.add(resource, row)
		e.gone.add("metadata", Row{"id": e.ids.Of("metadata", id), "resource_id": id, "resource_type": resource, "last_action_date": r.Date.String(),
			"last_action_type": "delete", "field_name": "id", "previous_value": id, "replacement_value": cmp.Or(next, "none"), "updated_by": e.settings.BaseURL})
	}
	e.gone.link()
}

// formerly gives the resource in which a retired id was, "" for none, and how
// identifiers of it are made.
func (e *exporter) formerly(r *programme.Retired) (string, func(id string) string) {
	of := func(resource string) (string, func(string) string) {
		return resource, func(id string) string { return e.ids.Of(resource, id) }
	}
	switch r.Table {
	case "services":
		return of("service")
	case "providers":
		return of("organization")
	case "places":
		return "taxonomy_term", func(id string) string { return e.term(Places, id) }
	case "terms":
		return "taxonomy_term", func(id string) string { return e.term(r.Scheme, id) }
	}
	return "", nil
}
