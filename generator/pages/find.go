package pages

import (
	"encoding/json"
	"iter"
	"strconv"
	"strings"

	"elinde/generator/programme"
	"elinde/site"
)

const roomFind = "find/"

// findPage is what the layout "find" reads: the filters. What they choose from is
// in a file per region, which the page's script fetches; without a script the page
// leads to the lists that stand already.
type findPage struct {
	frame
	Regions []findRegion `json:"regions"`
	Filters []findFilter `json:"filters"`
	Ways    []link       `json:"ways"`
	// Whole says that the regions together are few enough to be fetched at once.
	Whole bool `json:"whole,omitempty"`
	// Country is the id of the whole country: a service for it is for each place.
	Country string `json:"country,omitempty"`
	// Found holds the plural forms of the count, "{n}" for the number, and Show
	// those of the button that leads to the results.
	Found map[string]string `json:"found"`
	Show  map[string]string `json:"show"`
	Safe  *link             `json:"safe,omitempty"` // to the helplines: what is sensitive is not listed
}

// findRegion is a region of the choice, its districts in it.
type findRegion struct {
	ID     string      `json:"id"`
	Name   text        `json:"name"`
	Inside []findPlace `json:"inside,omitempty"`
}

// findPlace is a district, with a point in it as "lat,lon" where one is known.
type findPlace struct {
	ID   string `json:"id"`
	Name text   `json:"name"`
	At   string `json:"at,omitempty"`
}

// findFilter is a facet with its values. One is chosen of a list of Many, any
// number of the others.
type findFilter struct {
	Key     string      `json:"key"`
	Name    string      `json:"name"`
	Many    bool        `json:"many,omitempty"`
	First   bool        `json:"first,omitempty"` // what most people choose by: never folded away
	Options []findPlace `json:"options"`
}

// findFacets are the schemes to filter by, in the order of the page.
var findFacets = []struct {
	key, scheme, name string
	many              bool
}{
	{"group", "target_group", "find_group", true},
	{"type", "service_type", "find_type", true},
	{"mode", "delivery_mode", "find_mode", false},
	{"access", "accessibility", "accessibility", true},
	{"language", "language", "spoken", true},
}

// freeFor begins the fee of a service that is free for one group, whose id follows.
const freeFor = "free-for-"

// wholeUpTo is the number of services that a telephone fetches at once.
const wholeUpTo = 1000

func (w *planner) findPages() iter.Seq[site.Page] {
	return func(yield func(site.Page) bool) {
		if !w.finds() {
			return
		}
		v := findPage{Country: string(w.settings.Country), frame: frame{Heading: text{T: w.say("find_title")}, Description: w.say("find_intro"), Section: "services",
			Crumbs: w.crumbs(w.room("nav_services", roomServices))}, Ways: w.ways()[1:], Whole: len(w.listed.open) <= wholeUpTo, Found: map[string]string{}, Show: map[string]string{}}
		for _, r := range w.regions() {
			fr := findRegion{ID: string(r.ID), Name: capital(w.text(r.Name))}
			for _, p := range w.placesIn(r.ID) {
				fr.Inside = append(fr.Inside, w.findPlace(p))
			}
			v.Regions = append(v.Regions, fr)
		}
		for _, f := range findFacets {
			filter := findFilter{Key: f.key, Name: w.say(f.name), Many: f.many, First: f.key == "group"}
			for _, t := range w.scheme(f.scheme) {
				if t.Sensitive != programme.Yes {
					filter.Options = append(filter.Options, findPlace{ID: string(t.ID), Name: capital(w.text(t.Name))})
				}
			}
			if len(filter.Options) > 0 {
				v.Filters = append(v.Filters, filter)
			}
		}
		v.Found, v.Show = w.forms("services_count"), w.forms("find_go")
		if len(w.Helplines) > 0 {
			l := w.room("nav_helplines", roomHelplines)
			v.Safe = &l
		}
		yield(w.page("find", roomFind, v.Heading.T, v))
	}
}

// finds reports whether there is anything to filter.
func (w *planner) finds() bool { return len(w.listed.open) > 0 && len(w.regions()) > 0 }

func (w *planner) findPlace(p *programme.Place) findPlace {
	v := findPlace{ID: string(p.ID), Name: capital(w.text(p.Name))}
	if p.Latitude.Set() && p.Longitude.Set() {
		v.At = p.Latitude.Text + "," + p.Longitude.Text
	}
	return v
}

