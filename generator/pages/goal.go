package pages

import (
	"math/big"
	"strconv"
	"strings"

	"elinde/generator/programme"
	"elinde/generator/series"
)

// progress is how far an indicator has come from its baseline to its target.
type progress struct {
	Said  []text `json:"said"`
	Share int    `json:"share"` // per cent, 0 to 100
}

// progress says in whole per cent, rounded down, how far the latest figure is from
// baseline to target; nil where one of the three is not known, or where a break makes
// them differ in kind. Where the figure moved away there is no share to tell.
func (w *planner) progress(n *programme.Indicator, f *series.Figure) *progress {
	if f == nil || w.brokenSince(n, n.BaselinePeriod) {
		return nil
	}
	return w.way(n, f.Value)
}

// way is progress where nothing is broken.
func (w *planner) way(n *programme.Indicator, value programme.Decimal) *progress {
	now, ok1 := new(big.Rat).SetString(value.Text)
	from, ok2 := new(big.Rat).SetString(n.Baseline.Text)
	to, ok3 := new(big.Rat).SetString(n.Target.Text)
	if !ok1 || !ok2 || !ok3 || from.Cmp(to) == 0 {
		return nil
	}
	share := now.Sub(now, from).Mul(now, big.NewRat(100, 1)).Quo(now, to.Sub(to, from))
	percent := new(big.Int).Div(share.Num(), share.Denom())
	p := &progress{Share: int(max(0, min(100, percent.Int64())))}
	switch {
	case share.Sign() < 0:
		p.Said = said(w.say("progress_back"))
	case p.Share == 100:
		p.Said = said(w.say("progress_reached"))
	default:
		p.Said = said(w.say("progress_share", "share", strconv.Itoa(p.Share)))
	}
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

// goalAddress is where the United Nations say what a target of the Sustainable
// Development Goals is; "" for what is no target, such as "1.3" is.
func goalAddress(target string) string {
	goal, _, ok := strings.Cut(target, ".")
	if n, err := strconv.Atoi(goal); !ok || err != nil || n < 1 || n > 17 {
		return ""
	}
	return "https://sdgs.un.org/goals/goal" + goal + "#targets_and_indicators"
}
