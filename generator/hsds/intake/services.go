package intake

import (
	"slices"
	"strings"
	"time"

	"elinde/generator/hsds"
	"elinde/generator/programme"
)

// statuses of a service there and here. Our Profile means planned by inactive;
// others only say that it cannot be used now.
var statuses = map[string]string{"active": "active", "temporarily closed": "paused", "inactive": "paused", "defunct": "closed"}

// fundings are what we know of who pays.
var fundings = []string{"state-budget", "social-contract", "programme", "other"}

// services makes the table services.
func (in *intake) services() {
	phones, attributes := in.group("phone", "service_id"), in.group("attribute", "link_id")
	documents, languages := in.group("required_document", "service_id"), in.group("language", "service_id")
	funding, costs := in.group("funding", "service_id"), in.group("cost_option", "service_id")
	for _, r := range in.kept("service") {
		own := attributes[r.id()]
		to := row{"id": in.idOf(r), "provider_id": in.idOf(in.find("organization", r.cells["organization_id"])), "status": statuses[r.cells["status"]],
			"phone": first(phones[r.id()], "number"), "waiting_days": r.cells["waiting_days"], "capacity": r.cells["capacity"],
			"sensitive": yes(r.cells["sensitive"]), "speaks_with_family": yes(r.cells["speaks_with_family"]),
			"successor_id": in.idOf(in.find("service", r.cells["successor_id"])),
			"valid_from":   r.cells["valid_from"], "valid_to": r.cells["valid_to"], "last_verified": r.cells["assured_date"]}
		if in.profiled(r) && r.cells["status"] == "inactive" {
			to["status"] = "planned"
		}
		for column, name := range map[string]string{"name": "name", "summary": "summary", "description": "description", "status_note": "alert",
			"how_to_apply": "application_process", "steps": "steps", "complaints": "complaints", "fee_note": "fees_description", "legal_basis": "legal_basis"} {
			in.text(to, column, r, name)
		}
		to["service_type"] = strings.Join(in.terms(own, "service_type", "service_type"), ";")
		to["target_groups"] = strings.Join(in.terms(own, "target_groups", "target_group"), ";")
		to["needs"] = strings.Join(in.terms(own, "needs", "need"), ";")
		to["delivery_modes"] = strings.Join(in.terms(own, "delivery_modes", "delivery_mode"), ";")
		to["fee"] = strings.Join(in.terms(own, "fee", "fee"), ";")
		to["documents"] = in.words(documents[r.id()], attributes, "document", "documents", "document")
		to["service_languages"] = in.words(languages[r.id()], attributes, "name", "service_languages", "language")
		for _, f := range funding[r.id()] {
			if slices.Contains(fundings, f.cells["source"]) {
				f.used, to["funding"] = true, f.cells["source"]
			}
		}
		for _, c := range costs[r.id()] {
			if c.used = in.profiled(r); c.used && c.cells["amount"] != "0" { // the rest repeats the fee
				to["fee_amount"] = c.cells["amount"]
			}
		}
		common(to, r)
		if to["modified"] == "" {
			to["modified"] = in.day(r.cells["last_modified"])
		}
		in.ours["services"] = append(in.ours["services"], to)
	}
}

// words gives the terms that rows stand for: the term that they lead to, or one
// made of their text.
func (in *intake) words(rows []*record, attributes map[string][]*record, name, column, scheme string) string {
	var ids []string
	for _, r := range rows {
		r.used = true
		if terms := in.terms(attributes[r.id()], column, scheme); len(terms) > 0 {
			ids = append(ids, terms...)
			continue
		}
		text := r.cells[name]
		if id := in.word(scheme, text); id != "" {
			ids = append(ids, id)
		}
	}
	return strings.Join(ids, ";")
}

// day gives the day in the country of an instant.
func (in *intake) day(cell string) string {
	t, err := time.Parse(time.RFC3339, cell)
	if err != nil {
		return ""
	}
	return programme.DateOf(t.In(in.Zone)).String()
}

// atLocations makes the table service_locations.
func (in *intake) atLocations() {
	phones := in.group("phone", "service_at_location_id")
	for _, r := range in.kept("service_at_location") {
		service, location := in.find("service", r.cells["service_id"]), in.find("location", r.cells["location_id"])
		if service == nil || location == nil {
			continue // told as a row that has no place
		}
		to := row{"service_id": in.idOf(service), "location_id": in.idOf(location), "phone": first(phones[r.id()], "number")}
		in.noted(to, r, service, "note", "description")
		common(to, r)
		in.ours["service_locations"] = append(in.ours["service_locations"], to)
	}
}

// noted puts the text of a row without an id of ours: it speaks the Profile where
// the service that it belongs to does.
func (in *intake) noted(to row, r, service *record, column, name string) {
	with := &record{cells: hsds.Row{"local_id": service.cells["local_id"]}}
	for key, cell := range r.cells {
		with.cells[key] = cell
	}
	in.text(to, column, with, name)
}

// areas makes the table service_areas where the place is known.
func (in *intake) areas() {
	attributes := in.group("attribute", "link_id")
	for _, r := range in.kept("service_area") {
		service := in.find("service", r.cells["service_id"])
		place := in.placeOf(attributes[r.id()])
		if place == "" {
			place = in.namedPlace(r.cells["name"])
		}
		if service == nil || place == "" {
			continue
		}
		to := row{"service_id": in.idOf(service), "place_id": place}
		common(to, r)
		in.ours["service_areas"] = append(in.ours["service_areas"], to)
	}
}
