package pages

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"

	"elinde/generator/downloads"
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
	roomCompare   = "compare/"

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

// Addresses gives those that the open files tell.
func Addresses() downloads.Addresses {
	return downloads.Addresses{Indicator: IndicatorPath, Release: releasePath, OpenData: roomOpenData, Term: func(t *programme.Term) string {
		if termRooms[t.Scheme] == "" {
			return ""
		}
		return termPath(t)
	}}
}

// TermPath gives the address of a term's page, relative to the folder of a language.
func TermPath(t *programme.Term) string { return termPath(t) }

// indicatorPath gives the address of an indicator's page. That of one whose theme is
// sensitive says nothing in a browser's history.
func (w *planner) indicatorPath(n *programme.Indicator) string {
	return IndicatorPath(n, w.isSensitiveTheme(n.Theme))
}

// IndicatorPath gives the address of an indicator's page, relative to the folder of
// a language.
func IndicatorPath(n *programme.Indicator, sensitive bool) string {
	if sensitive {
		sum := sha256.Sum256([]byte("indicator\x00" + string(n.ID)))
		return roomStatistic + "i." + hex.EncodeToString(sum[:5]) + "/"
	}
	return roomStatistic + string(n.ID) + "/"
}

// splitPath and placesPath give the addresses of an indicator's further pages.
func splitPath(indicator string) string  { return indicator + "by/" }
func placesPath(indicator string) string { return indicator + "places/" }

// placeFiguresPath gives the address of the page of a place's figures.
func placeFiguresPath(id programme.PlaceID) string { return roomCompare + string(id) + "/" }

// releasePath gives the address of a release's page, which never changes. Addresses
// have small letters only.
func releasePath(id programme.ReleaseID) string {
	return roomReleases + strings.ToLower(string(id)) + "/"
}

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
