package dataset

import (
	"elinde/generator/finding"
	"elinde/generator/programme"
)

// rank of a level of places; a place lies in one of a lower rank. Cities stand
// where they like: below the country, a welaýat or an etrap.
var rank = map[string]int{"country": 0, "welayat": 1, "city": 1, "etrap": 2, "borough": 3}

// placeTree checks that the places form one tree under the country, and that the
// times in which a place was in force follow each other.
func placeTree(r *report) {
	if country := r.settings.Country; country != "" && r.index.Place[country] == nil {
		r.add(finding.CountryMissing, finding.Error, "places", nil, "", string(country))
	}
	for i := range r.tables.Places {
		p := &r.tables.Places[i]
		parent := r.index.Place[p.ParentID]
		switch {
		case p.ParentID == "" && p.ID != r.settings.Country && (r.settings.Country != "" || p.Level != "country"):
			r.add(finding.PlaceWithoutParent, finding.Error, "places", &p.Row, "parent_id", string(p.ID))
		case parent != nil && !liesIn(p.Level, parent.Level):
			r.add(finding.PlaceRank, finding.Warning, "places", &p.Row, "level", string(p.ID),
				"level", p.Level, "parent", string(parent.ID), "parent_level", parent.Level)
		}
	}
	before := map[programme.PlaceID][]*programme.PlaceValidity{}
	for i := range r.tables.PlaceValidity {
		v := &r.tables.PlaceValidity[i]
		span := programme.Span{From: v.ValidFrom, To: v.ValidTo}
		for _, other := range before[v.PlaceID] {
			if span.Meets(programme.Span{From: other.ValidFrom, To: other.ValidTo}) {
				r.add(finding.ValidityOverlap, finding.Warning, "place_validity", &v.Row, "valid_from", string(v.PlaceID))
				break
			}
		}
		before[v.PlaceID] = append(before[v.PlaceID], v)
	}
}

func liesIn(level, parent string) bool {
	a, known := rank[level]
	b, too := rank[parent]
	if !known || !too {
		return true // an unknown level has its finding
	}
	return b < a || level == "city" && (parent == "welayat" || parent == "etrap")
}

// placesInForce reports services and locations at places that do not exist today.
// Observations are checked against their period, see observations.
func placesInForce(r *report) {
	now := programme.Span{From: r.today, To: r.today}
	look := func(table string, row *programme.Row, id programme.PlaceID) {
		if r.index.Place[id] != nil && !r.index.InForce(id, now) {
			r.add(finding.PlaceNotInForce, finding.Warning, table, row, "place_id", string(id), "today", r.today.String())
		}
	}
	for i := range r.tables.ServiceAreas {
		a := &r.tables.ServiceAreas[i]
		look("service_areas", &a.Row, a.PlaceID)
	}
	for i := range r.tables.Locations {
		l := &r.tables.Locations[i]
		look("locations", &l.Row, l.PlaceID)
	}
}
