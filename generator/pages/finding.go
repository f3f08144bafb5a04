package pages

import (
	"elinde/generator/programme"
	"elinde/generator/series"
)

// finding says in one sentence what the latest figure means: whether it rose, fell
// or stayed, or why that cannot be said. No word in it depends on the gender or
// case of the indicator's name or its unit.
func (w *planner) finding(n *programme.Indicator, f *series.Figure) []text {
	p, ok := programme.ParsePeriod(f.TimePeriod)
	if !ok {
		return nil
	}
	step := "_year"
	if p.Quarter != 0 {
		step = "_quarter"
	}
	args := map[string][]text{"period": said(w.period(f.TimePeriod))}
	if !f.Value.Set() {
		return w.sentence("finding_"+string(f.Symbols[0]), args)
	}
	args["value"] = w.value(n, f.Value)
	if f.Has(series.Break) {
		return w.sentence("finding_b", args)
	}
	k := f.Key
	k.Period = p.Back(1).String()
	before := w.stats.tables[n.ID].At(k)
	switch {
	case before == nil && !w.hasBefore(n, f):
		return w.sentence("finding_first", args)
	case before == nil:
		return w.sentence("finding_after_x"+step, args)
	case !before.Value.Set():
		return w.sentence("finding_after_"+string(before.Symbols[0])+step, args)
	}
	args["before"] = said(w.number(before.Value, n.Decimals))
	switch _, sign := w.difference(f.Value, before.Value, n.Decimals); sign {
	case 1:
		return w.sentence("finding_up"+step, args)
	case -1:
		return w.sentence("finding_down"+step, args)
	}
	return w.sentence("finding_same"+step, args)
}

// hasBefore reports whether the series of a figure began before it.
func (w *planner) hasBefore(n *programme.Indicator, f *series.Figure) bool {
	for _, other := range w.stats.tables[n.ID].Figures {
		k := other.Key
		k.Period = f.Key.Period
		if k == f.Key && other.TimePeriod < f.TimePeriod {
			return true
		}
	}
	return false
}

// yearAgo gives the figure of the same quarter a year earlier, where it is known
// and comparable.
func (w *planner) yearAgo(n *programme.Indicator, f *series.Figure) []text {
	p, ok := programme.ParsePeriod(f.TimePeriod)
	if !ok || p.Quarter == 0 {
		return nil
	}
	for back := range 5 {
		k := f.Key
		k.Period = p.Back(back).String()
		g := w.stats.tables[n.ID].At(k)
		switch {
		case back < 4 && g != nil && g.Has(series.Break), back == 4 && (g == nil || !g.Value.Set()):
			return nil
		case back == 4:
			return w.sentence("finding_year_ago", map[string][]text{"value": w.value(n, g.Value)})
		}
	}
	return nil
}
