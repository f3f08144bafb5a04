package disclosure

import (
	"slices"
	"strconv"

	"elinde/generator/disclosure/suppression"
	"elinde/generator/programme"
)

// replay decides release by release, as each was decided when it came out: what
// one published, the next cannot withhold any more. What the record of a release
// binds is taken from there. It gives the rows to blank
// and the cells that cannot be protected.
func (l *ledger) replay(baselines []programme.Indicator) (blank []bool, exposed []int) {
	blank = make([]bool, len(l.rows))
	l.enterBaselines(baselines)
	bound := len(l.bound)
	for _, rows := range l.inOrder() {
		first := l.tables.Len()
		clear(l.before)
		for _, row := range rows {
			l.enterRow(row)
		}
		for _, row := range rows {
			if i := l.index.Indicator[l.rows[row].Indicator]; i != nil && l.modes[i.ID].weighted {
				l.enterWeighted(row)
			} else if i != nil && l.modes[i.ID].follows {
				l.implied(row, i)
				if fromSource(&l.rows[row]) {
					l.guardNumerator(&l.rows[row], i)
				}
			}
		}
		l.addMargins(l.entered(first))
		l.relate()
		l.relateReforms(l.entered(first))
		for cell := first; cell < l.tables.Len(); cell++ {
			if l.origins[cell].row >= 0 {
				l.recall(cell)
			}
		}
		l.accompany(first)
		exposed = append(exposed, l.tables.Decide()...)
		if bound--; bound == 0 && len(exposed) > 0 {
			l.conceded, exposed = l.tables.Concede(exposed), nil
		}
		for _, row := range rows {
			blank[row] = l.isBlank(row)
		}
	}
	slices.Sort(exposed)
	return blank, slices.Compact(exposed)
}

// entered lists the slots of the cells from number first on.
func (l *ledger) entered(first int) []int {
	var slots []int
	for cell := first; cell < l.tables.Len(); cell++ {
		if l.modes[l.slots[l.origins[cell].slot].indicator].counted {
			slots = append(slots, l.origins[cell].slot)
		}
	}
	return slots
}

// enterRow takes the figure of a row. A missing one takes the cell out of its
// table: it says itself that it is not there.
func (l *ledger) enterRow(row int) {
	o := &l.rows[row]
	i := l.index.Indicator[o.Indicator]
	if i == nil {
		return
	}
	m := l.modes[i.ID]
	switch s := slotOf(o); {
	case !m.counted && !m.averaged:
	case isMissing(o):
		if n, ok := l.known(s); ok {
			l.put(n, -1)
		}
	case m.weighted: // when all counts are in
	case m.counted:
		l.cellOf[row] = l.enter(s, l.counted(o, i), origin{release: o.ReleaseID, row: row, source: fromSource(o)})
	default:
		l.cellOf[row] = l.enter(s, l.averaged(o), origin{release: o.ReleaseID, row: row, source: fromSource(o)})
	}
}

// enterBaselines takes the baselines of counts that are in no table otherwise.
func (l *ledger) enterBaselines(indicators []programme.Indicator) {
	var there map[slotKey]bool
	for i := range indicators {
		n := &indicators[i]
		if n.Kind != "count" || !n.Baseline.Set() {
			continue
		}
		if there == nil {
			there = l.filled()
		}
		s := l.total(n)
		if there[l.keyOf(s)] {
			continue
		}
		c := suppression.Cell{Value: wholeOf(n.Baseline)}
		if isSmall(n.Baseline.F, n) {
			c.Threshold = int64(n.Threshold.N)
		}
		l.baseline[n.ID] = l.enter(s, c, origin{row: -1})
	}
}

// total gives the slot of an indicator's total in its baseline's period.
func (l *ledger) total(i *programme.Indicator) slot {
	return slotOf(&programme.Observation{Indicator: i.ID, RefArea: l.country, ServiceType: programme.Total, Sex: programme.Total, Age: programme.Total, TargetGroup: programme.Total,
		TimePeriod: i.BaselinePeriod, Extra: slices.Repeat([]programme.TermID{programme.Total}, len(l.names)-byExtra)})
}

