package disclosure

import (
	"elinde/generator/disclosure/suppression"
)

// enter takes the value of a slot in a release and gives its cell: that of the
// release before where the value is the same.
func (l *ledger) enter(s slot, c suppression.Cell, from origin) int {
	n := l.slot(s)
	from.slot = n
	before := l.current[n]
	isMargin, isTold := before >= 0 && l.origins[before].margin, false
	if before >= 0 && !isMargin {
		was := l.tables.Cell(before)
		if isTold = was.State == suppression.Withheld && c.State == suppression.Published; isTold {
			// What one release withheld, the next told: the cell is another one.
		} else if was.Unknown == c.Unknown && was.Value == c.Value || c.Unknown && was.State == suppression.Withheld {
			l.tables.Guard(before, c.Threshold)
			return before
		}
	}
	c.Cost, c.Seat = l.cost(s), l.seat(s)
	cell := l.tables.Add(c)
	l.origins = append(l.origins, from)
	if before >= 0 && !isMargin && !l.origins[before].source {
		l.tables.Stay(cell, before)
	}
	l.put(n, cell)
	if (isMargin || isTold) && l.tables.Cell(before).Value == c.Value {
		// What was hidden so far is told now.
		l.tables.Relate(suppression.Relation{Terms: []suppression.Term{{Cell: cell, Coefficient: 1}, {Cell: before, Coefficient: -1}}})
	}
	return cell
}

// put makes the cell the one that counts.
func (l *ledger) put(n, cell int) {
	if _, known := l.before[n]; !known && len(l.reforms[l.slots[n].area]) > 0 {
		l.before[n] = l.current[n]
	}
	l.current[n] = cell
	for _, on := range l.linesOf[n] {
		if !on.touched {
			on.touched = true
			l.touched = append(l.touched, on)
		}
	}
}
