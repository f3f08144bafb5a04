package disclosure

import (
	"math"

	"elinde/generator/disclosure/suppression"
	"elinde/generator/finding"
	"elinde/generator/programme"
)

// An average whose weights are declared, as the count that it is divided by, is protected
// as what an attacker makes of it: the amount, average times count, in units of the
// last digit. Amounts add up as far as rounding lets them.

// weight gives the count behind an average where it is out or may come out. Who finds it withheld
// does not find the average either.
func (l *ledger) weight(s slot) (n int64, ok bool) {
	_, below := parts(s, l.index.Indicator[s.indicator])
	c := l.now(below)
	if c < 0 || l.tables.Cell(c).Unknown {
		return 0, false
	}
	return l.tables.Cell(c).Value, true
}

// usualOf gives the mean of an indicator's figures.
func (l *ledger) usualOf(id programme.IndicatorID) float64 {
	sum, n := 0.0, 0.0
	for i := range l.rows {
		if o := &l.rows[i]; o.Indicator == id && o.Value.Set() {
			sum, n = sum+o.Value.F, n+1
		}
	}
	return sum / max(n, 1)
}

// enterWeighted takes the amount behind an average.
func (l *ledger) enterWeighted(row int) {
	o := &l.rows[row]
	i := l.index.Indicator[o.Indicator]
	s := slotOf(o)
	w, ok := l.weight(s)
	if !ok || w == 0 || isMissing(o) {
		return
	}
	unit := math.Pow10(i.Decimals.N)
	amount := func(average float64) int64 { return int64(math.Round(min(max(average, 0)*unit*float64(w), largest))) }
	c := suppression.Cell{Unknown: !o.Value.Set(), Value: amount(o.Value.F), State: l.stateOf(o)}
	if i.MinValue.Set() {
		c.Least = min(amount(i.MinValue.F), c.Value)
	}
	if fromSource(o) { // as wide as such a figure itself
		c.Threshold = max(c.Value, amount(l.usual[o.Indicator]), 1)
	}
	cell := l.enter(s, c, origin{release: o.ReleaseID, row: row, source: fromSource(o)})
	if l.cellOf[row] = cell; i.MaxValue.Set() && cell == l.tables.Len()-1 {
		l.tables.Relate(suppression.Relation{Terms: []suppression.Term{{Cell: cell, Coefficient: 1}}, High: max(amount(i.MaxValue.F), c.Value)})
	}
}

// relateAmounts relates a total and its parts. Where they miss each other by more than rounding
// explains, an attacker is taken to know by how much.
func (l *ledger) relateAmounts(cells []int, dimension int) {
	var r suppression.Relation
	rest, slack, known := int64(0), int64(1), true
	for n, c := range cells {
		t := suppression.Term{Cell: c, Coefficient: int64(min(n, 1)*-2 + 1)}
		r.Terms = append(r.Terms, t)
		rest += t.Coefficient * l.tables.Cell(c).Value
		known = known && !l.tables.Cell(c).Unknown
		w, _ := l.weight(l.slots[l.origins[c].slot])
		slack += w/2 + 1
	}
	if r.Low, r.High = -slack, slack; known && (dimension == byPeriod || rest < -slack || rest > slack) {
		r.Low, r.High = rest, rest
	}
	l.tables.Relate(r)
}

// leastFamilies is how many totals a count must reproduce before it is taken for the
// weights of an average.
const leastFamilies = 4

// undeclaredWeights warns of averages of which some are withheld, and whose totals
// a published count reproduces though nobody declared it: an attacker finds that too.
func (l *ledger) undeclaredWeights(indicators []programme.Indicator) []finding.Finding {
	value := map[slot]*programme.Observation{}
	for i := range l.rows {
		if o := &l.rows[i]; o.Value.Set() {
			value[slotOf(o)] = o
		}
	}
	var found []finding.Finding
	for i := range indicators {
		n := &indicators[i]
		if m := l.modes[n.ID]; !m.averaged || m.weighted {
			continue
		}
		// Many counts are nearly in proportion: one of the same theme is meant rather.
		best, weights := math.Inf(1), ""
		for j := range indicators {
			if of := &indicators[j]; of.Kind == "count" {
				miss := l.misses(n, of.ID, value)
				if of.Theme != n.Theme {
					miss++
				}
				if miss < best {
					best, weights = miss, string(of.ID)
				}
			}
		}
		if weights != "" {
			found = append(found, finding.Finding{Code: finding.WeightsPublished, Severity: finding.Warning, File: n.File, Line: n.Line, Column: "denominator_id",
				Value: string(n.ID), Args: map[string]string{"weights": weights}})
		}
	}
	return found
}

// misses says how far the totals that a count makes of an average's parts are from those that
// are told, in units of what rounding explains; infinitely far where most miss by more.
func (l *ledger) misses(n *programme.Indicator, of programme.IndicatorID, value map[slot]*programme.Observation) float64 {
	met, missed, off := 0, 0, 0.0
	half := 0.5 * math.Pow10(-n.Decimals.N)
	for _, on := range l.drawn {
		if on.dimension == byPeriod || l.slots[on.slots[0]].indicator != n.ID {
			continue
		}
		for _, family := range l.families(on, func(int) bool { return true }) {
			sum, slack, isWhole := 0.0, 0.0, len(family) > 2
			for at, slot := range family {
				s := l.slots[slot]
				average := value[s]
				s.indicator = of
				weight := value[s]
				if isWhole = isWhole && average != nil && weight != nil; !isWhole {
					break
				}
				amount := average.Value.F * weight.Value.F
				if at > 0 {
					amount = -amount
				}
				sum, slack = sum+amount, slack+half*weight.Value.F
			}
			switch {
			case !isWhole:
			case math.Abs(sum) <= slack*1.001:
				met++
				off += math.Abs(sum) / slack
			default:
				missed++
			}
		}
	}
	if met < leastFamilies || met <= 3*missed {
		return math.Inf(1)
	}
	return off / float64(met)
}
