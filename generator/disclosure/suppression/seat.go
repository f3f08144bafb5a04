package suppression

// Seat says where a cell stands in each dimension of its table, in an order that
// has nothing to do with values. Of cells that cost the same, those that sit
// nearest to the protected one are withheld, and nearness is mutual: seats 0 and 1
// hide each other, as do 2 and 3. So who knows the rule and sees both withheld
// does not learn which of them is the protected one.
type Seat [8]uint16

// Own bits number a member among its siblings; the bits above say whose they are.
const ownBits = 8

// apart is the distance of two cells: little beside what a cell costs.
func (t *Tables) apart(a, b int) int64 {
	sum := int64(0)
	for d, m := range t.cells[a].Seat {
		x := int64(m ^ t.cells[b].Seat[d])
		if x >= 1<<ownBits {
			x = 1<<ownBits + x>>ownBits
		}
		sum += x
	}
	return sum
}

// cost is what withholding a cell for another's sake costs.
func (t *Tables) cost(c, sake int) int64 { return t.cells[c].Cost + t.apart(c, sake) }
