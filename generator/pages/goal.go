package pages

import (
	"elinde/generator/programme"
	"elinde/generator/series"
)

// progress is how far an indicator has come from its baseline to its target.
type progress struct {
	Said  []text `json:"said"`
	Share int    `json:"share"` // per cent, 0 to 100
}

// progress says in words, in quarters, how far the latest figure is from baseline
// to target; nil where one of the three is not known, or where a break makes them
// differ in kind.
func (w *planner) progress(n *programme.Indicator, f *series.Figure) *progress {
	if f == nil || !f.Value.Set() || !n.Baseline.Set() || !n.Target.Set() || n.Baseline.F == n.Target.F || w.brokenSince(n, n.BaselinePeriod) {
		return nil
	}
	share := (f.Value.F - n.Baseline.F) / (n.Target.F - n.Baseline.F)
	p := &progress{Share: int(100 * min(max(share, 0), 1))}
	key := "progress_reached"
	switch {
	case share < 0:
		key = "progress_back"
	case share < .25:
		key = "progress_begun"
	case share < .5:
		key = "progress_quarter"
	case share < .75:
		key = "progress_half"
	case share < 1:
		key = "progress_most"
	}
	p.Said = said(w.say(key))
	return p
}

// brokenSince reports whether the country's figures after a period, or any where it
// is not known, have a break, so that they differ in kind from it.
func (w *planner) brokenSince(n *programme.Indicator, period string) bool {
	for _, f := range w.stats.tables[n.ID].Figures {
		if f.Freq == n.Frequency && f.TimePeriod > period && f.Has(series.Break) && w.isCountry(f.RefArea) && w.isTotal(f) {
			return true
		}
	}
	return false
}
