package simplex

import "elinde/generator/disclosure/rational"

// Outcome says how a search for the minimum ended.
type Outcome int

// The outcomes.
const (
	Optimal   Outcome = iota // the present point is a minimum
	Unbounded                // the objective has no lower bound
	Stopped                  // visit said so
	Exhausted                // too many steps; nothing is known
)

const (
	stall = 20      // steps without gain that bring Bland's rule in
	far   = 1 << 20 // how far an unbounded search goes on for its last visit
)

// Minimise moves the point to where the objective is smallest, from where it is.
// visit, which may be nil, is called at each point on the way; true ends the
// search there.
func (p *Program) Minimise(objective []Term, visit func() bool) Outcome {
	p.price(objective)
	idle := 0
	for steps := 0; steps < 50*len(p.point)+1000; steps++ {
		if visit != nil && visit() {
			return Stopped
		}
		j, direction := p.entering(idle > stall)
		if j < 0 {
			return Optimal
		}
		length, leaving, bounded := p.ratio(j, direction)
		if !bounded {
			p.goFar(j, direction)
			if visit != nil && visit() {
				return Stopped
			}
			return Unbounded
		}
		if visit != nil && p.wholePart(j, direction, length) {
			if visit() {
				return Stopped
			}
			length, leaving, _ = p.ratio(j, direction)
		}
		if length.Sign() == 0 {
			idle++
		} else {
			idle = 0
		}
		p.move(j, direction, length)
		if leaving >= 0 {
			p.pivot(leaving, j)
		}
	}
	return Exhausted
}

// price brings the objective into terms of the variables outside the basis.
func (p *Program) price(objective []Term) {
	p.costs = make([]rational.Number, len(p.point))
	for _, t := range objective {
		c := rational.Of(t.Coefficient)
		if i := p.row[t.Variable]; i >= 0 {
			addTimes(p.costs, p.rows[i], c)
		} else {
			p.costs[t.Variable] = p.costs[t.Variable].Add(c)
		}
	}
}

// entering chooses the variable that gains most, or the first that gains (Bland).
func (p *Program) entering(first bool) (best, direction int) {
	best = -1
	var gain rational.Number
	for j, c := range p.costs {
		sign := c.Sign()
		if sign == 0 || p.row[j] >= 0 {
			continue
		}
		if sign < 0 {
			if p.upper[j] != Infinity && p.point[j].Cmp(rational.Of(p.upper[j])) >= 0 {
				continue
			}
			c = c.Neg()
		} else if p.point[j].Cmp(rational.Of(p.lower[j])) <= 0 {
			continue
		}
		if best < 0 || c.Cmp(gain) > 0 {
			best, direction, gain = j, -sign, c
			if first {
				return best, direction
			}
		}
	}
	return best, direction
}

// ratio gives how far variable j can go, and the row of the variable that stops
// it, -1 where it reaches its own bound.
func (p *Program) ratio(j, direction int) (length rational.Number, leaving int, bounded bool) {
	leaving = -1
	if direction > 0 && p.upper[j] != Infinity {
		length, bounded = rational.Of(p.upper[j]).Sub(p.point[j]), true
	} else if direction < 0 {
		length, bounded = p.point[j].Sub(rational.Of(p.lower[j])), true
	}
	for i, b := range p.basis {
		c := p.rows[i][j]
		sign := c.Sign() * direction
		if sign == 0 || sign > 0 && p.upper[b] == Infinity {
			continue
		}
		room := p.point[b].Sub(rational.Of(p.lower[b]))
		if sign > 0 {
			room = rational.Of(p.upper[b]).Sub(p.point[b])
		}
		if c.Sign() < 0 {
			c = c.Neg()
		}
		room = room.Quo(c)
		cmp := -1
		if bounded {
			cmp = room.Cmp(length)
		}
		if cmp < 0 || cmp == 0 && leaving >= 0 && b < p.basis[leaving] {
			length, leaving, bounded = room, i, true
		}
	}
	return length, leaving, bounded
}

// move shifts variable j and with it the basis.
func (p *Program) move(j, direction int, length rational.Number) {
	if length.Sign() == 0 {
		return
	}
	if direction < 0 {
		length = length.Neg()
	}
	p.point[j] = p.point[j].Add(length)
	for i, b := range p.basis {
		if c := p.rows[i][j]; c.Sign() != 0 {
			p.point[b] = p.point[b].Add(c.Mul(length))
		}
	}
}

// pivot exchanges the variable of row r for variable j.
func (p *Program) pivot(r, j int) {
	row, out := p.rows[r], p.basis[r]
	scale := rational.Of(1).Quo(row[j])
	row[j] = rational.Number{}
	// The row's other entries, so that others need not look for them.
	var at []int
	for k, c := range row {
		if c.Sign() != 0 {
			row[k] = c.Mul(scale).Neg()
			at = append(at, k)
		}
	}
	row[out] = scale
	at = append(at, out)
	p.basis[r], p.row[j], p.row[out] = j, r, -1
	substitute := func(other []rational.Number) {
		c := other[j]
		if c.Sign() == 0 {
			return
		}
		other[j] = rational.Number{}
		for _, k := range at {
			other[k] = other[k].Add(row[k].Mul(c))
		}
	}
	for i, other := range p.rows {
		if i != r {
			substitute(other)
		}
	}
	substitute(p.costs)
}

// stride gives the least common multiple of the denominators that a step of
// variable j meets: steps of its multiples lead from whole points to whole ones.
func (p *Program) stride(j int) (int64, bool) {
	all := int64(1)
	for _, r := range p.rows {
		d := r[j].Denominator()
		if d == 0 {
			return 0, false
		}
		g := all
		for rest := d; rest != 0; {
			g, rest = rest, g%rest
		}
		if all = all / g * d; all > 1<<31 {
			return 0, false
		}
	}
	return all, true
}

// wholePart goes as far along a step as leads to a whole point, where the step
// itself leaves one for a broken one. It reports whether it moved.
func (p *Program) wholePart(j, direction int, length rational.Number) bool {
	stride, ok := p.stride(j)
	if !ok || stride == 1 && length.IsInt() {
		return false
	}
	if _, whole := p.Whole(); !whole {
		return false
	}
	n, ok := length.Quo(rational.Of(stride)).Floor()
	if !ok || n == 0 {
		return false
	}
	p.move(j, direction, rational.Of(n).Mul(rational.Of(stride)))
	return true
}

// goFar takes a long whole step in a direction without end.
func (p *Program) goFar(j, direction int) {
	if stride, ok := p.stride(j); ok {
		p.move(j, direction, rational.Of(stride).Mul(rational.Of(far)))
	}
}
