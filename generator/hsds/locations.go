package hsds

import (
	"strconv"

	"elinde/generator/programme"
)

// locations exports the locations that may be named.
func (e *exporter) locations() {
	for i := range e.Locations {
		l := &e.Locations[i]
		if l.Confidential != programme.No {
			continue // see hidden
		}
		id := e.ids.Of("location", string(l.ID))
		r := Row{"id": id, "local_id": string(l.ID), "location_type": "physical", "organization_id": e.ids.Of("organization", string(l.ProviderID)),
			"latitude": number(l.Latitude), "longitude": number(l.Longitude), "postal_code": l.PostalCode, "confidential": "false",
			"assured_date": l.LastVerified.String()}
		e.text(r, "name", l.Name)
		e.text(r, "transportation", l.Directions)
		e.text(r, "address", l.Address)
		e.common(r, &l.Row)
		e.add("location", r)
		e.address(id, l)
		e.phone("location", id, l.Phone)
		e.contact("location", id, l.Email)
		e.accessibility(id, l.Accessibility)
		e.at("location", id, l.PlaceID)
	}
}

// address exports a postal address where all is known that the specification
// wants of one. What is known otherwise stands in the location itself.
func (e *exporter) address(id string, l *programme.Location) {
	street, _ := l.Address.In(0)
	place, region := e.Place[l.PlaceID], e.Region(l.PlaceID)
	if street == "" || l.PostalCode == "" || place == nil {
		return
	}
	if region == nil {
		region = place
	}
	city, _ := place.Name.In(0)
	state, _ := region.Name.In(0)
	e.add("address", Row{"id": e.ids.Of("address", id), "location_id": id, "address_1": street, "city": city, "state_province": state,
		"postal_code": l.PostalCode, "country": e.country, "address_type": "physical"})
}

func (e *exporter) accessibility(id string, list programme.List) {
	for _, a := range list {
		r := Row{"id": e.ids.Of("accessibility", id, a), "location_id": id, "description": a}
		if t := e.Term["accessibility"][programme.TermID(a)]; t != nil {
			r["description"], _ = t.Name.In(0)
			r["details"], _ = t.Description.In(0)
		}
		e.add("accessibility", r)
		e.attribute("accessibility", r["id"], "accessibility", "accessibility", programme.TermID(a))
	}
}

// atLocations exports which service is given where.
func (e *exporter) atLocations() {
	for i := range e.ServiceLocations {
		sl := &e.ServiceLocations[i]
		service, location := e.ids.Of("service", string(sl.ServiceID)), e.ids.Of("location", string(sl.LocationID))
		if confidential(e.Index, sl.LocationID) {
			location = e.hidden(sl)
		}
		id := e.pair(sl.ServiceID, sl.LocationID)
		r := Row{"id": id, "service_id": service, "location_id": location}
		e.text(r, "description", sl.Note)
		e.common(r, &sl.Row)
		e.add("service_at_location", r)
		e.phone("service_at_location", id, sl.Phone)
	}
}

// hidden exports a confidential location for one service: that there is one, and
// the welaýat. No two services have the same, no provider is named.
func (e *exporter) hidden(sl *programme.ServiceLocation) string {
	id := e.ids.HiddenLocation(e.Index, sl)
	e.add("location", Row{"id": id, "location_type": "physical", "confidential": "true"})
	if l := e.Location[sl.LocationID]; l != nil {
		e.at("location", id, l.PlaceID)
	}
	return id
}

// pair gives the UUID of a service at a location.
func (e *exporter) pair(service programme.ServiceID, location programme.LocationID) string {
	if confidential(e.Index, location) {
		return e.ids.Of("service_at_location", string(service), "confidential", nth(e.Index, service, location))
	}
	return e.ids.Of("service_at_location", string(service), string(location))
}

// HiddenLocation gives the UUID under which a confidential location of a service is
// published.
func (i Identifiers) HiddenLocation(x *programme.Index, sl *programme.ServiceLocation) string {
	return i.Of("location", "confidential", string(sl.ServiceID), nth(x, sl.ServiceID, sl.LocationID))
}

// nth tells the confidential locations of one service apart without their ids,
// which change with the other rows of the table.
func nth(x *programme.Index, service programme.ServiceID, location programme.LocationID) string {
	n := 0
	for _, sl := range x.LocationsOf[service] {
		if sl.LocationID == location {
			break
		}
		if confidential(x, sl.LocationID) {
			n++
		}
	}
	return strconv.Itoa(n)
}
