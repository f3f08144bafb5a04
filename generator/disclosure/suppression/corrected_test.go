package suppression

import (
	"fmt"
	"testing"
)

// TestCorrectionsDoNotTellOfOne: a small count of a place is corrected by one in the next
// release, beside the men and under totals that are all told. What is withheld may not
// depend on whether the count was or becomes one: somebody alone there knows it, but
// learns from the second release only how she herself was counted again.
func TestCorrectionsDoNotTellOfOne(t *testing.T) {
	first := ""
	for women := int64(1); women < 5; women++ {
		got := fmt.Sprint(afterCorrection(t, women))
		if first == "" {
			first = got
		}
		if got != first {
			t.Errorf("%d and %d women: withheld %s; with 1 and 2: %s", women, women+1, got, first)
		}
	}
}

// afterCorrection gives the state of each cell after both releases: three places by sex
// with all totals, of which the first has so many women, of ten persons, and then one more.
func afterCorrection(t *testing.T, women int64) (states []State) {
	tables := New()
	var before []int
	for release := range int64(2) {
		counts := [][]int64{{women + release, 12, 13}, {10 - women, 20, 30}}
		var inner [2][]int
		var totals [4]int // of the places, and of the country
		sums := [4]int64{}
		var n []int
		add := func(c Cell) int {
			c.Cost, c.Least = each1, 1
			if c.Value < 5 {
				c.Threshold, c.Small = 5, true
			}
			if at := len(n); release == 1 && tables.Cell(before[at]).Value == c.Value {
				n = append(n, before[at])
				return before[at]
			}
			cell := tables.Add(c)
			if release == 1 {
				tables.Stay(cell, before[len(n)])
			}
			n = append(n, cell)
			return cell
		}
		for sex, row := range counts {
			for place, v := range row {
				inner[sex] = append(inner[sex], add(Cell{Value: v, Seat: Seat{uint16(place), uint16(sex)}}))
				sums[place] += v
				sums[3] += v
			}
		}
		for place, v := range sums {
			totals[place] = add(Cell{Value: v, Seat: Seat{uint16(place), 2}})
		}
		var country [2]int
		for sex, row := range counts {
			country[sex] = add(Cell{Value: row[0] + row[1] + row[2], Seat: Seat{3, uint16(sex)}})
			tables.Relate(Relation{Terms: []Term{{country[sex], 1}, {inner[sex][0], -1}, {inner[sex][1], -1}, {inner[sex][2], -1}}})
		}
		for place := range 3 {
			tables.Relate(Relation{Terms: []Term{{totals[place], 1}, {inner[0][place], -1}, {inner[1][place], -1}}})
		}
		tables.Relate(Relation{Terms: []Term{{totals[3], 1}, {country[0], -1}, {country[1], -1}}})
		tables.Siblings(inner[0], 5)
		tables.Siblings(inner[1], 5)
		tables.Siblings(totals[:3], 5)
		if exposed := tables.Decide(); len(exposed) > 0 {
			t.Fatal("exposed:", exposed)
		}
		for _, cell := range n {
			states = append(states, tables.Cell(cell).State)
		}
		before = n
	}
	return states
}
