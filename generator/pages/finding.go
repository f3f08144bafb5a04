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
	if before == nil { // a survey once in some years is held against the one before it
		if last := w.lastBefore(n, f); last == nil {
			return w.sentence("finding_first", args)
		} else if last.Value.Set() && !w.newTableMaker(n, f.Key, nil).counted(k) {
			before, step = last, "_since"
			args["since"] = said(w.shortPeriod(last.TimePeriod))
		}
	}
	switch {
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

// lastBefore gives the newest figure of a series before the given one, nil for none.
func (w *planner) lastBefore(n *programme.Indicator, f *series.Figure) *series.Figure {
	var last *series.Figure
	for _, other := range w.stats.tables[n.ID].Line(f.Key).Figures {
		if other.TimePeriod < f.TimePeriod {
			last = other
		}
	}
	return last
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
