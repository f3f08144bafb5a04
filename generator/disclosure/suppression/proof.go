package suppression

import "elinde/generator/disclosure/simplex"

// attack is a question of an attacker: what can cell be? The attacker may be the
// lone contributor of another cell, knower, and know that one and its parts; -1:
// an outsider.
type attack struct{ cell, knower int }

// proof holds two tables that agree with everything published, as what they
// change of the base: one with the cell small and one with it large.
type proof struct{ low, high map[int]int64 }

func (t *Tables) value(changes map[int]int64, cell int) int64 {
	if v, ok := changes[cell]; ok {
		return v
	}
	return t.base[cell]
}

// suffices reports whether the two tables are as far apart as the threshold asks.
func (t *Tables) suffices(p proof, cell int) bool {
	low, high := t.value(p.low, cell), t.value(p.high, cell)
	k := t.cells[cell].Threshold
	return high >= k && high-low >= k
}

// stands reports whether the two tables change only what is hidden from this
// attacker. Nothing is published of what they change.
func (t *Tables) stands(p proof, knower int) bool {
	for _, changes := range []map[int]int64{p.low, p.high} {
		for c := range changes {
			if !t.isHidden(c) {
				return false
			}
		}
		for _, c := range t.known(knower) {
			if _, changed := changes[c]; changed {
				return false
			}
		}
	}
	return true
}

// isTable proves by addition that the changed base is a table that agrees with
// every relation. Safety rests on this function and not on linear programming.
func (t *Tables) isTable(changes map[int]int64) bool {
	for c, v := range changes {
		if v < t.cells[c].Least || !t.isHidden(c) {
			return false
		}
		for _, r := range t.of[c] {
			if !t.void[r] && !t.relations[r].holds(t.sum(&t.relations[r], changes)) {
				return false
			}
		}
	}
	return true
}

// search looks for the two tables among those that change the cells of a
// programme only; variable i of it is cells[i]. possible says that there are two
// such tables, though perhaps broken ones.
func (t *Tables) search(p *simplex.Program, cells []int, at map[int]int, a attack) (found proof, possible bool) {
	p.Reset()
	v := at[a.cell]
	for _, c := range t.known(a.knower) {
		if k, ok := at[c]; ok {
			lower, upper := p.Bound(k, t.base[c], t.base[c])
			defer p.Bound(k, lower, upper)
		}
	}
	threshold := t.cells[a.cell].Threshold
	best := t.base[a.cell]
	want := max(threshold, best+threshold)
	top := p.Minimise([]simplex.Term{{Variable: v, Coefficient: -1}}, func() bool {
		n, ok := p.At(v).Floor()
		if !ok || n <= best {
			return false
		}
		whole, ok := p.Whole()
		if ok {
			best, found.high = n, t.changes(whole, cells)
		}
		return ok && best >= want
	})
	if best >= want {
		return found, true
	}
	highest, ok := p.At(v).Floor()
	if !ok || top == simplex.Unbounded {
		highest = want
	}
	p.Reset()
	least := t.base[a.cell]
	p.Minimise([]simplex.Term{{Variable: v, Coefficient: 1}}, func() bool {
		n, ok := p.At(v).Ceil()
		if !ok || n >= least {
			return false
		}
		whole, ok := p.Whole()
		if ok {
			least, found.low = n, t.changes(whole, cells)
		}
		return ok && best-least >= threshold
	})
	lowest, ok := p.At(v).Ceil()
	return found, ok && highest >= threshold && highest-lowest >= threshold
}

// changes gives what a point changes of the base.
func (t *Tables) changes(point []int64, cells []int) map[int]int64 {
	m := map[int]int64{}
	for i, c := range cells {
		if point[i] != t.base[c] {
			m[c] = point[i]
		}
	}
	return m
}
