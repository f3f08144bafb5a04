package suppression

import (
	"slices"

	"elinde/generator/disclosure/simplex"
)

// scopes are the numbers of cells among which those to withhold are looked for.
var scopes = []int{40, 160, 640, 2560}

// grain keeps the costs of a programme whole when they are divided by amounts.
const grain = 1000

// choose finds cells to withhold so that the attack fails, and withholds them. It
// reports whether it found any.
func (g *group) choose(a attack) bool {
	picked, ok := g.route(a)
	if !ok {
		return false
	}
	found := false
	for _, c := range picked {
		found = found || g.cell(c).State == Open
		g.withhold(c, a.cell)
	}
	return found || g.widen(a)
}

func (g *group) withhold(c, sake int) {
	if g.cell(c).State == Open {
		g.cell(c).State = Withheld
		g.because[c] = sake
		g.chosen = append(g.chosen, c)
		g.forget()
	}
}

// route finds the cheapest cells whose change lets the attacked cell rise, or
// where it cannot rise enough fall too, until its interval is as the threshold
// asks: a flow through hidden cells, which is free, and candidates. What a cell
// costs has nothing to do with its value, which the choice would tell otherwise.
func (g *group) route(a attack) (picked []int, ok bool) {
	k, base := g.cell(a.cell).Threshold, g.base[a.cell]
	more := max(k, g.value(g.proofs[a].low, a.cell)+k) - base
	isMember := g.movable(a)
	for _, scope := range scopes {
		cells, all := g.closing(a.cell, scope, isMember)
		up, rise := g.flow(cells, 1, more)
		if rise >= more {
			return up, true
		}
		if base+rise >= k {
			if down, fall := g.flow(cells, -1, k-rise); rise+fall >= k {
				return append(up, down...), true
			}
		}
		if all {
			break
		}
	}
	return nil, false
}

// movable gives the cells that are hidden from the attacker or can be.
func (g *group) movable(a attack) func(n int) bool {
	known := g.known(a.knower)
	return func(n int) bool { return !slices.Contains(known, n) && (g.isHidden(n) || g.isCandidate(n)) }
}

// flow is route among the given cells, the first of which is attacked, in one
// direction.
func (g *group) flow(cells []int, direction, amount int64) (picked []int, reached int64) {
	f := g.streams(cells, func(c int) int64 {
		if g.isHidden(c) {
			return 0
		}
		return g.cost(c, cells[0]) * grain / amount
	})
	if reached = f.advance(direction, amount); reached <= 0 {
		return nil, 0
	}
	f.program.Minimise(f.costs, nil)
	for i, c := range cells {
		if v := f.fall[i]; v > 0 && (f.program.At(i).Sign() != 0 || f.program.At(v).Sign() != 0) {
			picked = append(picked, c)
		}
	}
	slices.Sort(picked)
	return picked, reached
}

// streams is a programme in which changes of cells have costs: variable i is the
// rise of cells[i], and another one its fall. A cell whose change is free has one
// variable, its value; so has the first.
type streams struct {
	program     *simplex.Program
	fall        []int
	costs       []simplex.Term
	base, least int64 // of the first
}

func (g *group) streams(cells []int, costOf func(c int) int64) *streams {
	l := g.layout(cells)
	f := &streams{fall: make([]int, len(cells)), base: g.base[cells[0]], least: g.cell(cells[0]).Least}
	for i, c := range cells {
		if i == 0 {
			continue
		}
		cost := costOf(c)
		if cost == 0 {
			continue
		}
		l.start[i], l.lower[i] = 0, 0
		f.fall[i] = l.variable(0, 0, g.base[c]-g.cell(c).Least)
		f.costs = append(f.costs, simplex.Term{Variable: i, Coefficient: cost}, simplex.Term{Variable: f.fall[i], Coefficient: cost})
	}
	for i, equation := range l.equations {
		for _, term := range equation {
			if term.Variable < len(cells) && f.fall[term.Variable] > 0 {
				l.equations[i] = append(l.equations[i], simplex.Term{Variable: f.fall[term.Variable], Coefficient: -term.Coefficient})
			}
		}
	}
	f.program = l.program()
	return f
}

// advance moves the first cell as far as it can, up to the amount, and holds it
// there, at a whole number.
func (f *streams) advance(direction, amount int64) int64 {
	p := f.program
	if direction < 0 {
		amount = min(amount, f.base-f.least)
	}
	for range 2 {
		p.Reset()
		if direction > 0 {
			p.Bound(0, f.base, f.base+amount)
		} else {
			p.Bound(0, f.base-amount, f.base)
		}
		p.Minimise([]simplex.Term{{Variable: 0, Coefficient: -direction}}, nil)
		end := p.At(0)
		n, ok := end.Floor()
		if direction < 0 {
			n, ok = end.Ceil()
		}
		if !ok {
			return 0
		}
		amount = direction * (n - f.base)
		if end.IsInt() {
			p.Bound(0, n, n)
			break
		}
	}
	return amount
}

// widen withholds the nearest candidate, where those that linear programming
// asks for are withheld already and yet no whole table is far enough.
func (g *group) widen(a attack) bool {
	near, _ := g.around(a.cell, len(g.Tables.cells), g.movable(a))
	for _, c := range near {
		if g.isCandidate(c) {
			g.withhold(c, a.cell)
			return true
		}
	}
	return false
}
