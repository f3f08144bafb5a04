package pages

import (
	"cmp"
	"encoding/json"
	"strings"

	"elinde/generator/programme"
)

// thing is a node of a JSON-LD document (schema.org). Fields that are empty are
// left out; only what the page itself shows goes in.
type thing struct {
	Context  string   `json:"@context,omitempty"`
	Type     string   `json:"@type"`
	Name     string   `json:"name,omitempty"`
	Text     string   `json:"description,omitempty"`
	URL      string   `json:"url,omitempty"`
	Language string   `json:"inLanguage,omitempty"`
	Kind     string   `json:"serviceType,omitempty"`
	Provider *thing   `json:"provider,omitempty"`
	Area     []*thing `json:"areaServed,omitempty"`
	Audience []*thing `json:"audience,omitempty"`
	Channel  []*thing `json:"availableChannel,omitempty"`
	At       *thing   `json:"serviceLocation,omitempty"`
	Call     *thing   `json:"servicePhone,omitempty"`
	Spoken   []string `json:"availableLanguage,omitempty"`
	Address  *thing   `json:"address,omitempty"`
	Street   string   `json:"streetAddress,omitempty"`
	Postal   string   `json:"postalCode,omitempty"`
	Locality string   `json:"addressLocality,omitempty"`
	Country  string   `json:"addressCountry,omitempty"`
	Phone    string   `json:"telephone,omitempty"`
	Email    string   `json:"email,omitempty"`
	Inside   *thing   `json:"containedInPlace,omitempty"`
	Parent   *thing   `json:"parentOrganization,omitempty"`
	Group    string   `json:"audienceType,omitempty"`
	Other    []string `json:"alternateName,omitempty"`
}

// document encodes a node. encoding/json writes "<", ">" and "&" as \u003c, \u003e
// and \u0026, so that no cell can close the script element around it.
func document(t *thing) string {
	t.Context = "https://schema.org"
	data, err := json.Marshal(t)
	if err != nil {
		panic(err) // only strings go in
	}
	return string(data)
}

// structuredService describes a service that is not sensitive.
func (w *planner) structuredService(s *programme.Service, v *service) string {
	t := &thing{Type: "GovernmentService", Name: v.Heading.T, Text: v.Summary.T, Language: w.language.Code,
		URL: w.absolute(servicePath(s.ID))}
	p := w.Provider[s.ProviderID]
	if p != nil {
		t.Provider = w.organization(p)
		if p.Kind != "state" {
			t.Type = "Service"
		}
	}
	if v.Type != nil {
		t.Kind = v.Type.T
	}
	for _, g := range v.Groups {
		t.Audience = append(t.Audience, &thing{Type: "Audience", Group: g.T})
	}
	for _, a := range v.Areas {
		t.Area = append(t.Area, &thing{Type: "AdministrativeArea", Name: a.T})
	}
	if s.Phone != "" {
		t.Channel = append(t.Channel, &thing{Type: "ServiceChannel", Call: &thing{Type: "ContactPoint", Phone: s.Phone}})
	}
	for _, l := range v.Where {
		if at := w.structuredLocation(l); at != nil {
			t.Channel = append(t.Channel, &thing{Type: "ServiceChannel", At: at, Spoken: s.ServiceLanguages})
		}
	}
	return document(t)
}

// structuredLocation describes a location; nil for a confidential one.
func (w *planner) structuredLocation(l where) *thing {
	if l.Confidential || l.Address == nil && l.Geo == "" {
		return nil
	}
	t := &thing{Type: "Place", Phone: l.Phone}
	if l.Name != nil {
		t.Name = l.Name.T
	}
	if l.Address != nil {
		t.Address = &thing{Type: "PostalAddress", Street: l.Address.T, Postal: l.Postal, Country: w.countryCode()}
		if len(l.Places) > 0 {
			t.Address.Locality = l.Places[0].T
		}
	}
	return t
}

// countryCode gives the ISO 3166-1 code of the country, which its row has, or with
// which the codes of its parts begin; "" where neither is so.
func (w *planner) countryCode() string {
	country := w.Place[programme.PlaceID(w.settings.Country)]
	if country == nil {
		return ""
	}
	code := country.ISO31662
	for _, part := range w.Children[country.ID] {
		code = cmp.Or(code, part.ISO31662)
	}
	code, _, _ = strings.Cut(code, "-")
	return code
}

// structuredProvider describes a provider's page.
func (w *planner) structuredProvider(p *programme.Provider) string {
	t := w.organization(p)
	t.Phone, t.Email = p.Phone, p.Email
	if parent := w.Provider[p.ParentID]; parent != nil {
		t.Parent = w.organization(parent)
	}
	return document(t)
}

func (w *planner) organization(p *programme.Provider) *thing {
	kind := map[string]string{"state": "GovernmentOrganization", "civil-society": "NGO"}[p.Kind]
	if kind == "" {
		kind = "Organization"
	}
	return &thing{Type: kind, Name: w.text(p.Name).T, URL: w.absolute(providerPath(p.ID))}
}

// structuredPlace describes an administrative unit.
func (w *planner) structuredPlace(p *programme.Place) string {
	t := &thing{Type: "AdministrativeArea", Name: w.text(p.Name).T, Other: p.AlternativeNames, URL: w.absolute(placePath(p.ID))}
	if parent := w.Place[p.ParentID]; parent != nil {
		t.Inside = &thing{Type: "AdministrativeArea", Name: w.text(parent.Name).T}
	}
	return document(t)
}

// absolute gives the address of a page on the web, "" where the site has none.
func (w *planner) absolute(rest string) string {
	if w.settings.BaseURL == "" {
		return ""
	}
	return w.settings.BaseURL + w.href(rest)
}
