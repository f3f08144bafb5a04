package intake

import (
	"strings"

	"elinde/generator/hsds"
)

// locations makes the table locations, and places of addresses that lead to none.
func (in *intake) locations() {
	attributes, addresses := in.group("attribute", "link_id"), in.group("address", "location_id")
	phones, contacts, accessibility := in.group("phone", "location_id"), in.group("contact", "location_id"), in.group("accessibility", "location_id")
	services := in.group("service_at_location", "location_id")
	for _, r := range in.kept("location") {
		to := row{"id": in.idOf(r), "provider_id": in.idOf(in.owner(r, services[r.id()])), "postal_code": r.cells["postal_code"],
			"latitude": r.cells["latitude"], "longitude": r.cells["longitude"], "phone": first(phones[r.id()], "number"),
			"email": first(contacts[r.id()], "email"), "last_verified": r.cells["assured_date"], "confidential": yes(r.cells["confidential"]),
			"accessibility": in.words(accessibility[r.id()], attributes, "description", "accessibility", "accessibility"),
			"place_id":      in.placeOf(attributes[r.id()])}
		in.text(to, "name", r, "name")
		in.text(to, "directions", r, "transportation")
		in.text(to, "address", r, "address")
		in.addressed(to, r, addresses[r.id()])
		common(to, r)
		in.ours["locations"] = append(in.ours["locations"], to)
	}
}

// owner gives whose a location is: the organization it names, or that of a service
// given there.
func (in *intake) owner(r *record, services []*record) *record {
	if o := in.find("organization", r.cells["organization_id"]); o != nil {
		return o
	}
	for _, sl := range services {
		if s := in.find("service", sl.cells["service_id"]); s != nil {
			return in.find("organization", s.cells["organization_id"])
		}
	}
	return nil
}

// addressed fills in what the first postal address says where the location does
// not say it. Who publishes an address in HSDS keeps no secret of it.
func (in *intake) addressed(to row, r *record, addresses []*record) {
	for _, a := range addresses {
		if a.cells["address_type"] == "postal" && len(addresses) > 1 {
			continue
		}
		a.used = true
		if in.profiled(r) {
			return
		}
		street := []string{a.cells["attention"], a.cells["address_1"], a.cells["address_2"]}
		to[hsds.InLanguage("address", in.Text)] = strings.Join(filled(street), ", ")
		to["postal_code"], to["confidential"] = a.cells["postal_code"], "no"
		if to["place_id"] == "" {
			to["place_id"] = in.place(a)
		}
		return
	}
}

func filled(list []string) []string {
	var out []string
	for _, s := range list {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}

// placeOf gives the place that attributes lead to.
func (in *intake) placeOf(attributes []*record) string {
	if ids := in.terms(attributes, "place_id", hsds.Places); len(ids) > 0 {
		return ids[0]
	}
	return ""
}

// addPlace adds a place and remembers its names, of which the first counts.
func (in *intake) addPlace(p row) {
	in.ours["places"] = append(in.ours["places"], p)
	in.known[p["id"]] = true
	for _, code := range in.Languages {
		name := strings.ToLower(p[hsds.InLanguage("name", code)])
		if _, taken := in.places[name]; name != "" && !taken {
			in.places[name] = p["id"]
		}
	}
}

// namedPlace gives the place of that name, "" where there is none.
func (in *intake) namedPlace(name string) string { return in.places[strings.ToLower(name)] }

// place gives the place of an address, and makes it with those around it where
// they are new: country, state, city. A city that is a state of its own is one
// place.
func (in *intake) place(a *record) string {
	id, around := "", ""
	for _, p := range []struct{ level, name string }{{"country", a.cells["country"]}, {"welayat", a.cells["state_province"]}, {"city", a.cells["city"]}} {
		if p.name == "" || strings.EqualFold(p.name, around) {
			continue
		}
		parent := id
		if id = in.namedPlace(p.name); id == "" {
			if id = slug(p.name, "-"); in.known[id] {
				id = slug(p.name+" "+p.level, "-")
			}
		}
		if around = p.name; !in.known[id] {
			in.addPlace(row{"id": id, "parent_id": parent, "level": p.level, hsds.InLanguage("name", in.Text): p.name})
		}
	}
	return id
}