// found is a service as the filters read it.
type found struct {
	Href     string              `json:"h"`
	Name     string              `json:"n"`
	Language string              `json:"l,omitempty"` // of the name and summary, if another
	Summary  string              `json:"s"`
	Provider string              `json:"p,omitempty"`
	Places   []programme.PlaceID `json:"w"` // smallest units served; the region or the country for all of it
	Where    string              `json:"a,omitempty"`
	Phone    string              `json:"t,omitempty"`
	Facets   map[string][]string `json:"f"`
	Free     int                 `json:"m,omitempty"`
	FreeFor  string              `json:"e,omitempty"` // the group that it is free for
	Fee      string              `json:"c,omitempty"` // what it costs, of one that is not free
	State    string              `json:"st,omitempty"`
	Open     []json.RawMessage   `json:"o,omitempty"` // see opening; open where one of them is
	Points   [][2]json.Number    `json:"x,omitempty"` // latitude, longitude of what can be visited
}

// findFiles writes <language>/find/<region>.json. What is sensitive is not in it:
// browsers keep such files.
func findFiles(planners []*planner) iter.Seq[site.File] {
	return func(yield func(site.File) bool) {
		for _, w := range planners {
			if !w.finds() {
				continue
			}
			byRegion := map[programme.PlaceID][]*entry{}
			for _, r := range w.byRegion(w.listed.open) {
				byRegion[r.region.ID] = w.firstThings(r.all)
			}
			for _, r := range w.regions() {
				list := []found{}
				for _, e := range byRegion[r.ID] {
					if !w.private(e.service) {
						list = append(list, w.found(e))
					}
				}
				data, err := json.Marshal(list)
				if err != nil {
					panic(err) // only texts and numbers that were checked go in
				}
				if !yield(site.File{Path: w.href(roomFind + string(r.ID) + ".json"), Data: data}) {
					return
				}
			}
		}
	}
}

func (w *planner) found(e *entry) found {
	s := e.service
	v := found{Href: e.Href, Name: e.Name.T, Language: e.Name.L, Summary: e.Summary.T, Provider: e.Provider.T, State: e.State, Phone: w.phoneOf(s),
		Facets: map[string][]string{}}
	for _, p := range w.graph.of[s.ID].near {
		v.Places = append(v.Places, p.ID)
	}
	for i, t := range e.Where {
		if i > 0 {
			v.Where += w.say("list_separator")
		}
		v.Where += t.T
	}
	if e.More > 0 {
		v.Where += " " + w.count("more_places", e.More)
	}
	if e.Office != nil {
		v.Where += " · " + w.say("office_in") + " " + e.Office.T
	}
	if e.Free {
		v.Free = 1
	} else if e.Fee != nil {
		if group, ok := strings.CutPrefix(string(s.Fee), freeFor); ok {
			v.FreeFor = group
		}
		v.Fee = e.Fee.T
		if note := w.optional(s.FeeNote); note != nil {
			v.Fee += ": " + note.T
		}
	}
	add := func(key string, ids ...string) {
		for _, id := range ids {
			if id != "" {
				v.Facets[key] = append(v.Facets[key], id)
			}
		}
	}
	add("group", s.TargetGroups...)
	for t, depth := w.Term["service_type"][s.ServiceType], 0; t != nil && depth < 8; t, depth = w.Term["service_type"][t.ParentID], depth+1 {
		add("type", string(t.ID))
	}
	add("mode", s.DeliveryModes...)
	add("language", s.ServiceLanguages...)
	for _, o := range w.openings(s) {
		v.Open = append(v.Open, json.RawMessage(o))
	}
	for _, sl := range w.LocationsOf[s.ID] {
		l := w.Location[sl.LocationID]
		if l == nil || l.Confidential == programme.Yes {
			continue
		}
		add("access", l.Accessibility...)
		if l.Latitude.Set() && l.Longitude.Set() {
			v.Points = append(v.Points, [2]json.Number{number(l.Latitude), number(l.Longitude)})
		}
	}
	return v
}

// number writes a decimal as JSON does.
func number(d programme.Decimal) json.Number {
	return json.Number(strconv.FormatFloat(d.F, 'f', -1, 64))
}
