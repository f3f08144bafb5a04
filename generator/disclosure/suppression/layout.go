package suppression

import "elinde/generator/disclosure/simplex"

// layout lays cells out as the variables of a linear programme: variable i is
// cells[i], others follow. Cells outside it keep the value of the base.
type layout struct {
	start, lower, upper []int64
	relations           []int // those of the cells, one equation each
	equations           [][]simplex.Term
}

// layout gives the cells and their relations; a relation that allows an interval
// gets a variable for its sum.
func (t *Tables) layout(cells []int) *layout {
	l := &layout{}
	at := make(map[int]int, len(cells))
	for i, c := range cells {
		at[c] = i
		l.variable(t.base[c], t.cells[c].Least, simplex.Infinity)
	}
	done := map[int]bool{}
	for _, c := range cells {
		for _, r := range t.of[c] {
			if done[r] || t.void[r] {
				continue
			}
			done[r] = true
			relation := &t.relations[r]
			var equation []simplex.Term
			for _, term := range relation.Terms {
				if v, ok := at[term.Cell]; ok {
					equation = append(equation, simplex.Term{Variable: v, Coefficient: term.Coefficient})
				}
			}
			if relation.Low != relation.High {
				v := l.variable(t.sum(relation, nil), relation.Low, relation.High)
				equation = append(equation, simplex.Term{Variable: v, Coefficient: -1})
			}
			l.relations = append(l.relations, r)
			l.equations = append(l.equations, equation)
		}
	}
	return l
}

// variable adds one and gives its number.
func (l *layout) variable(start, lower, upper int64) int {
	l.start, l.lower, l.upper = append(l.start, start), append(l.lower, lower), append(l.upper, upper)
	return len(l.start) - 1
}

// clamp brings starts between their bounds.
func (l *layout) clamp() {
	for i := range l.start {
		l.start[i] = min(max(l.start[i], l.lower[i]), l.upper[i])
	}
}

func (l *layout) program() *simplex.Program {
	return simplex.New(l.start, l.lower, l.upper, l.equations)
}
