package intake

import (
	"fmt"
	"strings"

	"elinde/generator/finding"
	"elinde/generator/hsds"
)

// held are the fields that our tables take, by resource.
var held = listed(`
organization: id name description email website legal_status parent_organization_id local_id kind assured_date modified origin
service: id organization_id name description status application_process fees_description assured_date alert last_modified
 local_id summary steps complaints legal_basis waiting_days capacity sensitive speaks_with_family successor_id valid_from valid_to modified origin
attribute: id link_id taxonomy_term_id link_type link_entity
service_at_location: id service_id location_id description modified origin
location: id organization_id name transportation latitude longitude local_id address postal_code confidential assured_date modified origin
phone: id location_id service_id organization_id service_at_location_id number
contact: id organization_id location_id email
address: id location_id attention address_1 address_2 city state_province postal_code country
schedule: id service_id location_id service_at_location_id valid_from valid_to dtstart timezone until freq interval byday opens_at closes_at notes on_holidays modified origin
funding: id service_id source
service_area: id service_id name modified origin
required_document: id service_id document
language: id service_id name
accessibility: id location_id description
taxonomy_term: id name description parent_id taxonomy taxonomy_id local_id synonyms icon position sensitive level iso_3166_2
 alternative_names latitude longitude modified origin
taxonomy: id name
`)

// derived are the fields that we fill in from others when we publish: in what
// speaks our Profile they say nothing new.
var derived = listed(`
organization: uri
service: url eligibility_description minimum_age maximum_age
attribute: label
location: location_type
address: address_type
schedule: wkst
service_area: extent extent_type
language: code
accessibility: details
taxonomy_term: code language status
taxonomy: description
cost_option: id service_id option currency amount amount_description
`)

func listed(text string) map[string]map[string]bool {
	m := map[string]map[string]bool{}
	resource := ""
	for _, word := range strings.Fields(text) {
		if name, ok := strings.CutSuffix(word, ":"); ok {
			resource = name
			m[resource] = map[string]bool{}
			continue
		}
		m[resource][word] = true
	}
	return m
}

// tellUnheld lists what our tables do not hold: fields by column, and rows none of
// which found a place.
func (in *intake) tellUnheld() {
	ours := in.fromUs()
	for _, r := range hsds.Resources() {
		known := fieldsOf(&r)
		rows, first := 0, (*record)(nil)
		for _, rec := range in.kept(r.Name) {
			if !rec.used && !in.whole(&r, rec) {
				if rows++; first == nil {
					first = rec
				}
				continue
			}
			for column := range rec.cells {
				f, _ := known.find(column)
				if held[r.Name][f.Name] && in.speaksHere(f.Name, column) || derived[r.Name][f.Name] && ours {
					continue
				}
				in.loses(r.Name, column, rec.file, rec.line)
			}
		}
		if rows > 0 {
			in.report(finding.HSDSRowsUnheld, finding.Warning, first, "", "", "table", r.Name, "count", count(rows))
		}
	}
}

// fromUs reports whether the package speaks our Profile.
func (in *intake) fromUs() bool {
	for _, r := range in.rows["service"] {
		if in.profiled(r) {
			return true
		}
	}
	return false
}

// whole reports rows whose every field we filled in ourselves.
func (in *intake) whole(r *hsds.Resource, rec *record) bool {
	return in.fromUs() && r.Name == "cost_option"
}

// speaksHere reports whether a column is of a language of the site, or of none.
func (in *intake) speaksHere(field, column string) bool {
	if field == column {
		return true
	}
	for _, code := range in.Languages {
		if column == hsds.InLanguage(field, code) {
			return true
		}
	}
	return false
}

// tellLost reports the columns that have no place, each once in a file.
func (in *intake) tellLost() {
	for k, l := range in.lost {
		in.found = append(in.found, finding.Finding{Code: finding.HSDSUnheld, Severity: finding.Warning, File: l.file, Line: l.line, Column: k.column,
			Args: map[string]string{"count": count(l.count), "table": k.resource}})
	}
}

func count(n int) string { return fmt.Sprint(n) }

// Untaken lists the fields of a resource that have no place in our tables and that
// our own packages do not repeat from others.
func Untaken(r *hsds.Resource) []string {
	var list []string
	for _, f := range r.Fields {
		if !held[r.Name][f.Name] && !derived[r.Name][f.Name] {
			list = append(list, f.Name)
		}
	}
	return list
}
