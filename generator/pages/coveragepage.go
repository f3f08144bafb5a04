package pages

import (
	"iter"

	"elinde/generator/downloads"
	"elinde/generator/programme"
	"elinde/site"
)

const roomCoverage = "coverage/"

// coveragePath is the address of the coverage of a region.
func coveragePath(region programme.PlaceID) string { return roomCoverage + string(region) + "/" }

// coveragePage is what the layout "coverage" reads: how much of the help each
// district has, and which of it is missing where.
type coveragePage struct {
	frame
	Intro   text             `json:"intro"`
	Counted string           `json:"counted"` // see counted
	Regions []coverageRegion `json:"regions"`
	Kinds   []coverageGap    `json:"kinds"`
	Groups  []coverageGap    `json:"groups"`
	File    string           `json:"file"`
}

// coverageRegion leads to the page of a region and to each of its districts there.
type coverageRegion struct {
	link
	Tiles []coverageTile `json:"tiles"`
}

// coverageTile says of a district how many kinds of help it has.
type coverageTile struct {
	link
	Has   int `json:"has"`
	Of    int `json:"of"`
	Lacks int `json:"lacks,omitempty"`
	Shade int `json:"shade"` // 0 to 4: share of the kinds that it has
}

// coverageGap says of a kind of help or of a group how many districts have a service,
// which regions have none at all, and which have it in some districts only.
type coverageGap struct {
	link
	Said string `json:"said"`
	None []link `json:"none,omitempty"`
	Some []link `json:"some,omitempty"` // each with how many of its districts
}

// coveragePages yields the page of the country and a page a region.
func (w *planner) coveragePages() iter.Seq[site.Page] {
	return func(yield func(site.Page) bool) {
		if !w.covers() {
			return
		}
		regions := w.regions()
		inside := make([][]district, len(regions))
		for i, list := range w.districts() {
			for _, p := range list {
				inside[i] = append(inside[i], w.district(p))
			}
		}
		if !yield(w.coverageOfAll(regions, inside)) {
			return
		}
		for i := range regions {
			if !yield(w.coverageIn(i, regions, inside[i])) {
				return
			}
		}
	}
}

func (w *planner) coverageOfAll(regions []*programme.Place, inside [][]district) site.Page {
	v := coveragePage{Intro: text{T: w.say("coverage_intro")}, Counted: w.counted(), File: downloads.Folder + downloads.CoverageCSV}
	v.frame = frame{Heading: text{T: w.say("coverage_title")}, Description: w.say("coverage_intro"), Section: "statistics",
		Crumbs: w.crumbs(w.room("nav_services", roomServices))}
	kinds := w.kinds()
	for i, r := range regions {
		at := w.href(coveragePath(r.ID))
		region := coverageRegion{link: link{Href: at, text: capital(w.text(r.Name))}}
		for _, d := range inside[i] {
			lacks := len(d.lacks(kinds))
			tile := coverageTile{link: link{Href: at + "#" + string(d.ID), text: capital(w.text(d.Name))}, Has: len(kinds) - lacks, Of: len(kinds), Lacks: lacks}
			if len(kinds) > 0 {
				tile.Shade = tile.Has * 4 / len(kinds)
			}
			region.Tiles = append(region.Tiles, tile)
		}
		v.Regions = append(v.Regions, region)
	}
	v.Kinds, v.Groups = w.gaps(kinds, regions, inside), w.gaps(w.scheme("target_group"), regions, inside)
	return w.page("coverage", roomCoverage, v.Heading.T, v)
}

// gaps says of each term where it is missing.
func (w *planner) gaps(terms []*programme.Term, regions []*programme.Place, inside [][]district) []coverageGap {
	var list []coverageGap
	for _, t := range terms {
		g := coverageGap{link: w.listed.term[t]}
		has, of := 0, 0
		for i, r := range regions {
			n := 0
			for _, d := range inside[i] {
				if d.usable[aidOf(t)] > 0 {
					n++
				}
			}
			l := link{Href: w.href(coveragePath(r.ID)), text: capital(w.text(r.Name))}
			switch n {
			case len(inside[i]):
			case 0:
				g.None = append(g.None, l)
			default:
				l.Tip = &text{T: w.say("coverage_share", "n", w.whole(n), "of", w.whole(len(inside[i])))}
				g.Some = append(g.Some, l)
			}
			has, of = has+n, of+len(inside[i])
		}
		g.Said = w.say("coverage_said", "n", w.whole(has), "of", w.whole(of))
		list = append(list, g)
	}
	return list
}
