package hsds

import (
	"net/url"

	"golang.org/x/net/idna"

	"elinde/generator/programme"
)

// statuses of a service here and there.
var statuses = map[string]string{"active": "active", "paused": "temporarily closed", "planned": "inactive", "closed": "defunct"}

// currencies are the moneys (ISO 4217) of countries (ISO 3166-1).
var currencies = map[string]string{"TM": "TMT", "KG": "KGS", "KZ": "KZT", "TJ": "TJS", "UZ": "UZS"}

// services exports the services.
func (e *exporter) services() {
	for i := range e.Services {
		s := &e.Services[i]
		id := e.ids.Of("service", string(s.ID))
		r := Row{"id": id, "local_id": string(s.ID), "organization_id": e.ids.Of("organization", string(s.ProviderID)),
			"status": statuses[s.Status], "assured_date": s.LastVerified.String(), "last_modified": e.instant(s.Modified),
			"waiting_days": whole(s.WaitingDays), "capacity": whole(s.Capacity), "sensitive": boolean(s.Sensitive),
			"speaks_with_family": boolean(s.SpeaksWithFamily), "valid_from": s.ValidFrom.String(), "valid_to": s.ValidTo.String()}
		for name, t := range map[string]programme.Text{"name": s.Name, "summary": s.Summary, "description": s.Description, "alert": s.StatusNote,
			"application_process": s.HowToApply, "steps": s.Steps, "complaints": s.Complaints, "fees_description": s.FeeNote, "legal_basis": s.LegalBasis,
			"url": e.addresses(e.pages.Service(s.ID))} {
			e.text(r, name, t)
		}
		if r["description"] == "" {
			r["description"] = r["summary"]
		}
		if s.SuccessorID != "" {
			r["successor_id"] = e.ids.Of("service", string(s.SuccessorID))
		}
		e.eligibility(r, s)
		e.common(r, &s.Row)
		e.add("service", r)
		e.phone("service", id, s.Phone)
		e.attributes(id, s)
		e.needed(id, s)
	}
}

// attributes exports what the vocabularies say of a service.
func (e *exporter) attributes(id string, s *programme.Service) {
	e.attribute("service", id, "service_type", "service_type", s.ServiceType)
	for _, l := range []struct {
		column, scheme string
		terms          programme.List
	}{{"target_groups", "target_group", s.TargetGroups}, {"needs", "need", s.Needs}, {"delivery_modes", "delivery_mode", s.DeliveryModes}} {
		for _, t := range l.terms {
			e.attribute("service", id, l.column, l.scheme, programme.TermID(t))
		}
	}
	e.attribute("service", id, "fee", "fee", s.Fee)
}

// needed exports documents, languages, money and areas of a service.
func (e *exporter) needed(id string, s *programme.Service) {
	name := func(scheme string, t programme.TermID) string {
		if term := e.Term[scheme][t]; term != nil {
			n, _ := term.Name.In(0)
			return n
		}
		return string(t)
	}
	for _, d := range s.Documents {
		document := e.ids.Of("required_document", id, d)
		e.add("required_document", Row{"id": document, "service_id": id, "document": name("document", programme.TermID(d))})
		e.attribute("required_document", document, "documents", "document", programme.TermID(d))
	}
	for _, l := range s.ServiceLanguages {
		language := e.ids.Of("language", id, l)
		e.add("language", Row{"id": language, "service_id": id, "name": name("language", programme.TermID(l)), "code": isoLanguage(l)})
		e.attribute("language", language, "service_languages", "language", programme.TermID(l))
	}
	if s.Fee != "" {
		cost := Row{"id": e.ids.Of("cost_option", id), "service_id": id, "option": name("fee", s.Fee)}
		e.text(cost, "amount_description", s.FeeNote)
		switch {
		case s.FeeAmount.Set():
			cost["amount"] = number(s.FeeAmount)
		case s.Fee == "free":
			cost["amount"] = "0"
		}
		if cost["amount"] != "" {
			cost["currency"] = currencies[e.country]
		}
		e.add("cost_option", cost)
	}
	if s.Funding != "" {
		e.add("funding", Row{"id": e.ids.Of("funding", id), "service_id": id, "source": s.Funding})
	}
	for _, a := range e.AreasOf[s.ID] {
		area := e.ids.Of("service_area", id, string(a.PlaceID))
		r := Row{"id": area, "service_id": id, "extent_type": "text", "extent": string(a.PlaceID)}
		if p := e.Place[a.PlaceID]; p != nil {
			r["name"], _ = p.Name.In(0)
		}
		e.common(r, &a.Row)
		e.add("service_area", r)
		e.at("service_area", area, a.PlaceID)
	}
}

// addresses gives the address of a page in each language.
func (e *exporter) addresses(path string) programme.Text {
	t := make(programme.Text, len(e.Languages))
	for i, code := range e.Languages {
		t[i] = e.settings.BaseURL + code + "/" + path
	}
	return t
}

// uri gives an address that is one by RFC 3986, escaped where people wrote letters
// that it may not hold; blank where it cannot be.
func uri(s string) string {
	u, err := url.Parse(s)
	if err != nil || !u.IsAbs() {
		return ""
	}
	if host, err := idna.Lookup.ToASCII(u.Hostname()); err == nil && host != u.Hostname() {
		if port := u.Port(); port != "" {
			host += ":" + port
		}
		u.Host = host
	}
	return u.String()
}
