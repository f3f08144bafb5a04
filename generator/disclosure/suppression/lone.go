package suppression

import "slices"

// isLone reports whether the cell counts one contributor, who knows it.
func (t *Tables) isLone(n int) bool {
	c := &t.cells[n]
	return c.Threshold > 0 && c.Value == 1 && !c.Unknown
}

// within lists the cells that a cell is the total of, over any number of steps,
// and the cell itself first.
func (t *Tables) within(n int) []int {
	list := []int{n}
	for i := 0; i < len(list); i++ {
		for _, r := range t.of[list[i]] {
			relation := &t.relations[r]
			if relation.Low != 0 || relation.High != 0 || t.void[r] || !relation.isTotal(list[i]) {
				continue
			}
			for _, term := range relation.Terms {
				if !slices.Contains(list, term.Cell) {
					list = append(list, term.Cell)
				}
			}
		}
	}
	return list
}

// isTotal reports whether the relation says that the cell is the sum of the others.
func (r *Relation) isTotal(n int) bool {
	sign := int64(0)
	for _, term := range r.Terms {
		if term.Cell == n {
			sign = term.Coefficient
		}
	}
	if sign != 1 && sign != -1 {
		return false
	}
	for _, term := range r.Terms {
		if term.Cell != n && term.Coefficient != -sign {
			return false
		}
	}
	return true
}

// known lists what a lone contributor knows: the own cell, and of its parts each,
// being in one and nobody else in any.
func (t *Tables) known(knower int) []int {
	if knower < 0 {
		return nil
	}
	return t.within(knower)
}

// first gives the cell that a cell corrects, over any number of releases.
func (t *Tables) first(n int) int {
	for before, ok := t.corrects[n]; ok; before, ok = t.corrects[n] {
		n = before
	}
	return n
}

// isSamePerson reports whether two cells count the same lone contributor, as one
// is in the other or its correction: who learns nothing of anybody else, but how the
// own figure was counted again.
func (t *Tables) isSamePerson(cell, knower int) bool {
	if t.first(cell) == t.first(knower) || slices.Contains(t.within(knower), cell) {
		return true
	}
	c := &t.cells[cell]
	return c.Value == 1 && !c.Unknown && slices.Contains(t.within(cell), knower)
}
