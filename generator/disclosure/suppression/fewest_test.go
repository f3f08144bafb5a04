package suppression

import (
	"math/bits"
	"math/rand/v2"
	"testing"
)

// fewest tries every set of candidates and gives the size of the smallest that
// makes all protected cells safe, -1 where none does.
func fewest(c *cube) int {
	var candidates []int
	for n := range c.Len() {
		if c.isCandidate(n) {
			candidates = append(candidates, n)
		}
	}
	best := -1
	for set := range 1 << len(candidates) {
		if size := bits.OnesCount(uint(set)); best >= 0 && size >= best {
			continue
		}
		trial := &Tables{cells: append([]Cell(nil), c.cells...), relations: c.relations, of: c.of, because: c.because}
		for n := range trial.cells {
			if cell := &trial.cells[n]; cell.Threshold > 0 {
				cell.State = Withheld
			} else {
				cell.State = Published
			}
		}
		for i, n := range candidates {
			if set>>i&1 == 1 {
				trial.cells[n].State = Withheld
			}
		}
		safe := true
		for _, i := range trial.Audit() {
			safe = safe && i.Safe
		}
		if safe {
			best = bits.OnesCount(uint(set))
		}
	}
	return best
}

// TestFewestCells compares with the best of all sets: tables are called hopeless
// only if they are, and hardly a cell more than needed is withheld.
func TestFewestCells(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 5))
	needed, withheld, tables := 0, 0, 0
	for range 120 {
		c := draw(random, [][]int{{2, 2}, {2, 3}}[random.IntN(2)], int64(2+random.IntN(3)))
		best := fewest(c)
		exposed := c.Decide()
		if (len(exposed) == 0) != (best >= 0) {
			t.Fatalf("exposed cells: %v; the best of all sets has %d", exposed, best)
		}
		if best < 0 {
			continue
		}
		tables++
		needed += best
		for n := range c.Len() {
			if cell := c.Cell(n); cell.State == Withheld && cell.Threshold == 0 {
				withheld++
			}
		}
	}
	if tables < 40 || needed < 50 || withheld > needed {
		t.Errorf("%d tables: %d cells withheld for the sake of others, %d needed", tables, withheld, needed)
	}
	t.Log(tables, withheld, needed)
}
