package suppression

import "cmp"

// closing lists cell n and up to limit members near it that let n change without
// contradiction: a relation of which one cell changes needs a second one, so next
// comes the member that most such relations wait for, the cheapest first. What
// this gives of a table of many dimensions is a box of few cells, where the
// nearest ones would be whole lines.
func (t *Tables) closing(n, limit int, isMember func(int) bool) (cells []int, all bool) {
	waiting := map[int]int{} // of members not yet taken, the relations that wait for them
	taken := map[int]bool{}
	members := map[int]int{} // of a relation, how many are taken
	take := func(c int) {
		cells = append(cells, c)
		taken[c] = true
		delete(waiting, c)
		for _, r := range t.of[c] {
			if t.void[r] {
				continue
			}
			members[r]++
			change := 0
			switch members[r] {
			case 1:
				change = 1
			case 2:
				change = -1
			default:
				continue
			}
			for _, term := range t.relations[r].Terms {
				if !taken[term.Cell] && isMember(term.Cell) {
					waiting[term.Cell] += change
				}
			}
		}
	}
	take(n)
	for len(cells) < limit {
		best := -1
		for c, w := range waiting {
			if best < 0 || t.before(c, w, best, waiting[best], n) {
				best = c
			}
		}
		if best < 0 {
			return cells, true
		}
		take(best)
	}
	return cells, len(waiting) == 0
}

// before orders members for closing around n; hidden ones cost nothing more.
func (t *Tables) before(a, waitingA, b, waitingB, n int) bool {
	cost := func(c int) int64 {
		if t.isHidden(c) {
			return 0
		}
		return t.cost(c, n)
	}
	return cmp.Or(cmp.Compare(waitingB, waitingA), cmp.Compare(cost(a), cost(b)), cmp.Compare(a, b)) < 0
}
