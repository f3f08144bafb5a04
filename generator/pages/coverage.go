package pages

import (
	"slices"
	"strings"

	"elinde/generator/downloads"
	"elinde/generator/programme"
)

// aid is a kind of help for a group of people; a part that is nil stands for all.
type aid struct {
	group, kind *programme.Term
}

// district is a unit of the smallest rank of the coverage, with the number of
// services that its people can use today.
type district struct {
	*programme.Place
	usable map[aid]int
}

// lacks lists the terms of which the people of the district can use no service.
func (d district) lacks(terms []*programme.Term) []*programme.Term {
	return slices.DeleteFunc(slices.Clone(terms), func(t *programme.Term) bool { return d.usable[aidOf(t)] > 0 })
}

// aidOf is all the help that stands under a term.
func aidOf(t *programme.Term) aid {
	if t.Scheme == "target_group" {
		return aid{group: t}
	}
	return aid{kind: t}
}

// covers reports whether there is anything to show.
func (w *planner) covers() bool {
	return len(w.listed.open) > 0 && len(w.regions()) > 0 && len(w.Term["target_group"]) > 0
}

// districts lists the smallest ranks of the coverage, region by region; one without
// parts stands for itself.
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
	return w.say("districts_counted", "list", w.levels(slices.Concat(w.districts()...)), "date", w.sentenceDay(w.today))
}

// levels counts places by their level, the most frequent first.
func (w *planner) levels(places []*programme.Place) string {
	n := map[string]int{}
	var levels []string
	for _, p := range places {
		if n[p.Level]++; n[p.Level] == 1 {
			levels = append(levels, p.Level)
		}
	}
	slices.SortStableFunc(levels, func(a, b string) int { return n[b] - n[a] })
	var said []string
	for _, level := range levels {
		said = append(said, w.count("level_"+level, n[level]))
	}
	return strings.Join(said, w.say("list_separator"))
}

// district counts the services that the people of a place can use today.
func (w *planner) district(p *programme.Place) district {
	d := district{p, map[aid]int{}}
	lists := w.listed.byPlace[p.ID]
	if lists == nil {
		return d
	}
	for _, list := range lists {
		for _, e := range list {
			if e.State == "" {
				for _, a := range w.aidsOf(e.service) {
					d.usable[a]++
				}
			}
		}
	}
	return d
}

// aidsOf lists what a service is: each of its kinds, broader ones too, each of its
// groups, and each kind for each group.
func (w *planner) aidsOf(s *programme.Service) []aid {
	var list []aid
	var kinds []*programme.Term
	for _, t := range w.graph.of[s.ID].terms {
		if t.Scheme == "service_type" {
			kinds = append(kinds, t)
			list = append(list, aidOf(t))
		}
	}
	for _, t := range w.graph.of[s.ID].terms {
		if t.Scheme == "target_group" {
			list = append(list, aidOf(t))
			for _, kind := range kinds {
				list = append(list, aid{t, kind})
			}
		}
	}
	return list
}

// kinds lists the service types that have none below them, or services of their own.
func (w *planner) kinds() []*programme.Term {
	broader := map[programme.TermID]bool{}
	for _, t := range w.Term["service_type"] {
		broader[t.ParentID] = true
	}
	for _, e := range w.listed.open {
		delete(broader, e.service.ServiceType)
	}
	return slices.DeleteFunc(w.scheme("service_type"), func(t *programme.Term) bool { return broader[t.ID] })
}

// given lists the kinds of help that there are for each group anywhere in the country,
// even where they have been paused or are only planned.
func (w *planner) given() map[aid]bool {
	given := map[aid]bool{}
	for _, e := range w.listed.open {
		for _, a := range w.aidsOf(e.service) {
			given[a] = true
		}
	}
	return given
}

// coverageTable counts, for each district, the services that its people can use today: by
// target group, by service type, and by each type for each group; nil where there is
// nothing to count.
func coverageTable(w *planner) func() []downloads.Covered {
	if w.downloads == nil || !w.covers() {
		return nil
	}
	return func() []downloads.Covered {
		groups, types, given := w.scheme("target_group"), w.scheme("service_type"), w.given()
		var rows []downloads.Covered
		regions := w.regions()
		for i, inside := range w.districts() {
			for _, p := range inside {
				d := w.district(p)
				add := func(a aid) {
					rows = append(rows, downloads.Covered{Region: regions[i].ID, Place: p, Group: a.group, Type: a.kind, Services: d.usable[a]})
				}
				for _, t := range append(groups[:len(groups):len(groups)], types...) {
					add(aidOf(t))
				}
				for _, g := range groups {
					for _, t := range types {
						if given[aid{g, t}] {
							add(aid{g, t})
						}
					}
				}
			}
		}
		return rows
	}
}
