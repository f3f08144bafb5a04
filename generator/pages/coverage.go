package pages

import (
	"iter"
	"slices"
	"strings"

	"elinde/generator/downloads"
	"elinde/generator/programme"
	"elinde/site"
)

const roomCoverage = "coverage/"

// coveragePage is what the layout "coverage" reads: which district has services
// that can be used today for which group, and which has none.
type coveragePage struct {
	frame
	Intro   text             `json:"intro"`
	Counted string           `json:"counted"` // see counted
	Groups  []link           `json:"groups"`  // columns of the table
	Regions []coverageRegion `json:"regions"`
	Gaps    []coverageGap    `json:"gaps"`
	File    string           `json:"file"`
}

// coverageRegion is a region with its districts; one without parts stands for
// itself.
type coverageRegion struct {
	Name text          `json:"name"`
	Rows []coverageRow `json:"rows"`
}

// coverageRow is a district: how many services for each group, and for how many
// groups there is any.
type coverageRow struct {
	Href  string `json:"href"`
	Name  text   `json:"name"`
	N     []int  `json:"n"`
	Has   int    `json:"has"`
	Shade int    `json:"shade"` // 0 to 4: share of the groups that have a service

	id programme.PlaceID
}

// coverageGap says of a group how many districts have a service, and names those
// that have none.
type coverageGap struct {
	Name text   `json:"name"`
	Said string `json:"said"`
	None []link `json:"none,omitempty"`
}

// districts lists the smallest ranks of the coverage, region by region.
func (w *planner) districts() [][]*programme.Place {
	var out [][]*programme.Place
	for _, r := range w.regions() {
		inside := w.placesIn(r.ID)
		if len(inside) == 0 {
			inside = []*programme.Place{r}
		}
		out = append(out, inside)
	}
	return out
}

// counted says which units the districts are, and on which day: other pages and
// sources count others.
func (w *planner) counted() string {
	n := map[string]int{}
	var levels []string
	for _, inside := range w.districts() {
		for _, p := range inside {
			if n[p.Level]++; n[p.Level] == 1 {
				levels = append(levels, p.Level)
			}
		}
	}
	slices.SortStableFunc(levels, func(a, b string) int { return n[b] - n[a] })
	var said []string
	for _, level := range levels {
		said = append(said, w.count("level_"+level, n[level]))
	}
	return w.say("districts_counted", "list", strings.Join(said, w.say("list_separator")), "date", w.sentenceDay(w.today))
}

// usable counts the services for a term that the people of a place can use today.
func (w *planner) usable(place programme.PlaceID, t *programme.Term) int {
	lists := w.listed.byPlace[place]
	if lists == nil {
		return 0
	}
	n := 0
	for _, list := range lists {
		for _, e := range list {
			if e.State == "" && w.isOf(e.service, t) {
				n++
			}
		}
	}
	return n
}

// isOf reports whether the page of the term lists the service.
func (w *planner) isOf(s *programme.Service, t *programme.Term) bool {
	for _, other := range w.graph.of[s.ID].terms {
		if other == t {
			return true
		}
	}
	return false
}

// covers reports whether there is anything to show.
func (w *planner) covers() bool {
	return len(w.listed.open) > 0 && len(w.regions()) > 0 && len(w.Term["target_group"]) > 0
}

func (w *planner) coveragePages() iter.Seq[site.Page] {
	return func(yield func(site.Page) bool) {
		if !w.covers() {
			return
		}
		groups := w.scheme("target_group")
		v := coveragePage{frame: frame{Heading: text{T: w.say("coverage_title")}, Description: w.say("coverage_intro"), Section: "statistics",
			Crumbs: w.crumbs(w.room("nav_services", roomServices))}, Intro: text{T: w.say("coverage_intro")}, Counted: w.counted(), File: downloads.Folder + downloads.CoverageCSV}
		for _, t := range groups {
			l := w.listed.term[t]
			v.Groups = append(v.Groups, l)
			v.Gaps = append(v.Gaps, coverageGap{Name: l.text})
		}
		total := 0
		regions := w.regions()
		for i, inside := range w.districts() {
			region := coverageRegion{Name: capital(w.text(regions[i].Name))}
			for _, p := range inside {
				total++
				row := coverageRow{Href: w.href(placePath(p.ID)), Name: capital(w.text(p.Name)), id: p.ID}
				for g, t := range groups {
					n := w.usable(p.ID, t)
					row.N = append(row.N, n)
					if n > 0 {
						row.Has++
					} else {
						v.Gaps[g].None = append(v.Gaps[g].None, w.placeLine(p))
					}
				}
				row.Shade = row.Has * 4 / len(groups)
				region.Rows = append(region.Rows, row)
			}
			v.Regions = append(v.Regions, region)
		}
		for g := range v.Gaps {
			v.Gaps[g].Said = w.say("coverage_said", "n", w.whole(total-len(v.Gaps[g].None)), "of", w.whole(total))
		}
		yield(w.page("coverage", roomCoverage, v.Heading.T, v))
	}
}

// coverageTable counts, for each district, the services that its people can use today, by
// target group and by service type; nil where there is nothing to count.
func coverageTable(w *planner) func() []downloads.Covered {
	if w.downloads == nil || !w.covers() {
		return nil
	}
	return func() []downloads.Covered {
		var rows []downloads.Covered
		regions := w.regions()
		for i, inside := range w.districts() {
			for _, p := range inside {
				for _, scheme := range []string{"target_group", "service_type"} {
					for _, t := range w.scheme(scheme) {
						rows = append(rows, downloads.Covered{Region: regions[i].ID, Place: p, Term: t, Services: w.usable(p.ID, t)})
					}
				}
			}
		}
		return rows
	}
}
