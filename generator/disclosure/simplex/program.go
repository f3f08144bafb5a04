// Package simplex solves linear programmes exactly: fractions in, fractions out,
// no rounding anywhere. It is made for the questions that an audit asks of a
// table: it starts from a point that is known to fit (the table itself), keeps
// its basis from one objective to the next, and shows every whole point that it
// passes, since a whole point is a proof that needs no trust in this package.
//
// The method is the simplex method for bounded variables (Dantzig), with Bland's
// rule against cycling. The start need not be a vertex: a variable that stands
// between its bounds outside the basis moves like any other.
package simplex

import (
	"math"

	"elinde/generator/disclosure/rational"
)

// Infinity is the upper bound of a variable that has none.
const Infinity = math.MaxInt64

// Term is a coefficient of a variable.
type Term struct {
	Variable    int
	Coefficient int64
}

// Program is a set of linear equations over bounded variables and a point that
// fits them. It is not safe for use by several goroutines.
type Program struct {
	start        []int64
	lower, upper []int64
	point        []rational.Number

	// The variables of the basis as sums of those outside it: when variable j
	// outside moves by one, basis[i] moves by rows[i][j].
	basis []int
	row   []int // of a variable in the basis, -1 outside
	rows  [][]rational.Number
	costs []rational.Number // what the objective gains when a variable outside moves by one
}

// New makes the programme of the variables, whose values at start are between
// lower and upper, and of equations that hold at start: each keeps the sum that it
// has there. Equations that say nothing new are left out.
func New(start, lower, upper []int64, equations [][]Term) *Program {
	p := &Program{start: start, lower: lower, upper: upper, row: make([]int, len(start))}
	for i := range p.row {
		p.row[i] = -1
	}
	for _, equation := range equations {
		p.add(equation)
	}
	p.Reset()
	return p
}

// add takes one more equation into the basis.
func (p *Program) add(equation []Term) {
	sum := make([]rational.Number, len(p.start))
	for _, t := range equation {
		c := rational.Of(t.Coefficient)
		if i := p.row[t.Variable]; i >= 0 {
			addTimes(sum, p.rows[i], c)
		} else {
			sum[t.Variable] = sum[t.Variable].Add(c)
		}
	}
	// A coefficient of one keeps the numbers small.
	best := -1
	for j, c := range sum {
		if c.Sign() != 0 && (best < 0 || !isOne(sum[best]) && isOne(c)) {
			best = j
		}
	}
	if best < 0 {
		return
	}
	scale := rational.Of(-1).Quo(sum[best])
	sum[best] = rational.Number{}
	for j, c := range sum {
		if c.Sign() != 0 {
			sum[j] = c.Mul(scale)
		}
	}
	for _, r := range p.rows {
		if c := r[best]; c.Sign() != 0 {
			r[best] = rational.Number{}
			addTimes(r, sum, c)
		}
	}
	p.row[best] = len(p.rows)
	p.basis, p.rows = append(p.basis, best), append(p.rows, sum)
}

func isOne(n rational.Number) bool {
	return n.Cmp(rational.Of(1)) == 0 || n.Cmp(rational.Of(-1)) == 0
}

// addTimes adds c · from to sum.
func addTimes(sum, from []rational.Number, c rational.Number) {
	for j, n := range from {
		if n.Sign() != 0 {
			sum[j] = sum[j].Add(n.Mul(c))
		}
	}
}

// Reset goes back to the start. The basis stays: the next objective is near.
func (p *Program) Reset() {
	p.point = make([]rational.Number, len(p.start))
	for j, n := range p.start {
		p.point[j] = rational.Of(n)
	}
}

// Bound sets the bounds of a variable and gives those it had. The present point
// must keep them.
func (p *Program) Bound(variable int, lower, upper int64) (oldLower, oldUpper int64) {
	oldLower, oldUpper = p.lower[variable], p.upper[variable]
	p.lower[variable], p.upper[variable] = lower, upper
	return oldLower, oldUpper
}

// At gives the value of a variable at the present point.
func (p *Program) At(variable int) rational.Number { return p.point[variable] }

// Whole gives the present point where all its values are whole numbers.
func (p *Program) Whole() ([]int64, bool) {
	whole := make([]int64, len(p.point))
	for j, n := range p.point {
		if !n.IsInt() {
			return nil, false
		}
		var ok bool
		if whole[j], ok = n.Floor(); !ok {
			return nil, false
		}
	}
	return whole, true
}
