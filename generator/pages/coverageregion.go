package pages

import (
	"slices"

	"elinde/generator/downloads"
	"elinde/generator/programme"
	"elinde/site"
)

// coverageIn is what the layout "coverageregion" reads: what each district of a region
// lacks, in words, and a table of its services by group and kind.
type coverageIn struct {
	frame
	Counted   string          `json:"counted"`
	Regions   []link          `json:"regions"`           // this one and its neighbours
	Nowhere   []link          `json:"nowhere,omitempty"` // groups and kinds of which no district has any
	Districts []coverageLacks `json:"districts"`
	Matrix    []coverageGroup `json:"matrix"`
	File      string          `json:"file"`
}

// coverageLacks is a district: the groups for which it has nothing and the kinds of help
// that are missing, but for those that are missing everywhere.
type coverageLacks struct {
	link
	ID     string `json:"id"` // anchor
	Said   string `json:"said"`
	Groups []text `json:"groups,omitempty"`
	Kinds  []text `json:"kinds,omitempty"`
	All    bool   `json:"all,omitempty"` // nothing is missing
}

// coverageGroup is a group with the kinds of help that there are for it anywhere.
type coverageGroup struct {
	coverageRow
	Rows []coverageRow `json:"rows"`
}

// coverageRow counts the services in each district.
type coverageRow struct {
	Name text  `json:"name"`
	N    []int `json:"n"`
}

// coverageIn makes the page of the region at place i.
func (w *planner) coverageIn(i int, regions []*programme.Place, inside []district) site.Page {
	region := capital(w.text(regions[i].Name))
	title := w.say("coverage_in", "place", region.T)
	v := coverageIn{Counted: w.say("coverage_day", "date", w.sentenceDay(w.today)), File: downloads.Folder + downloads.CoverageCSV}
	v.frame = frame{Heading: text{T: title, L: region.L, D: region.D}, Description: title, Section: "statistics",
		Crumbs: w.crumbs(w.room("nav_services", roomServices), w.room("coverage_title", roomCoverage))}
	for j, r := range regions {
		v.Regions = append(v.Regions, link{Href: w.href(coveragePath(r.ID)), text: capital(w.text(r.Name)), On: i == j})
	}
	kinds, groups, given := w.kinds(), w.scheme("target_group"), w.given()
	lacking := inside[0].lacks(append(groups[:len(groups):len(groups)], kinds...))
	for _, d := range inside[1:] {
		lacking = d.lacks(lacking)
	}
	for _, t := range lacking {
		v.Nowhere = append(v.Nowhere, w.listed.term[t])
	}
	names := func(terms []*programme.Term) (list []text) {
		for _, t := range terms {
			if !slices.Contains(lacking, t) {
				list = append(list, w.text(t.Name))
			}
		}
		return list
	}
	for _, d := range inside {
		lacks := d.lacks(kinds)
		v.Districts = append(v.Districts, coverageLacks{link: w.placeLine(d.Place), ID: string(d.ID), All: len(lacks) == 0,
			Said:   w.say("coverage_has", "n", w.whole(len(kinds)-len(lacks)), "of", w.whole(len(kinds))),
			Groups: names(d.lacks(groups)), Kinds: names(lacks)})
	}
	row := func(t *programme.Term, a aid) coverageRow {
		r := coverageRow{Name: w.text(t.Name)}
		for _, d := range inside {
			r.N = append(r.N, d.usable[a])
		}
		return r
	}
	for _, g := range groups {
		of := coverageGroup{coverageRow: row(g, aid{group: g})}
		for _, t := range kinds {
			if a := (aid{g, t}); given[a] {
				of.Rows = append(of.Rows, row(t, a))
			}
		}
		v.Matrix = append(v.Matrix, of)
	}
	return w.page("coverageregion", coveragePath(regions[i].ID), title, v)
}

// lacksOf leads from the page of a district to what it lacks, or of a region to what its
// districts lack; nil where nothing is missing or the coverage does not tell of it.
func (w *planner) lacksOf(p *programme.Place) *link {
	if !w.covers() {
		return nil
	}
	kinds := w.kinds()
	for i, inside := range w.districts() {
		region := w.regions()[i]
		for _, d := range inside {
			if d != p {
				continue
			}
			if n := len(w.district(p).lacks(kinds)); n > 0 {
				said := w.say("coverage_lacks_count", "n", w.whole(n), "of", w.whole(len(kinds)))
				return &link{Href: w.href(coveragePath(region.ID)) + "#" + string(p.ID), text: text{T: said}}
			}
			return nil
		}
		if region == p {
			return &link{Href: w.href(coveragePath(region.ID)), text: text{T: w.say("coverage_tiles")}}
		}
	}
	return nil
}
