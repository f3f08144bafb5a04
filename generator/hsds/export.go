package hsds

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"elinde/generator/config"
	"elinde/generator/disclosure"
	"elinde/generator/programme"
)

// Addresses gives the addresses of pages, relative to the folder of a language.
type Addresses struct {
	Service  func(programme.ServiceID) string
	Provider func(programme.ProviderID) string
}

// Say gives the interface text of a key in a language of the site.
type Say func(language, key string) string

// exporter fills a package from rows that may be published.
type exporter struct {
	*programme.Index
	*Package
	settings config.Settings
	today    programme.Date
	ids      Identifiers
	pages    Addresses
	say      Say
	zone     *time.Location
	hours    string // offset of the country's time from UTC, as a number of hours
	country  string // its ISO 3166-1 code
}

// Export makes the package of what may be published: of a confidential location
// only that there is one and its welaýat, apart for each service, so that nothing
// tells which services share a place.
func Export(p *disclosure.Protected, s config.Settings, say Say, pages Addresses) *Package {
	return export(p.Index(), p.Today(), s, say, pages)
}

func export(x *programme.Index, today programme.Date, s config.Settings, say Say, pages Addresses) *Package {
	e := &exporter{Index: x, Package: &Package{Languages: s.Codes(), Rows: map[string][]Row{}}, settings: s, today: today,
		ids: NewIdentifiers(s.BaseURL), pages: pages, say: say, zone: s.Zone()}
	_, offset := time.Time{}.In(e.zone).Zone()
	e.hours = strconv.FormatFloat(float64(offset)/3600, 'f', -1, 64)
	e.country = country(x, s.Country)
	e.vocabularies()
	e.organizations()
	e.locations()
	e.services()
	e.atLocations()
	e.schedules()
	e.link()
	e.retired()
	if s.Illustration { // as its readers most likely can read it
		e.Note = say(e.Languages[len(e.Languages)-1], "illustration_banner")
	}
	return e.Package
}

// country gives the ISO 3166-1 code of the country: its own, or what its units'
// ISO 3166-2 codes begin with.
func country(x *programme.Index, id programme.PlaceID) string {
	for _, p := range append([]*programme.Place{x.Place[id]}, x.Children[id]...) {
		if p != nil && len(p.ISO31662) >= 2 {
			return p.ISO31662[:2]
		}
	}
	return "ZZ" // ISO 3166-1: unknown
}

// text fills a field told in each language: each of them, and the field itself
// with the first that there is.
func (e *exporter) text(r Row, name string, t programme.Text) {
	r[name], _ = t.In(0)
	for i, code := range e.Languages {
		if i < len(t) {
			r[InLanguage(name, code)] = t[i]
		}
	}
}

// common fills what every row of ours has.
func (e *exporter) common(r Row, row *programme.Row) {
	r["origin"], r["modified"] = row.Origin, row.Modified.String()
}

// instant gives noon of a day in the country as a time of UTC, the only form that the
// tabular package may have: a reader anywhere who keeps the date alone has the same one.
func (e *exporter) instant(d programme.Date) string {
	if d == 0 {
		return ""
	}
	t := d.Time()
	return time.Date(t.Year(), t.Month(), t.Day(), 12, 0, 0, 0, e.zone).UTC().Format(time.RFC3339)
}

// attribute links a row to a term of a vocabulary. Kind says which column of ours
// it was.
func (e *exporter) attribute(entity, id, column, scheme string, term programme.TermID) {
	t := e.Term[scheme][term]
	if t == nil {
		return
	}
	label, _ := t.Name.In(0)
	e.add("attribute", Row{"id": e.ids.Of("attribute", id, column, string(term)), "link_id": id, "link_entity": entity, "link_type": column,
		"taxonomy_term_id": e.term(scheme, string(term)), "label": label})
}

// at links a row to its place.
func (e *exporter) at(entity, id string, place programme.PlaceID) {
	p := e.Place[place]
	if p == nil {
		return
	}
	label, _ := p.Name.In(0)
	e.add("attribute", Row{"id": e.ids.Of("attribute", id, "place_id", string(place)), "link_id": id, "link_entity": entity, "link_type": "place_id",
		"taxonomy_term_id": e.term(Places, string(place)), "label": label})
}

// phone adds a telephone of a row.
func (e *exporter) phone(of, id, number string) {
	if number != "" {
		e.add("phone", Row{"id": e.ids.Of("phone", id), of + "_id": id, "number": number})
	}
}

// contact adds an e-mail address of a row.
func (e *exporter) contact(of, id, email string) {
	if email != "" {
		e.add("contact", Row{"id": e.ids.Of("contact", id), of + "_id": id, "email": email})
	}
}

func boolean(b programme.YesNo) string {
	switch b {
	case programme.Yes:
		return "true"
	case programme.No:
		return "false"
	}
	return ""
}

func whole(w programme.Whole) string {
	if !w.Set {
		return ""
	}
	return strconv.Itoa(w.N)
}

// number writes a decimal as JSON allows it: no zeros before the first digit.
func number(d programme.Decimal) string {
	digits, negative := strings.CutPrefix(d.Text, "-")
	for len(digits) > 1 && digits[0] == '0' && digits[1] != '.' {
		digits = digits[1:]
	}
	if negative {
		return "-" + digits
	}
	return digits
}

// confidential reports whether a location may not be named.
func confidential(x *programme.Index, id programme.LocationID) bool {
	l := x.Location[id]
	return l == nil || l.Confidential != programme.No
}

// isoLanguage gives a code where it has the form of ISO 639; signing has that of sign
// languages, since the one of Turkmenistan has none of its own.
func isoLanguage(code string) string {
	if code == "sign" {
		return "sgn"
	}
	if (len(code) == 2 || len(code) == 3) && !slices.ContainsFunc([]byte(code), func(b byte) bool { return b < 'a' || b > 'z' }) {
		return code
	}
	return ""
}
