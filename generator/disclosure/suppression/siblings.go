package suppression

// blockSize is how many siblings at least are withheld where one is small. With
// two, what is small in the one leaves the other to within the threshold.
const blockSize = 3

// Siblings takes cells that are parts of one total, each at its seat, -1 where there
// is none. Seats make blocks, whatever the cells count: where a member of a block is
// small, the others are withheld and protected like it. Who knows how cells are chosen, and
// even the order of the seats, sees a block of which any member may be the small one.
func (t *Tables) Siblings(cells []int) { t.siblings = append(t.siblings, cells) }

// accompany withholds the companions of small cells.
func (t *Tables) accompany() {
	for _, cells := range t.siblings {
		for _, block := range t.blocks(cells) {
			t.close(block)
		}
	}
	t.siblings = nil
}

// blocks cuts a row of seats into blocks of three, four or five. One of which fewer than three
// cells can be withheld, as the others are not there, or published for good, or zeros,
// joins the next, or the last: none of that is hidden from readers, so that
// the blocks tell them nothing.
func (t *Tables) blocks(cells []int) (list [][]int) {
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

// close protects all of a block, if one is small, with the highest threshold of those.
func (t *Tables) close(block []int) {
	sake, threshold := -1, int64(0)
	for _, n := range block {
		if c := &t.cells[n]; c.Small && c.State != Published && c.Threshold > threshold {
			sake, threshold = n, c.Threshold
		}
	}
	if sake < 0 {
		return
	}
	for _, n := range block {
		if c := &t.cells[n]; t.isCandidate(n) {
			c.Threshold, c.Small, c.State = threshold, true, Withheld
			t.because[n] = sake
		}
	}
}
