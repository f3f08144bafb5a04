package suppression

import (
	"fmt"
	"math/rand/v2"
	"testing"
)

// crossed is a table of places by sex with totals that may be withheld too, as the
// demonstration has them: the last row is the country, the last column both sexes.
type crossed struct {
	n          int // places
	zeroIsSafe bool
	alone      bool // without companions, as method version 3 was
}

// limit is the threshold.
const limit = 5

func (x crossed) isSmall(v int64) bool { return v < limit && (v > 0 || !x.zeroIsSafe) }

// draw invents a table; one place is tiny.
func (x crossed) draw(random *rand.Rand) [][3]int64 {
	v := make([][3]int64, x.n+1)
	for r := range x.n {
		most := [2]int{6, 14}
		switch {
		case r == x.n-1:
			most = [2]int{3, 3}
		case x.zeroIsSafe:
			most = [2]int{7, 7}
		}
		v[r][0], v[r][1] = int64(random.IntN(most[0])), int64(random.IntN(most[1]))
		v[r][2] = v[r][0] + v[r][1]
		for c, m := range v[r] {
			v[x.n][c] += m
		}
	}
	return v
}

// pattern gives what is withheld, and the same as a text with what is published. Places sit as they stand.
func (x crossed) pattern(v [][3]int64) (hidden [][3]bool, told string) {
	t := New()
	for r, row := range v {
		for c, m := range row {
			cell := Cell{Value: m, Cost: each1}
			switch {
			case r == x.n && c == 2:
				cell.Cost *= 40
			case c == 2:
				cell.Cost *= 4
			case r == x.n:
				cell.Cost *= 3
			}
			if x.isSmall(m) {
				cell.Threshold, cell.Small = limit, true
			}
			if x.zeroIsSafe {
				cell.Least = min(m, 1)
			}
			if r < x.n {
				cell.Seat[0] = uint16(r + 64<<ownBits)
			}
			if c < 2 {
				cell.Seat[1] = uint16(c + 64<<ownBits)
			}
			t.Add(cell)
		}
		t.Relate(Relation{Terms: []Term{{3*r + 2, 1}, {3 * r, -1}, {3*r + 1, -1}}})
	}
	for c := range 3 {
		terms, places := []Term{{3*x.n + c, 1}}, []int(nil)
		for r := range x.n {
			terms, places = append(terms, Term{3*r + c, -1}), append(places, 3*r+c)
		}
		t.Relate(Relation{Terms: terms})
		if !x.alone {
			t.Siblings(places, limit)
		}
	}
	if !x.alone {
		t.Siblings([]int{3 * x.n, 3*x.n + 1}, limit)
	}
	if len(t.Decide()) > 0 {
		return nil, ""
	}
	hidden = make([][3]bool, len(v))
	for r, row := range v {
		for c, m := range row {
			if hidden[r][c] = t.Cell(3*r+c).State == Withheld; hidden[r][c] {
				m = -1
			}
			told += fmt.Sprint(m, " ")
		}
	}
	return hidden, told
}

// step moves some withheld cells so that all sums hold: four or six of them on
// a closed way through rows and columns, as far as chance says.
func (x crossed) step(v [][3]int64, hidden [][3]bool, random *rand.Rand) {
	rows, columns := random.Perm(x.n+1), random.Perm(3)
	length := 2 + random.IntN(2)
	type move struct {
		r, c int
		sign int64
	}
	var way []move
	for i := range length {
		for j, sign := range []int64{1, -1} {
			r, c := rows[i], columns[(i+j)%length]
			if r == x.n {
				sign = -sign
			}
			if c == 2 {
				sign = -sign
			}
			if !hidden[r][c] {
				return
			}
			way = append(way, move{r, c, sign})
		}
	}
	least := int64(0)
	if x.zeroIsSafe {
		least = 1
	}
	low, high := int64(-1000), int64(1000)
	for _, m := range way {
		if room := v[m.r][m.c] - least; m.sign > 0 {
			low = max(low, -room)
		} else {
			high = min(high, room)
		}
	}
	if low > high || low == -1000 || high == 1000 {
		return
	}
	by := low + random.Int64N(high-low+1)
	for _, m := range way {
		v[m.r][m.c] += m.sign * by
	}
}

// narrowed counts small counts, and those of which no table was found that agrees with
// what is published, has the same cells withheld, and leaves the count the room that its threshold asks for.
func (x crossed) narrowed(tables, tries int) (small, narrow, withheld int) {
	random := rand.New(rand.NewPCG(41, 43))
	for n := range tables {
		v := x.draw(rand.New(rand.NewPCG(uint64(n), 43)))
		hidden, told := x.pattern(v)
		if hidden == nil {
			continue
		}
		seen := make([][3]values, len(v))
		for r := range v {
			for c, m := range v[r] {
				seen[r][c].add(m)
			}
		}
		other := append([][3]int64(nil), v...)
		for range tries {
			for range 60 {
				x.step(other, hidden, random)
			}
			useful := false
			for r := range v {
				for c, m := range other[r] {
					useful = useful || x.isSmall(v[r][c]) && !seen[r][c].isWide(limit) && !seen[r][c].has(m)
				}
			}
			if !useful {
				continue
			}
			if _, again := x.pattern(other); again == told {
				for r := range v {
					for c, m := range other[r] {
						seen[r][c].add(m)
					}
				}
			}
		}
		for r := range v {
			for c, m := range v[r] {
				if hidden[r][c] {
					withheld++
				}
				if x.isSmall(m) {
					small++
					if !seen[r][c].isWide(limit) {
						narrow++
					}
				}
			}
		}
	}
	return small, narrow, withheld
}

// TestWhoKnowsTheRuleOfCrossedTables is TestWhoKnowsTheRule for tables like those of
// the demonstration: totals that may be withheld, dearer than their parts, and zeros that are published.
func TestWhoKnowsTheRuleOfCrossedTables(t *testing.T) {
	small, narrow, alone := 0, 0, 0
	for _, x := range []crossed{{n: 6}, {n: 7}, {n: 6, zeroIsSafe: true}, {n: 7, zeroIsSafe: true}} {
		all, told, withheld := x.narrowed(6, 4000)
		x.alone = true
		_, before, fewer := x.narrowed(6, 400)
		t.Logf("%d places: small %d, narrowed %d, withheld %d; without companions narrowed %d, withheld %d", x.n, all, told, withheld, before, fewer)
		small, narrow, alone = small+all, narrow+told, alone+before
	}
	if 100*narrow > small || 5*alone < small {
		t.Errorf("of %d small counts %d are narrowed by the choice, and %d without companions", small, narrow, alone)
	}
}
