package pages

import (
	"slices"
	"strings"

	"elinde/generator/programme"
)

// rowRooms are the rooms in which a row of a table has a page of its own.
var rowRooms = []string{roomServices, roomProviders, roomPlaces, roomNeeds, roomGroups, roomTypes, roomModes, roomStatistic, roomReleases}

// OfRow reports whether an address, relative to the folder of a language, is that of
// the page of a row: it must answer as long as the site stands.
func OfRow(rest string) bool {
	id, ok := strings.CutSuffix(rest, "/")
	room, id, under := strings.Cut(id, "/")
	return ok && under && slices.Contains(rowRooms, room+"/") && !strings.Contains(id, "/")
}

// RowAddresses gives the addresses that the rows of all tables have or had, those
// under which they say nothing included, and those of rows that were retired. A
// release has no other address than its own.
func RowAddresses(x *programme.Index) map[string]bool {
	all := map[string]bool{}
	for i := range x.Services {
		all[servicePath(x.Services[i].ID)] = true
	}
	for i := range x.Providers {
		all[providerPath(x.Providers[i].ID)] = true
	}
	for i := range x.Places {
		all[placePath(x.Places[i].ID)] = true
	}
	indicator := func(n programme.Indicator) { all[IndicatorPath(&n, true)], all[IndicatorPath(&n, false)] = true, true }
	term := func(scheme string, id programme.TermID) {
		for _, sensitive := range []programme.YesNo{programme.Yes, programme.No} {
			all[termPath(&programme.Term{Scheme: scheme, ID: id, Sensitive: sensitive})] = true
		}
	}
	for i := range x.Indicators {
		indicator(x.Indicators[i])
	}
	for i := range x.Terms {
		term(x.Terms[i].Scheme, x.Terms[i].ID)
	}
	for i := range x.Retired {
		r := &x.Retired[i]
		switch r.Table {
		case "services", "providers", "places":
			all[r.Table+"/"+r.ID+"/"] = true
		case "indicators":
			indicator(programme.Indicator{ID: programme.IndicatorID(r.ID)})
		case "terms":
			term(r.Scheme, programme.TermID(r.ID))
		}
	}
	return all
}
