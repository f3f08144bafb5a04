package suppression

import (
	"slices"

	"elinde/generator/disclosure/simplex"
)

// sizes are the numbers of hidden cells among which tables are looked for, one
// after the other: what is found near a cell need not be looked for afar. Where
// more are linked than the last says, a cell is safe only if the nearest prove it.
var sizes = []int{60, 240, 960}

// group is a set of cells that relations link, published ones aside. Groups share
// nothing, so each is decided and audited apart.
type group struct {
	*Tables
	cells   []int
	guarded []int // the protected ones
	proofs  map[attack]proof
	made    map[int]*part // programmes of linked hidden cells, by their first cell
	chosen  []int         // withheld here for the sake of others
	open    []attack      // that no choice of cells repels
}

// part is a programme over some of the hidden cells.
type part struct {
	cells   []int
	at      map[int]int
	program *simplex.Program
}

// groups lists the groups with protected cells in which something is new.
func (t *Tables) groups(isNew func(n int) bool) []*group {
	var list []*group
	seen := make([]bool, len(t.cells))
	linked := func(n int) bool { return t.cells[n].State != Published }
	for n := range t.cells {
		if seen[n] || !linked(n) {
			continue
		}
		cells, _ := t.around(n, len(t.cells), linked)
		fresh := false
		g := &group{Tables: t, cells: cells, proofs: map[attack]proof{}, made: map[int]*part{}}
		for _, c := range cells {
			seen[c] = true
			fresh = fresh || isNew(c)
			if t.cells[c].Threshold > 0 {
				g.guarded = append(g.guarded, c)
			}
		}
		slices.Sort(g.guarded)
		if fresh && len(g.guarded) > 0 {
			list = append(list, g)
		}
	}
	return list
}

// weakness gives an attack on the protected cell that succeeds, ok false where
// none does: first by anybody, then by the lone contributor of each cell that the
// outsider's proof changes. One whose cell it leaves alone is an outsider. What a
// companion counts is no secret of few, so that one who knows a lone 1 may know it.
func (g *group) weakness(cell int) (a attack, ok bool) {
	if a = (attack{cell, -1}); !g.repels(a) {
		return a, true
	}
	if g.because[cell] >= 0 {
		return attack{}, false
	}
	p := g.proofs[a]
	var lone []int
	for _, changes := range []map[int]int64{p.low, p.high} {
		for c := range changes {
			if c != cell && g.isLone(c) && !slices.Contains(lone, c) && !g.isSamePerson(cell, c) {
				lone = append(lone, c)
			}
		}
	}
	slices.Sort(lone)
	for _, k := range lone {
		if a = (attack{cell, k}); !g.repels(a) {
			return a, true
		}
	}
	return attack{}, false
}

func (g *group) cell(n int) *Cell { return &g.Tables.cells[n] }

// forget drops the programmes: another set of cells is hidden now.
func (g *group) forget() { g.made = map[int]*part{} }

// repels reports whether the attack finds nothing. A proof found before is taken
// where it still stands, and that of an outsider where it leaves alone what the
// knower knows.
func (g *group) repels(a attack) bool {
	for _, p := range []proof{g.proofs[a], g.proofs[attack{a.cell, -1}], g.kept[a]} {
		if g.repelsWith(p, a) {
			return true
		}
	}
	g.proofs[a] = proof{}
	if g.equation(a.cell, g.known(a.knower)) >= 0 {
		return false
	}
	for _, size := range sizes {
		part, all := g.part(a.cell, size)
		p, possible := g.search(part.program, part.cells, part.at, a)
		if g.repelsWith(p, a) || possible && g.repelsWith(g.gentle(a), a) {
			return true
		}
		g.proofs[a] = p
		if all {
			break
		}
	}
	return false
}

// repelsWith takes a proof that two tables give.
func (g *group) repelsWith(p proof, a attack) bool {
	if !g.suffices(p, a.cell) || !g.stands(p, a.knower) || !g.isTable(p.low) || !g.isTable(p.high) {
		return false
	}
	g.proofs[a] = p
	return true
}

// part gives the programme of the hidden cells around n, and whether those are
// all that are linked to it.
func (g *group) part(n, size int) (*part, bool) {
	cells, all := g.around(n, size, g.isHidden)
	first := n
	if all {
		for _, c := range cells {
			first = min(first, c)
		}
		if p := g.made[first]; p != nil {
			return p, true
		}
	}
	p := &part{cells: cells, at: make(map[int]int, len(cells)), program: g.layout(cells).program()}
	for i, c := range cells {
		p.at[c] = i
	}
	if all {
		g.made[first] = p
	}
	return p, all
}
