package downloads

import (
	"strconv"
	"strings"

	"elinde/generator/hsds"
	"elinde/generator/programme"
)

// services lists the services. A sensitive one is listed as well: the file is
// about the programme, and who opens it looks nobody's service up.
func (h *shelf) services() []byte {
	t := newSheet(h.codes)
	t.head("id", "provider_id", "name[L]", "summary[L]", "description[L]", "how_to_apply[L]", "steps[L]", "complaints[L]", "service_type", "service_type_name[L]", "target_groups", "needs",
		"delivery_modes", "status", "status_note[L]", "phone", "documents", "fee", "fee_note[L]", "fee_amount", "waiting_days", "capacity",
		"service_languages", "legal_basis[L]", "funding", "sensitive", "speaks_with_family", "successor_id", "locations", "places", "valid_from", "valid_to",
		"last_verified", "modified", "origin")
	for i := range h.Services {
		s := &h.Services[i]
		t.word(string(s.ID))
		t.word(string(s.ProviderID))
		t.text(s.Name)
		t.text(s.Summary)
		t.text(s.Description)
		t.text(s.HowToApply)
		t.text(s.Steps)
		t.text(s.Complaints)
		t.word(string(s.ServiceType))
		t.text(h.name("service_type", s.ServiceType))
		t.list(s.TargetGroups)
		t.list(s.Needs)
		t.list(s.DeliveryModes)
		t.word(s.Status)
		t.text(s.StatusNote)
		t.phone(s.Phone)
		t.list(s.Documents)
		t.word(string(s.Fee))
		t.text(s.FeeNote)
		t.amount(s.FeeAmount)
		t.word(whole(s.WaitingDays))
		t.word(whole(s.Capacity))
		t.list(s.ServiceLanguages)
		t.text(s.LegalBasis)
		t.word(s.Funding)
		t.yes(s.Sensitive)
		t.yes(s.SpeaksWithFamily)
		t.word(string(s.SuccessorID))
		t.list(h.locationsOf(s.ID))
		t.list(h.placesOf(s.ID))
		t.day(s.ValidFrom)
		t.day(s.ValidTo)
		t.day(s.LastVerified)
		t.day(s.Modified)
		t.word(s.Origin)
		t.end()
	}
	return t.bytes()
}

func (h *shelf) locationsOf(id programme.ServiceID) programme.List {
	var list programme.List
	for _, l := range h.LocationsOf[id] {
		if at := h.Location[l.LocationID]; at == nil || at.Confidential != programme.No {
			list = append(list, h.hidden(l))
		} else {
			list = append(list, string(l.LocationID))
		}
	}
	return list
}

// hidden gives the id of a confidential location as one service has it, that of HSDS.
func (h *shelf) hidden(l *programme.ServiceLocation) string {
	return hsds.NewIdentifiers(h.settings.BaseURL).HiddenLocation(h.Index, l)
}

func (h *shelf) placesOf(id programme.ServiceID) programme.List {
	var list programme.List
	for _, p := range h.PlacesOf(id) {
		list = append(list, string(p.ID))
	}
	return list
}

func (h *shelf) providers() []byte {
	t := newSheet(h.codes)
	t.head("id", "kind", "parent_id", "name[L]", "description[L]", "website", "email", "phone", "legal_status", "last_verified", "modified", "origin")
	for i := range h.Providers {
		p := &h.Providers[i]
		t.word(string(p.ID))
		t.word(p.Kind)
		t.word(string(p.ParentID))
		t.text(p.Name)
		t.text(p.Description)
		t.word(p.Website)
		t.word(p.Email)
		t.phone(p.Phone)
		t.word(p.LegalStatus)
		t.day(p.LastVerified)
		t.day(p.Modified)
		t.word(p.Origin)
		t.end()
	}
	return t.bytes()
}

func (h *shelf) places() []byte {
	t := newSheet(h.codes)
	t.head("id", "parent_id", "level", "iso_3166_1", "iso_3166_2", "name[L]", "latitude", "longitude", "status", "valid_from", "valid_to", "validity",
		"successors", "origin")
	for i := range h.Places {
		p := &h.Places[i]
		t.word(string(p.ID))
		t.word(string(p.ParentID))
		t.word(p.Level)
		t.word(h.iso(p))
		t.word(p.ISO31662)
		t.text(p.Name)
		t.amount(p.Latitude)
		t.amount(p.Longitude)
		h.validity(t, p.ID)
		t.word(p.Origin)
		t.end()
	}
	return t.bytes()
}

// iso gives the ISO 3166-1 code of the country: what the ISO 3166-2 codes of its
// parts begin with.
func (h *shelf) iso(p *programme.Place) string {
	if p.ParentID != "" {
		return ""
	}
	for _, part := range h.Children[p.ID] {
		if code, _, ok := strings.Cut(part.ISO31662, "-"); ok {
			return code
		}
	}
	return ""
}

// validity tells whether a place is in force, since when, or until when and what came
// after it; all its times as intervals.
func (h *shelf) validity(t *sheet, id programme.PlaceID) {
	s := h.Standing(id, h.today)
	t.word(s.Status)
	t.day(s.Now.From)
	t.day(s.Now.To)
	var times, successors programme.List
	for _, span := range s.Times {
		times = append(times, span.Interval())
	}
	for _, id := range s.Successors {
		successors = append(successors, string(id))
	}
	t.list(times)
	t.list(successors)
}

// locations lists where services are given. Of a confidential one disclosure
// control has left the welaýat only, and the columns of its address are not even
// looked at; it stands once for each service, as in HSDS, so that nothing tells which
// services share a place.
func (h *shelf) locations() []byte {
	t := newSheet(h.codes)
	t.head("id", "provider_id", "place_id", "confidential", "name[L]", "address[L]", "directions[L]", "postal_code", "latitude", "longitude",
		"phone", "email", "accessibility", "last_verified", "origin")
	for i := range h.Locations {
		if l := &h.Locations[i]; l.Confidential == programme.No {
			t.location(l)
		}
	}
	for i := range h.ServiceLocations {
		l := &h.ServiceLocations[i]
		if at := h.Location[l.LocationID]; at == nil || at.Confidential != programme.No {
			told := programme.Location{ID: programme.LocationID(h.hidden(l)), Confidential: programme.Yes}
			if at != nil {
				told.PlaceID = at.PlaceID
				if at.Origin == programme.Illustration {
					told.Origin = at.Origin
				}
			}
			t.location(&told)
		}
	}
	return t.bytes()
}

func (t *sheet) location(l *programme.Location) {
	t.word(string(l.ID))
	t.word(string(l.ProviderID))
	t.word(string(l.PlaceID))
	t.yes(l.Confidential)
	t.text(l.Name)
	t.text(l.Address)
	t.text(l.Directions)
	t.word(l.PostalCode)
	t.amount(l.Latitude)
	t.amount(l.Longitude)
	t.phone(l.Phone)
	t.word(l.Email)
	t.list(l.Accessibility)
	t.day(l.LastVerified)
	t.word(l.Origin)
	t.end()
}

func whole(w programme.Whole) string {
	if !w.Set {
		return ""
	}
	return strconv.Itoa(w.N)
}
