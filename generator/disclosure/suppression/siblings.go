package suppression

// blockSize is how many siblings at least are withheld where one is small. With
// two, what is small in the one leaves the other to within the threshold.
const blockSize = 3

// siblings are a row of them, and the threshold of what they count.
type siblings struct {
	cells     []int
	threshold int64
}

// Siblings takes cells that are parts of one total, each at its seat, -1 where there
// is none, and their threshold. Seats make blocks, whatever the cells count: where a member of a
// block is withheld, small or for the sake of others, all are, and protected alike. Who knows how
// cells are chosen, and even the order of the seats, sees a block of which any member may be
// a small one; and a published member does not tell of the others that they are large.
func (t *Tables) Siblings(cells []int, threshold int64) {
	t.siblings = append(t.siblings, siblings{cells, threshold})
}

// seat makes the blocks of the rows that came since the last decision.
func (t *Tables) seat() {
	t.blocks = nil
	for _, r := range t.siblings {
		for _, cells := range t.cut(r.cells) {
			t.blocks = append(t.blocks, siblings{cells, r.threshold})
		}
	}
	t.siblings = nil
}

// cut cuts a row of seats into blocks of three, four or five. One of which fewer than three
// cells can be withheld, as the others are not there, or published for good, or zeros,
// joins the next, or the last: none of that is hidden from readers, so that
// the blocks tell them nothing.
func (t *Tables) cut(cells []int) (list [][]int) {
	count := max(len(cells)/blockSize, 1)
	var block []int
	for seat, n := range cells {
		if n >= 0 && (t.isHidden(n) || t.cells[n].State == Open && t.cells[n].Threshold > 0 || t.isCandidate(n)) {
			block = append(block, n)
		}
		if ends := (seat+1)*count/len(cells) > seat*count/len(cells); ends && len(block) >= blockSize {
			list, block = append(list, block), nil
		}
	}
	if last := len(list) - 1; last >= 0 {
		list[last] = append(list[last], block...)
	} else if len(block) > 0 {
		list = append(list, block)
	}
	return list
}

// close withholds and protects all of each block of which a member is withheld, and totals
// that fall with their parts. It gives what was not.
func (t *Tables) close() map[int]bool {
	closed := map[int]bool{}
	for n := t.decided; n < len(t.cells); n++ {
		if part, falls := t.falls(n); falls {
			c := &t.cells[n]
			c.Threshold, c.Small, c.State = t.cells[part].Threshold, true, Withheld
			closed[n], t.because[n] = true, part
		}
	}
	for _, b := range t.blocks {
		sake, threshold := -1, b.threshold
		for _, n := range b.cells {
			c := &t.cells[n]
			if isSmall := c.Small && c.State != Published; isSmall && c.Threshold > 0 && (sake < 0 || c.Threshold > threshold) {
				sake, threshold = n, c.Threshold
			} else if sake < 0 && c.State == Withheld && t.because[n] >= 0 {
				sake = t.because[n]
			}
		}
		if sake < 0 {
			continue
		}
		for _, n := range b.cells {
			if c := &t.cells[n]; t.isCandidate(n) || c.State == Withheld && t.because[n] >= 0 && !c.Small {
				c.Threshold, c.Small, c.State = max(c.Threshold, threshold), true, Withheld
				if closed[n] = true; t.because[n] < 0 {
					t.because[n] = sake
				}
			}
		}
	}
	return closed
}

// falls reports whether a cell is the total of two withheld parts that one person in the one
// would find small in the other. It falls with them whatever they count, for else
// it would tell that neither counts one.
func (t *Tables) falls(n int) (part int, falls bool) {
	if !t.isCandidate(n) {
		return -1, false
	}
	for _, r := range t.of[n] {
		relation := &t.relations[r]
		if len(relation.Terms) != 3 || relation.Low != 0 || relation.High != 0 || t.void[r] || !relation.isTotal(n) {
			continue
		}
		hidden := 0
		for _, term := range relation.Terms {
			if c := t.cells[term.Cell]; term.Cell != n && c.State == Withheld && t.cells[n].Value <= c.Threshold {
				hidden, part = hidden+1, term.Cell
			}
		}
		if hidden == 2 {
			return part, true
		}
	}
	return -1, false
}
