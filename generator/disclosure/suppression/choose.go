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
// asks: a flow through hidden cells, which is free, and candidates, which cost the
// more the less they can take.
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

// flow is route among the given cells, the first of which is attacked.
func (g *group) flow(cells []int, direction, amount int64) (picked []int, reached int64) {
	l := g.layout(cells)
	fall := make([]int, len(cells)) // the variable of a candidate's fall; its own is that of its rise
	var costs []simplex.Term
	for i, c := range cells {
		if i == 0 || g.isHidden(c) {
			continue
		}
		l.start[i], l.lower[i] = 0, 0
		most := g.base[c] - g.cell(c).Least
		fall[i] = l.variable(0, 0, most)
		cost := g.cell(c).Cost * grain
		costs = append(costs, simplex.Term{Variable: i, Coefficient: cost / amount},
			simplex.Term{Variable: fall[i], Coefficient: cost / min(amount, max(most, 1))})
	}
	for i, equation := range l.equations {
		for _, term := range equation {
			if term.Variable < len(cells) && fall[term.Variable] > 0 {
				l.equations[i] = append(l.equations[i], simplex.Term{Variable: fall[term.Variable], Coefficient: -term.Coefficient})
			}
		}
	}
	p := l.program()
	base, least := g.base[cells[0]], g.cell(cells[0]).Least
	if direction < 0 {
		amount = min(amount, base-least)
	}
	reached = g.advance(p, base, direction, amount)
	if reached <= 0 {
		return nil, 0
	}
	p.Minimise(costs, nil)
	for i, c := range cells {
		if fall[i] > 0 && (p.At(i).Sign() != 0 || p.At(fall[i]).Sign() != 0) {
			picked = append(picked, c)
		}
	}
	slices.Sort(picked)
	return picked, reached
}

// advance moves variable 0 as far as it can, up to the amount, and holds it there.
func (g *group) advance(p *simplex.Program, base, direction, amount int64) int64 {
	for range 2 {
		p.Reset()
		if direction > 0 {
			p.Bound(0, base, base+amount)
		} else {
			p.Bound(0, base-amount, base)
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
		amount = direction * (n - base)
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
