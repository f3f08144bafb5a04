package disclosure

import (
	"cmp"
	"slices"

	"elinde/generator/disclosure/suppression"
	"elinde/generator/programme"
)

// addMargins adds the totals that a table lacks between its cells and a total
// above them: with places by sex and the country's total alone, the sums by place
// tie the one to the other, though nobody publishes them. They are hidden cells
// like any other, and nothing protects them.
func (l *ledger) addMargins(slots []int) {
	var missing []int
	for _, n := range slots {
		if l.current[n] >= 0 && l.hasSecrets[l.slots[n].indicator] {
			missing = append(missing, l.above(n)...)
		}
	}
	// The parts of a margin come first.
	slices.SortFunc(missing, func(a, b int) int {
		return cmp.Or(cmp.Compare(l.openDimensions(b), l.openDimensions(a)), cmp.Compare(a, b))
	})
	for _, n := range slices.Compact(missing) {
		value, unknown := l.sumOfParts(n)
		c := suppression.Cell{Value: value, Unknown: unknown, State: suppression.Withheld}
		if before := l.current[n]; before >= 0 {
			if was := l.tables.Cell(before); was.Value == value && was.Unknown == unknown {
				continue
			}
		}
		cell := l.tables.Add(c)
		l.origins = append(l.origins, origin{slot: n, row: -1, margin: true})
		l.put(n, cell)
	}
}

// above lists the slots over a slot, in any of its dimensions but time, that no
// row fills.
func (l *ledger) above(n int) []int {
	s := l.slots[n]
	var open []int
	for d := range l.names {
		if member, _ := s.along(d); d != byPeriod && !l.isTop(d, member) {
			open = append(open, d)
		}
	}
	if len(open) > 4 {
		open = open[:4] // more are in no table that people read
	}
	var list []int
	for set := 1; set < 1<<len(open); set++ {
		up := s
		for i, d := range open {
			if set>>i&1 == 1 {
				up = l.top(up, d)
			}
		}
		m := l.slot(up)
		if c := l.current[m]; m != n && (c < 0 || l.origins[c].margin) && !slices.Contains(list, m) {
			list = append(list, m)
		}
	}
	return list
}

func (l *ledger) openDimensions(n int) int {
	open := l.slots[n].splits()
	if !l.isCountry(l.slots[n].area) {
		open++
	}
	return open
}

func (l *ledger) isTop(dimension int, member string) bool {
	if dimension == byArea {
		return l.isCountry(programme.PlaceID(member))
	}
	return member == programme.Total || member == ""
}

// top gives the slot with a dimension at its whole.
func (l *ledger) top(s slot, dimension int) slot {
	if dimension != byArea {
		return s.with(dimension, programme.Total)
	}
	place := s.area
	for steps := 0; steps < 16 && !l.isCountry(place); steps++ {
		p := l.index.Place[place]
		if p == nil {
			return s
		}
		place = p.ParentID
	}
	s.area = place
	return s
}

// sumOfParts gives the largest sum of parts in any dimension: what fits best where
// some tables are partial.
func (l *ledger) sumOfParts(n int) (sum int64, unknown bool) {
	sum = -1
	for _, on := range l.linesOf[n] {
		if on.dimension == byPeriod {
			continue
		}
		for _, family := range l.families(on, func(m int) bool { return m == n || l.current[m] >= 0 }) {
			if family[0] != n {
				continue
			}
			s, open := int64(0), false
			for _, m := range family[1:] {
				c := l.tables.Cell(l.current[m])
				s += c.Value
				open = open || c.Unknown
			}
			if sum < 0 || !open && (unknown || s > sum) {
				sum, unknown = s, open
			}
		}
	}
	return max(sum, 0), unknown || sum < 0
}
