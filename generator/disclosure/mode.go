package disclosure

import (
	"elinde/generator/programme"
)

// mode says how an indicator's figures tell of each other.
type mode struct {
	counted  bool // counts add up
	averaged bool // total and parts are tied by weights that anybody may know
	follows  bool // numerator and denominator tell the figure
	weighted bool // averaged, with weights that are declared and published
}

// setModes finds out how each indicator is protected. A figure that its source
// withheld and that no counts stand behind is an average of unknown weights.
func (l *ledger) setModes(to *programme.Tables) {
	has := map[programme.IndicatorID]bool{}
	for i := range l.rows {
		if isSecret(&l.rows[i], l.index.Indicator[l.rows[i].Indicator]) {
			l.hasSecrets[l.rows[i].Indicator] = true
		}
		has[l.rows[i].Indicator] = true
	}
	for i := range to.Indicators {
		n := &to.Indicators[i]
		l.modes[n.ID] = mode{counted: n.Kind == "count", follows: n.Kind != "count" && (has[n.NumeratorID] || has[n.DenominatorID])}
	}
	var exists map[slotKey]bool
	for i := range l.rows {
		o := &l.rows[i]
		n := l.index.Indicator[o.Indicator]
		if n == nil || n.Kind == "count" || !fromSource(o) {
			continue
		}
		if exists == nil {
			exists = l.filled()
		}
		above, below := slotOf(o), slotOf(o)
		above.indicator, below.indicator = n.NumeratorID, n.DenominatorID
		m := l.modes[n.ID]
		m.weighted = n.Kind == "average" && n.NumeratorID == "" && has[n.DenominatorID]
		if m.weighted || !exists[l.keyOf(above)] && !exists[l.keyOf(below)] {
			m.averaged = true
			if _, ok := l.usual[n.ID]; m.weighted && !ok {
				l.usual[n.ID] = l.usualOf(n.ID)
			}
			l.modes[n.ID] = m
		}
	}
}

// filled gives the slots of which there is a row.
func (l *ledger) filled() map[slotKey]bool {
	there := make(map[slotKey]bool, len(l.rows))
	for i := range l.rows {
		there[l.keyOf(slotOf(&l.rows[i]))] = true
	}
	return there
}
