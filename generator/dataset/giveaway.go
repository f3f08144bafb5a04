package dataset

import (
	"strings"
	"unicode/utf8"

	"elinde/generator/finding"
	"elinde/generator/programme"
)

// giveaways looks for what would tell of a confidential place or of a sensitive
// service although their own cells are withheld: the address in another text,
// the telephone under another name, the subject in the id.
func giveaways(r *report) {
	for i := range r.tables.Locations {
		if l := &r.tables.Locations[i]; r.secret[l.Index] {
			r.giveaway(l)
		}
	}
	for i := range r.tables.Services {
		s := &r.tables.Services[i]
		if s.Sensitive == programme.Yes && telling(string(s.ID), string(s.ServiceType), s.Name) {
			r.add(finding.IDTelling, finding.Warning, "services", &s.Row, "id", string(s.ID))
		}
	}
}

// giveaway looks through the texts that are published beside a location: those
// of its provider, of its services and of the services' other places.
func (r *report) giveaway(l *programme.Location) {
	secrets := secretsOf(l)
	if len(secrets) == 0 {
		return
	}
	look := func(table string, row *programme.Row, column string, text programme.Text) {
		for i, value := range text {
			lower := strings.ToLower(value)
			for _, s := range secrets {
				if value != "" && strings.Contains(lower, s.text) {
					r.add(finding.ConfidentialInText, finding.Error, table, row, r.cellName(column, i), "", "what", s.column)
					break
				}
			}
		}
	}
	if p := r.index.Provider[l.ProviderID]; p != nil {
		look("providers", &p.Row, "name", p.Name)
		look("providers", &p.Row, "description", p.Description)
		if l.Phone != "" && l.Phone == p.Phone {
			r.add(finding.ConfidentialInText, finding.Error, "providers", &p.Row, "phone", "", "what", "phone")
		}
		if l.Email != "" && l.Email == p.Email {
			r.add(finding.ConfidentialInText, finding.Error, "providers", &p.Row, "email", "", "what", "email")
		}
	}
	for _, at := range r.index.ServicesAt[l.ID] {
		s := r.index.Service[at.ServiceID]
		if s == nil {
			continue
		}
		for _, t := range []struct {
			column string
			text   programme.Text
		}{
			{"name", s.Name}, {"summary", s.Summary}, {"description", s.Description}, {"status_note", s.StatusNote},
			{"how_to_apply", s.HowToApply}, {"steps", s.Steps}, {"complaints", s.Complaints}, {"fee_note", s.FeeNote},
		} {
			look("services", &s.Row, t.column, t.text)
		}
		for _, h := range r.index.SchedulesOf[s.ID] {
			look("schedules", &h.Row, "note", h.Note)
		}
		for _, other := range r.index.LocationsOf[s.ID] {
			if other.LocationID != l.ID {
				look("service_locations", &other.Row, "note", other.Note)
			}
		}
	}
}

type secretText struct{ column, text string }

// secretsOf lists what of a location must not stand in any other text. Short
// ones are left aside: they would be found everywhere.
func secretsOf(l *programme.Location) []secretText {
	var list []secretText
	add := func(column, text string) {
		if text = strings.ToLower(strings.TrimSpace(text)); utf8.RuneCountInString(text) >= 8 {
			list = append(list, secretText{column, text})
		}
	}
	for _, a := range l.Address {
		add("address", a)
	}
	for _, d := range l.Directions {
		add("directions", d)
	}
	add("phone", l.Phone)
	add("email", l.Email)
	return list
}

// telling reports whether a part of the id is a word of the service's type or,
// with Turkmen letters folded, of one of its names.
func telling(id, kind string, name programme.Text) bool {
	for _, part := range strings.Split(id, "-") {
		if len(part) < 4 || strings.Trim(part, "0123456789") == "" {
			continue
		}
		if strings.Contains("-"+kind+"-", "-"+part) {
			return true
		}
		for _, n := range name {
			if strings.Contains(" "+folded.Replace(strings.ToLower(n)), " "+part) {
				return true
			}
		}
	}
	return false
}

var folded = strings.NewReplacer("ä", "a", "ç", "c", "ž", "z", "ň", "n", "ö", "o", "ş", "s", "ü", "u", "ý", "y")
