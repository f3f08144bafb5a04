package suppression

import "elinde/generator/disclosure/simplex"

// settle makes the base, one table that agrees with all relations: the true
// values, and for cells whose value nobody told us some that fit. Relations that
// no table agrees with tell nobody anything and are void.
func (t *Tables) settle() {
	t.base = make([]int64, len(t.cells))
	t.void = make([]bool, len(t.relations))
	for i, c := range t.cells {
		if !c.Unknown {
			t.base[i] = c.Value
		}
	}
	isUnknown := func(n int) bool { return t.cells[n].Unknown }
	seen := make([]bool, len(t.cells))
	for n := range t.cells {
		if !isUnknown(n) || seen[n] {
			continue
		}
		cells, _ := t.around(n, len(t.cells), isUnknown)
		for _, c := range cells {
			seen[c] = true
		}
		t.fit(cells)
	}
	for r := range t.relations {
		t.void[r] = t.void[r] || !t.relations[r].holds(t.sum(&t.relations[r], nil))
	}
}

// fit finds values for the cells. Where nothing fits all their relations, each is
// void that contradicts those before it.
func (t *Tables) fit(cells []int) {
	if t.guess(cells) {
		return
	}
	relations := t.layout(cells).relations
	for _, r := range relations {
		t.void[r] = true
	}
	for _, r := range relations {
		t.void[r] = false
		t.void[r] = !t.guess(cells)
	}
}

// guess finds values for the cells that fit their relations: the sum of what is
// amiss is brought to zero. It reports whether it could.
func (t *Tables) guess(cells []int) bool {
	l := t.layout(cells)
	var amiss []simplex.Term
	for i, r := range l.relations {
		relation := &t.relations[r]
		sum := t.sum(relation, nil)
		gap := int64(0) // what must be added to the sum
		switch {
		case sum < relation.Low:
			gap = relation.Low - sum
		case sum > relation.High:
			gap = relation.High - sum
		}
		if gap == 0 {
			continue
		}
		coefficient := int64(1)
		if gap < 0 {
			coefficient, gap = -1, -gap
		}
		v := l.variable(gap, 0, simplex.Infinity)
		l.equations[i] = append(l.equations[i], simplex.Term{Variable: v, Coefficient: coefficient})
		amiss = append(amiss, simplex.Term{Variable: v, Coefficient: 1})
	}
	// A slack starts inside its bounds; the gap makes up the difference.
	l.clamp()
	p := l.program()
	var found []int64
	p.Minimise(amiss, func() bool {
		for _, term := range amiss {
			if p.At(term.Variable).Sign() != 0 {
				return false
			}
		}
		whole, ok := p.Whole()
		if ok {
			found = whole
		}
		return ok
	})
	if found != nil {
		for i, c := range cells {
			t.base[c] = found[i]
		}
	}
	return found != nil
}
