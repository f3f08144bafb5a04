package suppression

import (
	"cmp"
	"runtime"
	"slices"
	"sync"
)

// Decide decides about all open cells: protected ones are withheld, others where
// the protected need it, the rest is published. What was decided before stays. It
// gives the cells that cannot be protected, as what is published already tells
// them; each must stop the publication.
func (t *Tables) Decide() (exposed []int) {
	t.settle()
	t.seat()
	t.close()
	for n := t.decided; n < len(t.cells); n++ {
		c := &t.cells[n]
		if c.State == Open && (c.Threshold > 0 || c.Unknown) {
			c.State = Withheld
		}
	}
	for n, c := range t.cells {
		if c.State == Published && c.Threshold > 0 {
			exposed = append(exposed, n)
		}
	}
	open := map[int]bool{}
	for groups := t.groups(t.isNew); len(groups) > 0; {
		each(groups, (*group).decide)
		for _, g := range groups {
			for _, c := range g.guarded {
				delete(open, c)
			}
			for _, a := range g.open {
				open[a.cell] = true
			}
			// Later sums may disprove them: they are added up again.
			for a, p := range g.proofs {
				t.kept[a] = p
			}
		}
		closed := t.close()
		groups = t.groups(func(n int) bool { return closed[n] })
	}
	for c := range open {
		exposed = append(exposed, c)
	}
	for n := range t.cells {
		if t.cells[n].State == Open {
			t.cells[n].State = Published
		}
	}
	t.decided, t.related = len(t.cells), len(t.relations)
	slices.Sort(exposed)
	return slices.Compact(exposed)
}

// isNew reports whether the cell or a relation of it came since the last decision.
func (t *Tables) isNew(n int) bool {
	of := t.of[n]
	return n >= t.decided || len(of) > 0 && of[len(of)-1] >= t.related
}

// each runs the groups in parallel, the largest first.
func each(groups []*group, run func(*group)) {
	order := slices.Clone(groups)
	slices.SortStableFunc(order, func(a, b *group) int { return cmp.Compare(len(b.cells), len(a.cells)) })
	next := make(chan *group)
	var wait sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wait.Go(func() {
			for g := range next {
				run(g)
			}
		})
	}
	for _, g := range order {
		next <- g
	}
	close(next)
	wait.Wait()
}

// decide withholds cells of the group until no attack succeeds, then publishes
// again what turned out not to be needed.
func (g *group) decide() {
	for _, c := range g.guarded {
		if !g.isHidden(c) {
			continue
		}
		// More hidden cells only widen the intervals: what is safe stays so.
		for {
			a, weak := g.weakness(c)
			if !weak {
				break
			}
			if g.choose(a) {
				continue
			}
			if g.because[c] >= 0 { // a companion: it is not small
				g.cell(c).Threshold = 0
			} else {
				g.open = append(g.open, a)
			}
			break
		}
	}
	if len(g.open) > 0 {
		return
	}
	g.spare()
	g.improve()
}

// spare publishes again the cells that others made needless, the dearest first.
func (g *group) spare() {
	slices.SortFunc(g.chosen, func(a, b int) int {
		return cmp.Or(cmp.Compare(g.cost(b, g.because[b]), g.cost(a, g.because[a])), cmp.Compare(a, b))
	})
	kept := g.chosen[:0]
	for _, c := range g.chosen {
		before := make(map[attack]proof, len(g.proofs))
		for a, p := range g.proofs {
			before[a] = p
		}
		g.cell(c).State = Open
		g.forget()
		if g.isSafe() {
			g.because[c] = -1
			continue
		}
		g.cell(c).State = Withheld
		g.proofs = before
		g.forget()
		kept = append(kept, c)
	}
	g.chosen = kept
}

// isSafe reports whether no attack on the group succeeds.
func (g *group) isSafe() bool {
	for i, c := range g.guarded {
		if !g.isHidden(c) {
			continue
		}
		if _, weak := g.weakness(c); weak {
			// It is asked first next time: most patterns that fail, fail here.
			copy(g.guarded[1:i+1], g.guarded[:i])
			g.guarded[0] = c
			return false
		}
	}
	return true
}
