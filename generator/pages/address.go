package pages

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"

	"elinde/generator/programme"
	"elinde/site"
)

// Addresses are made here and nowhere else, relative to the root of the site,
// without leading slash. A part that is not an id has a dot in it, which no id
// may have, so that no row can take the address of another page.

// rooms of the directory: the first folder under the language.
const (
	roomServices  = "services/"
	roomNeeds     = "needs/"
	roomGroups    = "groups/"
	roomTypes     = "types/"
	roomModes     = "delivery/"
	roomPlaces    = "places/"
	roomProviders = "providers/"
	roomHelplines = "helplines/"
	roomLetters   = "a-z/"
	roomSearch    = "search/"
	roomStatistic = "statistics/"
	roomFigures   = "figures/"
	roomReleases  = "releases/"

	roomEligibility = "eligibility/"
	rulesFile       = roomEligibility + "rules.json"
	whereFile       = roomEligibility + "where.json"
	roomOffline     = "offline/"
)

// schemes whose terms have a page each, and the room of these pages.
var termRooms = map[string]string{
	"need": roomNeeds, "target_group": roomGroups, "service_type": roomTypes, "delivery_mode": roomModes,
}

func (w *planner) href(rest string) string { return w.language.Code + "/" + rest }

// ServicePath and ProviderPath give the address of a page, relative to the folder
// of a language.
func ServicePath(id programme.ServiceID) string   { return servicePath(id) }
func ProviderPath(id programme.ProviderID) string { return providerPath(id) }

func servicePath(id programme.ServiceID) string   { return roomServices + string(id) + "/" }
func providerPath(id programme.ProviderID) string { return roomProviders + string(id) + "/" }
func placePath(id programme.PlaceID) string       { return roomPlaces + string(id) + "/" }

// termPath gives the address of a term's page. That of a sensitive term says
// nothing in a browser's history.
func termPath(t *programme.Term) string {
	room := termRooms[t.Scheme]
	if t.Sensitive == programme.Yes {
		sum := sha256.Sum256([]byte(t.Scheme + "\x00" + string(t.ID)))
		return room + "t." + hex.EncodeToString(sum[:5]) + "/"
	}
	return room + string(t.ID) + "/"
}

// TermPath gives the address of a term's page, relative to the folder of a language.
func TermPath(t *programme.Term) string { return termPath(t) }

// slicePath gives the address of slice n (from 1) of a list.
func slicePath(list string, n int) string {
	if n == 1 {
		return list
	}
	return list + strconv.Itoa(n) + ".html"
}

// alternates gives the addresses of the same page in all languages.
func (w *planner) alternates(rest string) []site.Alternate {
	list := make([]site.Alternate, len(w.settings.Languages))
	for i, l := range w.settings.Languages {
		list[i] = site.Alternate{Language: l.Code, Path: l.Code + "/" + rest}
	}
	return list
}
