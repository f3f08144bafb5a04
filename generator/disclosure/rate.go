package disclosure

import (
	"math"
	"strings"

	"elinde/generator/disclosure/suppression"
	"elinde/generator/programme"
)

// parts gives the slots of a rate's numerator and denominator.
func parts(s slot, i *programme.Indicator) (numerator, denominator slot) {
	numerator, denominator = s, s
	numerator.indicator, denominator.indicator = i.NumeratorID, i.DenominatorID
	return numerator, denominator
}

// now gives the cell that counts in a slot, -1 where there is none.
func (l *ledger) now(s slot) int {
	if n, ok := l.known(s); ok {
		return l.current[n]
	}
	return -1
}

// implied gives the count that a rate and its denominator tell where the
// numerator itself is in no table: it is a cell like others, withheld by
// withholding the rate.
func (l *ledger) implied(row int, i *programme.Indicator) {
	o := &l.rows[row]
	numerator, denominator := parts(slotOf(o), i)
	of := l.index.Indicator[i.NumeratorID]
	d := l.now(denominator)
	if of == nil || of.Kind != "count" || d < 0 || l.tables.Cell(d).Unknown || !i.Multiplier.Set() || i.Multiplier.F <= 0 {
		return
	}
	if n := l.now(numerator); n >= 0 && l.origins[n].row >= 0 || !o.Value.Set() && !fromSource(o) {
		return
	}
	c := suppression.Cell{Unknown: !o.Value.Set()}
	if o.Value.Set() {
		c.Value = int64(math.Round(min(max(o.Value.F*float64(l.tables.Cell(d).Value)/i.Multiplier.F, 0), largest)))
	}
	if c.State = l.stateOf(o); c.State != suppression.Published && (fromSource(o) || isSmall(float64(c.Value), of)) {
		c.Threshold, c.Small = max(int64(of.Threshold.N), 1), !fromSource(o)
	}
	c.Least = l.least(c, fromSource(o), of)
	l.enter(numerator, c, origin{release: o.ReleaseID, row: -1})
}

// guardNumerator protects the count behind a rate that its source withheld.
func (l *ledger) guardNumerator(o *programme.Observation, i *programme.Indicator) {
	numerator, _ := parts(slotOf(o), i)
	if n := l.now(numerator); n >= 0 {
		k := int64(1)
		if of := l.index.Indicator[i.NumeratorID]; of != nil {
			k = max(k, int64(of.Threshold.N))
		}
		l.tables.Guard(n, k)
	}
}

// hiddenParts lists the numerator and denominator of a rate that are withheld: it
// falls with them.
func (l *ledger) hiddenParts(s slot, i *programme.Indicator) []slot {
	numerator, denominator := parts(s, i)
	var hidden []slot
	for _, part := range []slot{denominator, numerator} {
		if n := l.now(part); n >= 0 && l.tables.Cell(n).State == suppression.Withheld {
			hidden = append(hidden, part)
		}
	}
	return hidden
}

// recall relates a new count to rates that were published before it: each gives
// an interval of numerator and denominator, half a unit of its last digit wide on
// both sides.
func (l *ledger) recall(cell int) {
	s := l.slots[l.origins[cell].slot]
	for _, i := range l.rates[s.indicator] {
		at := s
		at.indicator = i.ID
		rate, ok := l.told[at]
		if !ok || !i.Multiplier.Set() {
			continue
		}
		numerator, denominator := parts(at, i)
		n, d := l.now(numerator), l.now(denominator)
		if n < 0 || d < 0 {
			continue
		}
		unit := 1.0
		if _, decimals, ok := strings.Cut(rate.Text, "."); ok {
			unit = math.Pow10(len(decimals))
		}
		// 2 · unit · multiplier · n is from (2r-1)·d to (2r+1)·d, r in last digits.
		scale, r := 2*unit*i.Multiplier.F, math.Round(rate.F*unit)
		if scale != math.Trunc(scale) || max(scale, 2*math.Abs(r)+1) > 1e9 {
			continue
		}
		l.tables.Relate(suppression.Relation{High: suppression.Infinity,
			Terms: []suppression.Term{{Cell: n, Coefficient: int64(scale)}, {Cell: d, Coefficient: -int64(2*r - 1)}}})
		l.tables.Relate(suppression.Relation{High: suppression.Infinity,
			Terms: []suppression.Term{{Cell: n, Coefficient: -int64(scale)}, {Cell: d, Coefficient: int64(2*r + 1)}}})
	}
}
