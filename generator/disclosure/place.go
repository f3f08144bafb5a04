package disclosure

import (
	"slices"
	"strconv"
	"unicode/utf8"

	"elinde/generator/finding"
	"elinde/generator/programme"
)

// hideLocations blanks everything of a confidential location but its welaýat and
// notes in p what it blanked. Areas of a service given there are lifted to
// the welaýat too: an etrap would tell the place.
func hideLocations(from *programme.Index, to *programme.Tables, p *Protected) []finding.Finding {
	var found []finding.Finding
	// An id can tell a street as well as an address does: it is replaced.
	confidential := map[programme.LocationID]programme.LocationID{}
	to.Locations = slices.Clone(to.Locations)
	for i := range to.Locations {
		l := &to.Locations[i]
		// A blank cell is a finding of the checks; until it is mended, it counts
		// as yes.
		if l.Confidential == programme.No {
			continue
		}
		confidential[l.ID] = neutralID(from, len(confidential)+1)
		p.hide(from, l.PlaceID)
		p.forbid(&l.Row, secretsOf(l)...)
		found = append(found, finding.Finding{Code: finding.LocationWithheld, Severity: finding.Note, File: l.File, Line: l.Line})
		*l = programme.Location{Row: l.Row, ID: confidential[l.ID], ProviderID: l.ProviderID, PlaceID: regionOf(from, l.PlaceID),
			Accessibility: l.Accessibility, Confidential: programme.Yes, LastVerified: l.LastVerified}
	}

	services := map[programme.ServiceID]bool{}
	to.ServiceLocations = slices.Clone(to.ServiceLocations)
	for i := range to.ServiceLocations {
		sl := &to.ServiceLocations[i]
		neutral, hidden := confidential[sl.LocationID]
		if !hidden {
			continue
		}
		sl.LocationID = neutral
		if !services[sl.ServiceID] {
			services[sl.ServiceID] = true
			p.hidden.Services = append(p.hidden.Services, sl.ServiceID)
		}
		p.forbid(&sl.Row, long(minName, sl.Phone)...)
		p.forbid(&sl.Row, long(minNote, sl.Note...)...)
		sl.Phone, sl.Note = "", nil
	}
	to.Closures = slices.Clone(to.Closures)
	for i := range to.Closures {
		c := &to.Closures[i]
		if neutral, hidden := confidential[c.LocationID]; hidden {
			c.LocationID, c.Reason = neutral, nil
		} else if services[c.ServiceID] {
			c.Reason = nil
		}
	}
	to.Schedules = slices.Clone(to.Schedules)
	for i := range to.Schedules {
		s := &to.Schedules[i]
		if neutral, hidden := confidential[s.LocationID]; hidden {
			s.LocationID, s.Note = neutral, nil
		} else if s.LocationID == "" && services[s.ServiceID] {
			s.Note = nil
		}
	}
	for i := range to.ServiceAreas {
		if a := &to.ServiceAreas[i]; services[a.ServiceID] {
			p.hide(from, a.PlaceID)
		}
	}
	to.ServiceAreas = liftAreas(from, to.ServiceAreas, services)
	return found
}

// hide notes a place unless it is of welaýat level or above.
func (p *Protected) hide(from *programme.Index, id programme.PlaceID) {
	if regionOf(from, id) != id && !slices.Contains(p.hidden.Places, id) {
		p.hidden.Places = append(p.hidden.Places, id)
	}
}

// neutralID gives the id that stands for the nth confidential location.
func neutralID(from *programme.Index, n int) programme.LocationID {
	for {
		id := programme.LocationID("confidential-" + strconv.Itoa(n))
		if from.Location[id] == nil {
			return id
		}
		n += len(from.Locations)
	}
}

// liftAreas puts the welaýat in place of each smaller area of the services, once.
func liftAreas(from *programme.Index, areas []programme.ServiceArea, services map[programme.ServiceID]bool) []programme.ServiceArea {
	type key struct {
		service programme.ServiceID
		place   programme.PlaceID
	}
	seen := map[key]bool{}
	out := make([]programme.ServiceArea, 0, len(areas))
	for _, a := range areas {
		if services[a.ServiceID] {
			a.PlaceID = regionOf(from, a.PlaceID)
			if seen[key{a.ServiceID, a.PlaceID}] {
				continue
			}
			seen[key{a.ServiceID, a.PlaceID}] = true
		}
		out = append(out, a)
	}
	return out
}

// regionOf gives the welaýat-level place, or the place itself where it has none.
func regionOf(from *programme.Index, id programme.PlaceID) programme.PlaceID {
	if p := from.Region(id); p != nil {
		return p.ID
	}
	return id
}

// A phone, a name or an address shorter than minName letters, and a note shorter
// than minNote ("Second floor"), would be found everywhere.
const (
	minName = 6
	minNote = 14
)

// secretsOf lists the cells of a confidential location that a search of the
// output can find. A coordinate with less than three decimals would be found
// everywhere.
func secretsOf(l *programme.Location) []string {
	var secrets []string
	for _, text := range []programme.Text{l.Name, l.Address, l.Directions, {l.Phone, l.Email, l.PostalCode}} {
		secrets = append(secrets, long(minName, text...)...)
	}
	for _, d := range []programme.Decimal{l.Latitude, l.Longitude} {
		if d.Set() && strconv.FormatFloat(d.F, 'f', 2, 64) != d.Text && len(d.Text) >= 6 {
			secrets = append(secrets, d.Text)
		}
	}
	return secrets
}

// long gives the texts that have at least so many letters.
func long(least int, texts ...string) []string {
	var out []string
	for _, s := range texts {
		if utf8.RuneCountInString(s) >= least {
			out = append(out, s)
		}
	}
	return out
}
