package dataset

import (
	"slices"
	"strconv"

	"elinde/generator/finding"
	"elinde/generator/programme"
)

// reforms looks at what reforms of the administrative division did to the
// figures: a place that was created must not be missing from a table that has all
// its neighbours, and one that came or went must say where its people were counted
// before or are now.
func reforms(r *report) {
	born := map[programme.PlaceID]bool{}
	for _, v := range r.tables.PlaceValidity {
		if v.ValidFrom != 0 {
			born[v.PlaceID] = true
		}
	}
	counted := map[programme.PlaceID]bool{}
	for i := range r.tables.Observations {
		counted[r.tables.Observations[i].RefArea] = true
	}
	r.unlinked(counted)
	if len(born) > 0 {
		r.newcomers(born)
	}
}

// unlinked reports places with figures whose beginning or end no row of
// place_changes explains.
func (r *report) unlinked(counted map[programme.PlaceID]bool) {
	came, went := map[programme.PlaceID]bool{}, map[programme.PlaceID]bool{}
	for _, c := range r.tables.PlaceChanges {
		went[c.FromID], came[c.ToID] = true, true
	}
	for i := range r.tables.PlaceValidity {
		v := &r.tables.PlaceValidity[i]
		if !counted[v.PlaceID] {
			continue
		}
		if v.ValidTo != 0 && !went[v.PlaceID] {
			r.add(finding.PlaceChangeMissing, finding.Warning, "place_validity", &v.Row, "valid_to", v.ValidTo.String(), "place", string(v.PlaceID))
		}
		if v.ValidFrom != 0 && !came[v.PlaceID] {
			r.add(finding.PlaceChangeMissing, finding.Warning, "place_validity", &v.Row, "valid_from", v.ValidFrom.String(), "place", string(v.PlaceID))
		}
	}
}

// neighbours are the places below one in the table of an indicator and period.
type neighbours struct {
	release   programme.ReleaseID
	indicator programme.IndicatorID
	period    string
	parent    programme.PlaceID
}

// newcomers reports places that a reform created and of which a table has no row
// although it has one of every other place beside them.
func (r *report) newcomers(born map[programme.PlaceID]bool) {
	there := map[neighbours]map[programme.PlaceID]*programme.Observation{}
	var order []neighbours
	for i := range r.tables.Observations {
		o := &r.tables.Observations[i]
		p := r.index.Place[o.RefArea]
		if p == nil || p.ParentID == "" {
			continue
		}
		k := neighbours{o.ReleaseID, o.Indicator, o.TimePeriod, p.ParentID}
		if there[k] == nil {
			there[k] = map[programme.PlaceID]*programme.Observation{}
			order = append(order, k)
		}
		if there[k][p.ID] == nil {
			there[k][p.ID] = o
		}
	}
	type series struct {
		place     programme.PlaceID
		release   programme.ReleaseID
		indicator programme.IndicatorID
	}
	first := map[series]neighbours{}
	count := map[series]int{}
	var lacking []series
	for _, k := range order {
		period, ok := programme.ParsePeriod(k.period)
		if !ok {
			continue
		}
		var absent []programme.PlaceID
		for _, p := range r.index.Children[k.parent] {
			if there[k][p.ID] == nil && r.index.InForce(p.ID, programme.Span{From: period.Span().To, To: period.Span().To}) {
				absent = append(absent, p.ID)
			}
		}
		if len(there[k]) < 2 || slices.ContainsFunc(absent, func(id programme.PlaceID) bool { return !born[id] }) {
			continue
		}
		for _, id := range absent {
			s := series{id, k.release, k.indicator}
			if count[s] == 0 {
				first[s] = k
				lacking = append(lacking, s)
			}
			count[s]++
		}
	}
	for _, s := range lacking {
		k := first[s]
		o := r.firstOf(there[k], k.parent)
		r.add(finding.PlaceWithoutFigure, finding.Warning, "observations", &o.Row, "ref_area", string(s.place), "indicator", string(s.indicator),
			"release", string(s.release), "period", k.period, "count", strconv.Itoa(count[s]))
	}
}

// firstOf gives the figure of the first place of a table, by the order of places.
func (r *report) firstOf(there map[programme.PlaceID]*programme.Observation, parent programme.PlaceID) *programme.Observation {
	for _, p := range r.index.Children[parent] {
		if o := there[p.ID]; o != nil {
			return o
		}
	}
	return nil
}
