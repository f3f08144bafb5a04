package hsds

// organizations exports the providers.
func (e *exporter) organizations() {
	for i := range e.Providers {
		p := &e.Providers[i]
		id := e.ids.Of("organization", string(p.ID))
		r := Row{"id": id, "local_id": string(p.ID), "kind": p.Kind, "website": uri(p.Website), "legal_status": p.LegalStatus,
			"assured_date": p.LastVerified.String(), "email": p.Email}
		e.text(r, "name", p.Name)
		e.text(r, "description", p.Description)
		e.text(r, "uri", e.addresses(e.pages.Provider(p.ID)))
		if r["description"] == "" { // wanted by the specification
			r["description"] = r["name"]
		}
		if p.ParentID != "" {
			r["parent_organization_id"] = e.ids.Of("organization", string(p.ParentID))
		}
		e.common(r, &p.Row)
		e.add("organization", r)
		e.phone("organization", id, p.Phone)
	}
}