// relate makes the relations of the lines on which something changed.
func (l *ledger) relate() {
	isThere := func(n int) bool { return l.current[n] >= 0 }
	type family struct {
		cells []int
		on    *line
	}
	var families []family
	slices.SortFunc(l.touched, func(a, b *line) int { return a.order - b.order })
	for _, on := range l.touched {
		on.touched = false
		for _, slots := range l.families(on, isThere) {
			cells := make([]int, len(slots))
			for i, n := range slots {
				cells[i] = l.current[n]
			}
			families = append(families, family{cells, on})
			l.weigh(cells, on.dimension)
		}
	}
	l.touched = l.touched[:0]
	for _, f := range families {
		l.relateFamily(f.cells, f.on.dimension)
	}
}

func (l *ledger) relateFamily(cells []int, dimension int) {
	signature := make([]byte, 0, 8*len(cells))
	for _, c := range cells {
		signature = append(strconv.AppendInt(signature, int64(c), 36), ' ')
	}
	if l.related[string(signature)] {
		return
	}
	l.related[string(signature)] = true
	i := l.index.Indicator[l.slots[l.origins[cells[0]].slot].indicator]
	if l.modes[i.ID].weighted {
		l.relateAmounts(cells, dimension)
		return
	}
	if l.modes[i.ID].averaged {
		r := suppression.Relation{Low: -average * int64(len(cells)-2), High: -average * int64(len(cells)-2)}
		for n, c := range cells {
			r.Terms = append(r.Terms, suppression.Term{Cell: c, Coefficient: int64(min(n, 1)*-2 + 1)})
		}
		l.tables.Relate(r)
		return
	}
	if !l.addsUp(i, dimension) {
		return
	}
	complete := l.isComplete(dimension, len(cells)-1)
	if r, ok := relation(l.tables, cells, int64(i.Threshold.N), complete, i.AdditiveOver.Has(l.names[dimension]), dimension == byPeriod && !complete); ok {
		l.tables.Relate(r)
	}
}

// weigh counts whether a family adds up. What the table indicators says of it is
// not all: an attacker sees sums that nobody declared.
func (l *ledger) weigh(cells []int, dimension int) {
	if len(cells) < 3 {
		return
	}
	sum := int64(0)
	for i, c := range cells {
		cell := l.tables.Cell(c)
		if cell.Unknown || l.origins[c].margin {
			return
		}
		if i == 0 {
			sum = cell.Value
		} else {
			sum -= cell.Value
		}
	}
	key := evidenceKey{l.slots[l.origins[cells[0]].slot].indicator, dimension}
	if l.evidence[key] == nil {
		l.evidence[key] = new([2]int)
	}
	if sum == 0 {
		l.evidence[key][0]++
	} else {
		l.evidence[key][1]++
	}
}

// addsUp reports whether the indicator's parts make their totals along a
// dimension: it is declared, the figures mostly do, or nothing speaks against it.
func (l *ledger) addsUp(i *programme.Indicator, dimension int) bool {
	if i.AdditiveOver.Has(l.names[dimension]) {
		return true
	}
	seen := l.evidence[evidenceKey{i.ID, dimension}]
	if seen == nil {
		return len(i.AdditiveOver) == 0
	}
	return seen[0] > 3*seen[1]
}

// isBlank reports whether the figure of a row is withheld.
func (l *ledger) isBlank(row int) bool {
	o := &l.rows[row]
	i := l.index.Indicator[o.Indicator]
	if isMissing(o) {
		return false
	}
	if f, bound := l.published(o); bound {
		if !f.Withheld() && i != nil && l.modes[i.ID].follows {
			l.told[slotOf(o)] = o.Value
		}
		return f.Withheld()
	}
	// A small one that an earlier release told is known.
	if c := l.cellOf[row]; fromSource(o) || c >= 0 && l.tables.Cell(c).State == suppression.Withheld || c < 0 && isSecret(o, i) {
		return true
	}
	if i != nil && l.modes[i.ID].follows {
		if len(l.hiddenParts(slotOf(o), i)) > 0 {
			return true
		}
		l.told[slotOf(o)] = o.Value
	}
	return false
}
