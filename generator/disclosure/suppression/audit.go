package suppression

import (
	"slices"

	"elinde/generator/disclosure/simplex"
)

// Interval is what everything published allows a protected cell to be.
type Interval struct {
	Cell      int
	Low, High int64 // High is Infinity where nothing bounds it
	// Exact says that nothing wider is possible. Both ends are reached by whole
	// tables in any case; where linear programming finds broken ones beyond, or
	// where more cells are linked than it takes at once, the true interval may be
	// wider, never narrower.
	Exact bool
	// Safe says that two tables prove the cell's threshold, against lone
	// contributors too.
	Safe bool
}

// Audit attacks every protected cell with all that is published. Intervals are
// found anew; a proof from the last decision counts where adding up all sums again
// confirms it. The intervals are in the order of the cells.
func (t *Tables) Audit() []Interval {
	t.settle()
	groups := t.groups(func(int) bool { return true })
	found := make([][]Interval, len(groups))
	at := map[*group]int{}
	for i, g := range groups {
		at[g] = i
	}
	each(groups, func(g *group) { found[at[g]] = g.audit() })
	list := slices.Concat(found...)
	for n, c := range t.cells {
		if c.Threshold > 0 && c.State == Published {
			list = append(list, Interval{Cell: n, Low: c.Value, High: c.Value, Exact: true})
		}
	}
	slices.SortFunc(list, func(a, b Interval) int { return a.Cell - b.Cell })
	return list
}

func (g *group) audit() []Interval {
	var list []Interval
	for _, c := range g.guarded {
		if !g.isHidden(c) {
			continue
		}
		_, weak := g.weakness(c)
		i := g.interval(c)
		i.Safe = !weak
		// What proves the cell is reached too.
		if p := g.proofs[attack{c, -1}]; i.Safe {
			i.Low = min(i.Low, g.value(p.low, c), g.value(p.high, c))
			i.High = max(i.High, g.value(p.low, c), g.value(p.high, c))
		}
		list = append(list, i)
	}
	return list
}

// interval gives the interval of a cell: what whole tables near it reach, and
// whether linear programming over all linked cells excludes more.
func (g *group) interval(c int) Interval {
	part, all := g.part(c, sizes[len(sizes)-1])
	if !all {
		part, _ = g.part(c, sizes[0])
	}
	low, lowest := part.end(part.at[c], g.base[c], -1)
	high, highest := part.end(part.at[c], g.base[c], 1)
	return Interval{Cell: c, Low: low, High: high, Exact: all && lowest && highest}
}

// end gives how far a variable goes in one direction at whole points, and whether
// no point, whole or broken, rounds to a whole number farther.
func (p *part) end(v int, base int64, direction int) (reached int64, farthest bool) {
	reached = base
	program := p.program
	program.Reset()
	rounded := func() (int64, bool) {
		if direction < 0 {
			return program.At(v).Ceil()
		}
		return program.At(v).Floor()
	}
	outcome := program.Minimise([]simplex.Term{{Variable: v, Coefficient: int64(-direction)}}, func() bool {
		if n, ok := rounded(); ok && (n-reached)*int64(direction) > 0 {
			if whole, ok := program.Whole(); ok {
				reached = whole[v]
			}
		}
		return false
	})
	if outcome == simplex.Unbounded {
		return Infinity, true
	}
	n, ok := rounded()
	return reached, ok && outcome == simplex.Optimal && n == reached
}
