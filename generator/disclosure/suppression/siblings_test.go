package suppression

import "testing"

// TestBlocksGoWhole: a block of which one cell is withheld for the sake of another goes
// with it, or its published members would tell that the withheld one is not small.
func TestBlocksGoWhole(t *testing.T) {
	// Three places by sex. Only the totals of the first are told.
	tables := New()
	women := []int64{3, 20, 30}
	men := []int64{40, 50, 60}
	var rows [2][]int
	for sex, counts := range [][]int64{women, men} {
		for _, v := range counts {
			c := Cell{Value: v, Cost: each1}
			if v < 5 {
				c.Threshold, c.Small = 5, true
			}
			rows[sex] = append(rows[sex], tables.Add(c))
		}
	}
	total := tables.Add(Cell{Value: 43, State: Published})
	tables.Relate(Relation{Terms: []Term{{total, 1}, {rows[0][0], -1}, {rows[1][0], -1}}})
	tables.Siblings(rows[0], 5)
	tables.Siblings(rows[1], 5)
	if exposed := tables.Decide(); len(exposed) > 0 {
		t.Fatal("exposed:", exposed)
	}
	for n := range total {
		if c := tables.Cell(n); c.State != Withheld || c.Threshold != 5 {
			t.Errorf("cell %d: %+v", n, c)
		}
	}
}

// TestTotalFallsWithItsParts: a total of no more than the threshold falls with two parts,
// whatever they count; were it told, neither would count one.
func TestTotalFallsWithItsParts(t *testing.T) {
	for total, want := range map[int64]bool{5: true, 7: false} {
		for first := int64(1); first < total; first++ {
			tables := New()
			for _, v := range []int64{first, total - first, total} {
				c := Cell{Value: v, Cost: each1}
				if v < 5 {
					c.Threshold, c.Small = 5, true
				}
				tables.Add(c)
			}
			tables.Relate(Relation{Terms: []Term{{2, 1}, {0, -1}, {1, -1}}})
			tables.Siblings([]int{0, 1}, 5)
			tables.Decide()
			if falls := tables.Cell(2).State == Withheld; falls != want {
				t.Errorf("%d of %d: total withheld %v", first, total, falls)
			}
		}
	}
}
