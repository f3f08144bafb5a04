package pages

import "elinde/generator/programme"

// modifiedDays gives the day on which what a page tells last changed, by its address
// under the folder of a language: of a service as its row says; of a provider, place
// or term the newest of its row and its services; of an indicator and a release when
// that was published. What is not in it does not know its day.
func (w *planner) modifiedDays() map[string]programme.Date {
	days := map[string]programme.Date{}
	newest := func(path string, day programme.Date, list []*entry) {
		for _, e := range list {
			day = max(day, changed(e.service))
		}
		if day != 0 {
			days[path] = day
		}
	}
	for _, e := range w.listed.services {
		newest(servicePath(e.service.ID), changed(e.service), nil)
	}
	for _, p := range w.listed.providers {
		newest(providerPath(p.ID), max(p.Modified, p.LastVerified), w.listed.byOwner[p.ID])
	}
	for i := range w.Places {
		p := &w.Places[i]
		var list []*entry
		if by := w.listed.byPlace[p.ID]; by != nil {
			for _, part := range by {
				list = append(list, part...)
			}
		}
		newest(placePath(p.ID), p.Modified, list)
	}
	for scheme := range termRooms {
		for _, t := range w.Term[scheme] {
			newest(termPath(t), t.Modified, w.listed.byTerm[t])
		}
	}
	for _, r := range w.stats.releases { // oldest first
		day := programme.DateOf(r.PublishAt.In(w.settings.Zone()))
		newest(releasePath(r.ID), day, nil)
		newest(roomReleases, day, nil)
		newest(roomStatistic, day, nil)
		for id := range w.stats.told[r.ID] {
			if n := w.Indicator[id]; n != nil {
				path := w.indicatorPath(n)
				for _, path := range []string{path, splitPath(path), placesPath(path)} {
					newest(path, day, nil)
				}
			}
		}
	}
	newest("", 0, w.listed.open)
	newest(roomServices, 0, w.listed.open)
	return days
}
