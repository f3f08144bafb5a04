package suppression

import "slices"

// Bounds of the search for something cheaper: it is for the small tables that
// people read cell by cell; large ones keep what spare left.
const (
	mostChosen = 10   // withheld cells of a group beyond which nothing is tried
	mostSteps  = 2000 // cells tried
	mostAudits = 200  // patterns audited
)

// improve looks for a cheaper set of cells to withhold, by branch and bound: a
// hidden cell that is alone in an equation is known, so that one of the others in
// it must be withheld too, or the hidden one is withheld in vain.
func (g *group) improve() {
	if len(g.chosen) == 0 || len(g.chosen) > mostChosen {
		return
	}
	s := &hunt{group: g, steps: mostSteps, audits: mostAudits, prices: map[int]int64{}}
	for _, c := range g.chosen {
		s.limit += s.price(c)
		g.cell(c).State = Open
	}
	first := g.chosen
	g.chosen = nil
	g.forget()
	s.descend(0)
	best := s.best
	if best == nil {
		for _, c := range first {
			best = append(best, choice{c, g.because[c]})
		}
	}
	for _, c := range first {
		g.because[c] = -1
	}
	for _, c := range best {
		g.withhold(c.cell, c.sake)
	}
	g.isSafe()
}

type choice struct{ cell, sake int }

// hunt is one search: what is chosen so far, and the best that was found.
type hunt struct {
	*group
	now, best     []choice
	limit         int64 // what the best costs
	prices        map[int]int64
	steps, audits int
}

// price is what a cell costs, whichever protected one it is withheld for.
func (s *hunt) price(c int) int64 {
	p, known := s.prices[c]
	if !known {
		p = s.cost(c, s.guarded[0])
		for _, sake := range s.guarded[1:] {
			p = min(p, s.cost(c, sake))
		}
		s.prices[c] = p
	}
	return p
}

func (s *hunt) descend(cost int64) {
	cell, relation := s.alone()
	if relation < 0 {
		if s.audits--; s.audits < 0 {
			return
		}
		if s.isSafe() {
			s.best, s.limit = append([]choice(nil), s.now...), cost
			return
		}
		// Only wider intervals help: any candidate near the weak cell.
		weak := s.guarded[0]
		near, _ := s.around(weak, sizes[0], func(n int) bool { return s.isHidden(n) || s.isCandidate(n) })
		for _, c := range near {
			s.try(c, weak, cost)
		}
		return
	}
	for _, term := range s.relations[relation].Terms {
		s.try(term.Cell, cell, cost)
	}
}

func (s *hunt) try(c, sake int, cost int64) {
	if s.steps--; s.steps < 0 || !s.isCandidate(c) || cost+s.price(c) >= s.limit {
		return
	}
	s.cell(c).State = Withheld
	s.now = append(s.now, choice{c, sake})
	s.forget()
	s.descend(cost + s.price(c))
	s.now = s.now[:len(s.now)-1]
	s.cell(c).State = Open
	s.forget()
}

// alone finds a hidden cell that an equation gives: a protected one, or one
// that was chosen.
func (s *hunt) alone() (cell, relation int) {
	for _, c := range s.guarded {
		if r := s.equation(c, nil); s.isHidden(c) && r >= 0 {
			return c, r
		}
	}
	for _, c := range s.now {
		if r := s.equation(c.cell, nil); r >= 0 {
			return c.cell, r
		}
	}
	return -1, -1
}

// equation gives an equation in which the cell is the only one hidden from who
// knows some, -1 where there is none.
func (g *group) equation(c int, known []int) int {
	for _, r := range g.of[c] {
		relation := &g.relations[r]
		if g.void[r] || relation.Low != relation.High {
			continue
		}
		alone := true
		for _, term := range relation.Terms {
			alone = alone && (term.Cell == c || !g.isHidden(term.Cell) || slices.Contains(known, term.Cell))
		}
		if alone {
			return r
		}
	}
	return -1
}
