package pages

import (
	"cmp"
	"slices"
	"strings"

	"elinde/generator/programme"
	"elinde/generator/series"
)

// byPlace sets places under each other, the country first, periods beside.
func (m *tableMaker) byPlace() (figureTable, bool) {
	t := m.start("by-place", m.say("by_place"), m.say("stats_place"))
	t.Heads, t.Cols = m.heads(), m.periodKeys()
	at := m.total
	at.Area, at.Period = rowKey, colKey
	m.keyed(&t, at)
	for _, p := range m.areas() {
		k := m.total
		k.Area = p.ID
		t.Rows = append(t.Rows, figureRow{Key: string(p.ID), Name: capital(m.text(p.Name)), Href: m.href(placePath(p.ID)), Total: p.ParentID == "", Note: m.movedOf(k), Cells: m.beside(k, &t.Notes)})
	}
	return t, len(t.Rows) > 1
}

// areas lists the places that have a total in a period shown, the country first,
// the others by rank and alphabet within what they lie in.
func (m *tableMaker) areas() []*programme.Place {
	seen := map[programme.PlaceID]bool{}
	var list []*programme.Place
	for _, f := range m.table.Figures {
		if f.Freq != m.total.Freq || seen[f.RefArea] || m.Place[f.RefArea] == nil || !m.isTotal(f) || !m.isShown(f.TimePeriod) {
			continue
		}
		seen[f.RefArea] = true
		list = append(list, m.Place[f.RefArea])
	}
	way := func(p *programme.Place) string { // from the country down, in the order of the alphabet
		s := ""
		for _, up := range m.Within(p.ID) {
			s = m.order.key(m.text(up.Name).T) + "\x00" + s
		}
		return s
	}
	slices.SortStableFunc(list, func(a, b *programme.Place) int { return cmp.Compare(way(a), way(b)) })
	return list
}

func (m *tableMaker) isShown(period string) bool {
	return slices.ContainsFunc(m.periods, func(p programme.Period) bool { return p.String() == period })
}

// by sets the members of a dimension under each other, for the whole country,
// the total last.
func (m *tableMaker) by(d series.Dimension, scheme, name, corner string) (figureTable, bool) {
	t := m.start(splitID(d), name, corner)
	t.Heads, t.Cols = m.heads(), m.periodKeys()
	at := m.total.With(d, rowKey, m.stats.extra)
	at.Period = colKey
	m.keyed(&t, at)
	members := m.members(d, scheme, func(f *series.Figure) bool { return m.isCountry(f.RefArea) && m.isShown(f.TimePeriod) })
	for _, id := range members {
		t.Rows = append(t.Rows, figureRow{Key: string(id), Name: m.member(scheme, id), Cells: m.beside(m.total.With(d, id, m.stats.extra), &t.Notes)})
	}
	t.Rows = append(t.Rows, figureRow{Key: programme.Total, Name: text{T: m.say("stats_total")}, Total: true, Cells: m.beside(m.total, &t.Notes)})
	return t, len(members) > 0
}

// crossed sets places under each other and the members of a dimension beside, in
// the latest period. A table with many columns is left to the download.
func (m *tableMaker) crossed(d series.Dimension, scheme, caption string) (figureTable, bool) {
	const widest = 5
	members := m.members(d, scheme, func(f *series.Figure) bool {
		return !m.isCountry(f.RefArea) && f.TimePeriod == m.total.Period
	})
	t := m.start("by-place-and-"+strings.ReplaceAll(string(d), "_", "-"), m.say(caption, "period", m.period(m.total.Period)), m.say("stats_place"))
	if len(members) == 0 || len(members) > widest {
		return t, false
	}
	at := m.total.With(d, colKey, m.stats.extra)
	at.Area = rowKey
	m.keyed(&t, at)
	for _, id := range members {
		t.Heads, t.Cols = append(t.Heads, m.member(scheme, id)), append(t.Cols, string(id))
	}
	t.Heads, t.Cols = append(t.Heads, text{T: m.say("stats_total")}), append(t.Cols, programme.Total)
	for _, p := range m.areas() {
		k := m.total
		k.Area = p.ID
		row := figureRow{Key: string(p.ID), Name: capital(m.text(p.Name)), Href: m.href(placePath(p.ID)), Total: p.ParentID == ""}
		for _, id := range members {
			row.Cells = append(row.Cells, m.cell(k.With(d, id, m.stats.extra), &t.Notes))
		}
		row.Cells = append(row.Cells, m.cell(k, &t.Notes))
		t.Rows = append(t.Rows, row)
	}
	return t, true
}

// members lists the members of a dimension by which alone figures are split, in
// the order of their terms.
func (m *tableMaker) members(d series.Dimension, scheme string, want func(*series.Figure) bool) []programme.TermID {
	seen := map[programme.TermID]bool{}
	var list []programme.TermID
	for _, f := range m.table.Figures {
		id := f.Key.Member(d, m.stats.extra)
		if f.Freq != m.total.Freq || seen[id] || !want(f) {
			continue
		}
		if n, only := f.Key.Split(m.stats.extra); n == 1 && only == d {
			seen[id] = true
			list = append(list, id)
		}
	}
	position := func(id programme.TermID) programme.Whole {
		if t := m.Term[scheme][id]; t != nil {
			return t.Position
		}
		return programme.Whole{}
	}
	slices.SortFunc(list, func(a, b programme.TermID) int {
		return cmp.Or(byPosition(position(a), position(b)), cmp.Compare(a, b))
	})
	return list
}

// member names a member of a dimension.
func (w *planner) member(scheme string, id programme.TermID) text {
	switch t := w.Term[scheme][id]; {
	case t != nil:
		return w.text(t.Name)
	case scheme == "sex" && w.has("sex_"+string(id)):
		return text{T: w.say("sex_" + string(id))}
	case id == programme.Unknown:
		return text{T: w.say("stats_not_stated")}
	}
	return text{T: string(id)}
}

// series sets all periods of the country's total under each other.
func (m *tableMaker) series() (figureTable, bool) {
	t := m.start("series", m.say("by_period"), m.say("stats_period"))
	t.Heads = []text{m.placeName(m.total.Area)}
	k := m.total
	at := k
	at.Period = rowKey
	m.keyed(&t, at)
	var periods []string
	for _, f := range m.table.Figures {
		if f.Freq == k.Freq && f.RefArea == k.Area && m.isTotal(f) && !slices.Contains(periods, f.TimePeriod) {
			periods = append(periods, f.TimePeriod)
		}
	}
	slices.Sort(periods)
	slices.Reverse(periods)
	for _, p := range periods {
		k.Period = p
		t.Rows = append(t.Rows, figureRow{Key: p, Name: text{T: m.period(p)}, Cells: []figureCell{m.cell(k, &t.Notes)}})
	}
	return t, len(t.Rows) > 0
}
