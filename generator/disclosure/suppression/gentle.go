package suppression

// gentle looks for the two tables of a proof among those that change least. The
// farthest points of a table of many dimensions are often broken ones; small
// changes that go around a box are whole.
func (g *group) gentle(a attack) proof {
	known := map[int]bool{}
	for _, c := range g.known(a.knower) {
		known[c] = true
	}
	cells, _ := g.closing(a.cell, sizes[1], func(c int) bool { return g.isHidden(c) && !known[c] })
	k, base := g.cell(a.cell).Threshold, g.base[a.cell]
	found := proof{high: g.least(cells, 1, max(k-base, k))}
	if !g.suffices(found, a.cell) {
		found.low = g.least(cells, -1, k-(g.value(found.high, a.cell)-base))
	}
	return found
}

// least gives the changes of the whole table that moves the first cell by the
// amount, or as far as it goes, and others as little as can be; nil where it is
// broken.
func (g *group) least(cells []int, direction, amount int64) map[int]int64 {
	if amount <= 0 {
		return nil
	}
	f := g.streams(cells, func(int) int64 { return 1 })
	if f.advance(direction, amount) <= 0 {
		return nil
	}
	var changes map[int]int64
	f.program.Minimise(f.costs, func() bool {
		if point, ok := f.program.Whole(); ok {
			for i, v := range f.fall {
				if v > 0 {
					point[i] += g.base[cells[i]] - point[v]
				}
			}
			changes = g.changes(point, cells)
		}
		return false
	})
	return changes
}
