package suppression

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

// grid is a table of rows and columns, whose totals are out, for somebody who
// knows how cells are chosen.
type grid struct {
	rows, columns int
	k             int64
	alone         bool // without companions, as method version 3 was
}

// pattern decides about the inner counts and gives what is withheld, with what is
// published. order gives the seat of each row and, after them, column.
func (g grid) pattern(counts []int64, order []int) (told string, withheld []bool, ok bool) {
	t := New()
	for i, v := range counts {
		c := Cell{Value: v, Cost: each1, Least: min(v, 1), Seat: Seat{uint16(order[i/g.columns]), uint16(order[g.rows+i%g.columns])}}
		if v > 0 && v < g.k {
			c.Threshold, c.Small = g.k, true
		}
		t.Add(c)
	}
	line := func(first, step, n int) {
		sum, terms := int64(0), []Term(nil)
		for i := range n {
			sum += counts[first+i*step]
			terms = append(terms, Term{first + i*step, -1})
		}
		t.Relate(Relation{Terms: append(terms, Term{t.Add(Cell{Value: sum, State: Published}), 1})})
	}
	for r := range g.rows {
		line(r*g.columns, 1, g.columns)
	}
	if g.rows > 1 {
		for c := range g.columns {
			line(c, g.columns, g.rows)
		}
	}
	for r := range g.rows {
		seated := make([]int, g.columns)
		for c := range g.columns {
			seated[order[g.rows+c]] = r*g.columns + c
		}
		if !g.alone {
			t.Siblings(seated, g.k)
		}
	}
	ok = len(t.Decide()) == 0
	withheld = make([]bool, len(counts))
	for i, v := range counts {
		if withheld[i] = t.Cell(i).State == Withheld; withheld[i] {
			v = -1
		}
		told += fmt.Sprint(v, " ")
	}
	return told, withheld, ok
}

// others calls see for every table with the same totals that differs in withheld
// cells only, none of which is zero.
func (g grid) others(counts []int64, withheld []bool, see func([]int64)) {
	now := append([]int64(nil), counts...)
	rows, columns := make([]int64, g.rows), make([]int64, g.columns)
	for i, v := range counts {
		if withheld[i] {
			rows[i/g.columns] += v
			columns[i%g.columns] += v
		}
	}
	if g.rows == 1 {
		for c := range columns {
			columns[c] = 1 << 20
		}
	}
	var walk func(i int)
	walk = func(i int) {
		if i == len(now) {
			for _, rest := range [][]int64{rows, columns} {
				for _, n := range rest {
					if n != 0 && n < 1<<19 {
						return
					}
				}
			}
			see(now)
			return
		}
		if !withheld[i] {
			walk(i + 1)
			return
		}
		r, c := i/g.columns, i%g.columns
		for v := int64(1); v <= min(rows[r], columns[c]); v++ {
			now[i] = v
			rows[r], columns[c] = rows[r]-v, columns[c]-v
			walk(i + 1)
			rows[r], columns[c] = rows[r]+v, columns[c]+v
		}
	}
	walk(0)
}

// orders lists all orders of rows and columns.
func (g grid) orders() (list [][]int) {
	permute := func(n int) (all [][]int) {
		var walk func(now []int)
		walk = func(now []int) {
			if len(now) == n {
				all = append(all, append([]int(nil), now...))
				return
			}
		next:
			for m := range n {
				for _, have := range now {
					if have == m {
						continue next
					}
				}
				walk(append(now, m))
			}
		}
		walk(nil)
		return all
	}
	for _, r := range permute(g.rows) {
		for _, c := range permute(g.columns) {
			list = append(list, append(append([]int(nil), r...), c...))
		}
	}
	return list
}

// values are those that a count was seen to have.
type values []int64

func (s values) has(v int64) bool { return slices.Contains(s, v) }

func (s *values) add(v int64) {
	if !s.has(v) {
		*s = append(*s, v)
	}
}

// isWide reports whether the values leave what a threshold asks: as many of them, as far
// apart, and one that is not small.
func (s values) isWide(k int64) bool {
	return int64(len(s)) >= k && slices.Max(s) >= k && slices.Max(s)-slices.Min(s) >= k
}

// narrowed counts, of the small counts of random tables, those of which somebody
// who knows how cells are chosen, and even the order of seats, can tell more than the
// threshold allows: of all tables that agree with what is published, the choice in only so few
// gives the same cells.
func (g grid) narrowed() (small, narrow int) {
	random := rand.New(rand.NewPCG(31, 37))
	orders := g.orders()
	for range 60 {
		counts := make([]int64, g.rows*g.columns)
		for i := range counts {
			counts[i] = g.k + int64(random.IntN(10))
			if random.IntN(8) == 0 {
				counts[i] = 0
			}
		}
		for range 1 + random.IntN(2) {
			counts[random.IntN(len(counts))] = 1 + int64(random.IntN(int(g.k-1)))
		}
		order := orders[random.IntN(len(orders))]
		told, withheld, ok := g.pattern(counts, order)
		if !ok {
			continue
		}
		seen := make([]values, len(counts))
		for i, v := range counts {
			seen[i].add(v)
		}
		g.others(counts, withheld, func(other []int64) {
			useful := false
			for i, v := range other {
				useful = useful || counts[i] > 0 && counts[i] < g.k && !seen[i].has(v) && !seen[i].isWide(g.k)
			}
			if !useful {
				return
			}
			if again, _, ok := g.pattern(other, order); ok && again == told {
				for i, v := range other {
					seen[i].add(v)
				}
			}
		})
		for i, v := range counts {
			if v == 0 || v >= g.k {
				continue
			}
			small++
			if !seen[i].isWide(g.k) {
				narrow++
			}
		}
	}
	return small, narrow
}

// TestWhoKnowsTheRule: in one list the choice tells nothing, not even to who knows the
// order of seats. In crossed tables of which no total can be withheld it tells something where little
// room is left; docs/disclosure.md says how much. Without companions it tells much more.
func TestWhoKnowsTheRule(t *testing.T) {
	for _, c := range []struct {
		grid
		most int // of hundred small counts
	}{{grid{1, 4, 5, false}, 0}, {grid{1, 5, 5, false}, 0}, {grid{1, 7, 5, false}, 0}, {grid{2, 3, 4, false}, 8}, {grid{3, 3, 4, false}, 2}} {
		small, narrow := c.narrowed()
		c.alone = true
		before, alone := c.narrowed()
		t.Log(c.rows, c.columns, "small:", small, "narrowed:", narrow, "without companions:", before, alone)
		if 100*narrow > c.most*small || c.rows == 1 && alone == 0 {
			t.Errorf("%d by %d: of %d small counts %d are narrowed by the choice, and %d of %d without companions", c.rows, c.columns, small, narrow, alone, before)
		}
	}
}
