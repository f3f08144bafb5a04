package suppression

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// cube is a small table of two or three dimensions with all its totals. Each cell
// is a sum of inner cells; inner[n] lists those of cell n.
type cube struct {
	*Tables
	inner  [][]int
	values []int64 // of the inner cells
	single []int   // inner cell -> its own cell
}

// draw makes a cube with random counts; those below k are protected. Some of the
// totals are published already.
func draw(random *rand.Rand, sizes []int, k int64) *cube {
	c := &cube{Tables: New()}
	count := 1
	for _, n := range sizes {
		count *= n
	}
	for range count {
		v := int64(random.IntN(4))
		if random.IntN(2) == 0 {
			v += int64(random.IntN(6))
		}
		c.values = append(c.values, v)
	}
	c.single = make([]int, count)
	least := int64(random.IntN(2)) // whether zeros are known to be published
	// A cell has a member or the total (0) in each dimension.
	at, keys := map[[3]int]int{}, [][3]int(nil)
	var key [3]int
	var walk func(d int)
	walk = func(d int) {
		if d == len(sizes) {
			var inner []int
			sum := int64(0)
			for i := range count {
				rest, in := i, true
				for e := range sizes {
					m := rest%sizes[e] + 1
					rest /= sizes[e]
					in = in && (key[e] == 0 || key[e] == m)
				}
				if in {
					inner = append(inner, i)
					sum += c.values[i]
				}
			}
			cell := Cell{Value: sum, Cost: each1 + sum, Least: min(least, sum)}
			totals := 0
			for e := range sizes {
				if key[e] == 0 {
					totals++
				}
			}
			if sum < k && sum > 0 {
				cell.Threshold = k
			} else if totals == len(sizes) || totals > 0 && random.IntN(8) == 0 {
				cell.State = Published
			}
			n := c.Add(cell)
			at[key], keys = n, append(keys, key)
			c.inner = append(c.inner, inner)
			if totals == 0 {
				c.single[inner[0]] = n
			}
			return
		}
		for m := 0; m <= sizes[d]; m++ {
			key[d] = m
			walk(d + 1)
		}
		key[d] = 0
	}
	walk(0)
	for _, k := range keys {
		for d := range sizes {
			if k[d] != 0 {
				continue
			}
			terms := []Term{{at[k], 1}}
			for m := 1; m <= sizes[d]; m++ {
				part := k
				part[d] = m
				terms = append(terms, Term{at[part], -1})
			}
			c.Relate(Relation{Terms: terms})
		}
	}
	return c
}

// most bounds the counts that enumerate tries: beyond it nothing small is hidden.
const most = 30

// enumerate gives by brute force what each cell can be given what is published
// and, where knower is not -1, given that cell too.
func (c *cube) enumerate(knower int) (low, high []int64) {
	low, high = make([]int64, c.Len()), make([]int64, c.Len())
	for i := range low {
		low[i], high[i] = Infinity, -1
	}
	now := make([]int64, len(c.values))
	sums := make([]int64, c.Len())
	var cellsOf = make([][]int, len(c.values))
	for n, inner := range c.inner {
		for _, i := range inner {
			cellsOf[i] = append(cellsOf[i], n)
		}
	}
	known := func(n int) bool { return c.Cell(n).State == Published || n == knower }
	last := make([]int, c.Len()) // the inner cell after which the sum is whole
	for n, inner := range c.inner {
		last[n] = inner[len(inner)-1]
	}
	var walk func(i int)
	walk = func(i int) {
		if i == len(now) {
			for n := range sums {
				if sums[n] < c.Cell(n).Least {
					return
				}
			}
			for n := range sums {
				low[n], high[n] = min(low[n], sums[n]), max(high[n], sums[n])
			}
			return
		}
		from, to := int64(0), int64(most)
		for _, n := range cellsOf[i] {
			if !known(n) {
				continue
			}
			room := c.Cell(n).Value - sums[n]
			to = min(to, room)
			if last[n] == i {
				from = max(from, room)
			}
		}
		for v := from; v <= to; v++ {
			now[i] = v
			for _, n := range cellsOf[i] {
				sums[n] += v
			}
			walk(i + 1)
			for _, n := range cellsOf[i] {
				sums[n] -= v
			}
		}
	}
	walk(0)
	return low, high
}

// TestDecisionsAgainstEnumeration decides about random small tables and asks
// brute force whether each protected cell is hidden, from outsiders and from
// lone contributors.
func TestDecisionsAgainstEnumeration(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 11))
	shapes := [][]int{{2, 3}, {3, 3}, {2, 2, 2}}
	safe, exposed, exact := 0, 0, 0
	for range 400 {
		k := int64(2 + random.IntN(3))
		c := draw(random, shapes[random.IntN(len(shapes))], k)
		hopeless := map[int]bool{}
		for _, n := range c.Decide() {
			hopeless[n] = true
		}
		low, high := c.enumerate(-1)
		for _, i := range c.Audit() {
			isSafe := high[i.Cell] >= k && high[i.Cell]-low[i.Cell] >= k
			for _, lone := range c.single {
				if cell := c.Cell(lone); cell.Value != 1 || cell.State != Withheld || lone == i.Cell || !i.Safe {
					continue
				}
				// Where one person is all that the cell counts, nobody else is told of.
				if c.Cell(i.Cell).Value == 1 && slices.Contains(c.inner[i.Cell], c.inner[lone][0]) {
					continue
				}
				low, high := c.enumerate(lone)
				isSafe = isSafe && high[i.Cell] >= k && high[i.Cell]-low[i.Cell] >= k
			}
			if i.Safe && !isSafe {
				t.Fatalf("cell %d is called safe; brute force finds [%d, %d], k %d", i.Cell, low[i.Cell], high[i.Cell], k)
			}
			if i.Safe == hopeless[i.Cell] {
				t.Fatalf("cell %d: safe %v, exposed %v", i.Cell, i.Safe, hopeless[i.Cell])
			}
			if i.Safe {
				safe++
			} else {
				exposed++
			}
			// Whole tables reach both ends; an exact interval has nothing beyond.
			if i.High < most && (i.Low < low[i.Cell] || i.High > high[i.Cell]) {
				t.Fatalf("cell %d: interval [%d, %d], brute force finds only [%d, %d]", i.Cell, i.Low, i.High, low[i.Cell], high[i.Cell])
			}
			if i.Exact && i.High < most {
				exact++
				if i.Low != low[i.Cell] || i.High != high[i.Cell] {
					t.Errorf("cell %d: interval [%d, %d], brute force finds [%d, %d]", i.Cell, i.Low, i.High, low[i.Cell], high[i.Cell])
				}
			}
		}
	}
	if safe < 500 || exposed < 5 || exact < 200 {
		t.Errorf("only %d safe, %d exposed, %d exact intervals", safe, exposed, exact)
	}
	t.Log(safe, exposed, exact)
}
