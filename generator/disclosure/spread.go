package disclosure

import "elinde/generator/programme"

// spread closes tables that arithmetic links to a closed one, until none is left.
func spread(closed map[block]bool, to *programme.Tables, x *programme.Index) {
	exists := map[block]bool{}
	for i := range to.Observations {
		exists[block{to.Observations[i].Indicator, to.Observations[i].TimePeriod}] = true
	}
	queue := make([]block, 0, len(closed))
	for t := range closed {
		queue = append(queue, t)
	}
	add := func(i programme.IndicatorID, period string) {
		if t := (block{i, period}); exists[t] && !closed[t] {
			closed[t] = true
			queue = append(queue, t)
		}
	}
	rates := map[programme.IndicatorID][]*programme.Indicator{}
	for i := range to.Indicators {
		r := &to.Indicators[i]
		rates[r.NumeratorID] = append(rates[r.NumeratorID], r)
		rates[r.DenominatorID] = append(rates[r.DenominatorID], r)
	}
	for len(queue) > 0 {
		t := queue[0]
		queue = queue[1:]
		if len(t.period) > 4 {
			add(t.indicator, t.period[:4])
		} else {
			for _, q := range []string{"-Q1", "-Q2", "-Q3", "-Q4"} {
				add(t.indicator, t.period+q)
			}
		}
		for _, r := range rates[t.indicator] {
			add(r.ID, t.period)
		}
		// The numerator of a withheld rate is closed; its denominator, often a
		// whole population, then tells nothing.
		if i := x.Indicator[t.indicator]; i != nil {
			add(i.NumeratorID, t.period)
		}
	}
}
