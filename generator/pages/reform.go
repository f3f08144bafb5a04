package pages

import (
	"slices"
	"strings"

	"elinde/generator/programme"
	"elinde/generator/series"
)

// reforms lists what reforms of the administrative division did to the places of an
// indicator in the periods shown: figures before and after are not of one area.
func (m *tableMaker) reforms(periods []programme.Period) []string {
	if len(periods) == 0 {
		return nil
	}
	span := programme.Span{From: periods[0].Span().From, To: periods[len(periods)-1].Span().To}
	type change struct {
		date   programme.Date
		effect series.Effect
		place  programme.PlaceID
	}
	var order []change
	others := map[change][]string{}
	add := func(place programme.PlaceID, list []series.Reform) {
		for _, r := range list {
			c := change{r.Date, r.Effect, place}
			other := capital(m.placeName(r.Other)).T
			if !span.Holds(r.Date) || slices.Contains(others[c], other) {
				continue
			}
			if others[c] == nil {
				order = append(order, c)
			}
			others[c] = append(others[c], other)
		}
	}
	seen := map[programme.PlaceID]bool{}
	for _, f := range m.table.Figures {
		if m.isCountry(f.RefArea) || !m.isTotal(f) || f.Freq != m.total.Freq {
			continue
		}
		add(f.RefArea, f.Reforms)
		if !seen[f.RefArea] {
			seen[f.RefArea] = true
			line := m.table.Line(f.Key)
			add(f.RefArea, line.Before)
			add(f.RefArea, line.After)
		}
	}
	slices.SortStableFunc(order, func(a, b change) int { return int(a.date) - int(b.date) })
	var list []string
	for _, c := range order {
		list = append(list, m.say("reform_"+string(c.effect), "date", m.date(c.date), "place", capital(m.placeName(c.place)).T,
			"others", strings.Join(others[c], m.say("list_separator"))))
	}
	return list
}
