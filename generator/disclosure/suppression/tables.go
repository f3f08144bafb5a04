// Package suppression decides which cells of linked tables are withheld so that
// none of the protected ones can be worked out from all that is published. In
// come cells, linear relations between them and what is out already; out come
// the cells to withhold and, for each protected one, the interval that everything
// published allows. It knows nothing of files, places or people, keeps no order of
// maps and no clock: the same input gives the same answer.
//
// A protected cell of threshold k is safe when two tables of whole numbers, both
// in agreement with everything published, differ in it by k at least, the larger
// showing k or more. The two tables are looked for with exact linear programming
// and then proved by plain addition, so that safety does not rest on the search.
package suppression

import (
	"math"
	"slices"
)

// Infinity as an upper end says that there is none.
const Infinity = math.MaxInt64

// State says whether a cell's value is known to everybody.
type State int8

// The states. Published and Withheld are final.
const (
	Open State = iota
	Published
	Withheld
)

// Cell is a number of a table: a count, never negative.
type Cell struct {
	Value   int64
	Unknown bool // not even we know the value: its source withheld it
	// Least is what the cell is known not to be below even where it is withheld:
	// 1 where zeros are published.
	Least int64
	// Threshold above zero makes the cell a protected one: its interval must be
	// at least so wide and reach so far.
	Threshold int64
	// Small says that the cell is protected since its value is small, or that of a cell in
	// its block, and not by a decision that has nothing to do with it.
	Small bool
	State State
	// Cost is what withholding the cell costs its readers; 0: it is never
	// withheld for the sake of others.
	Cost int64
	Seat Seat
}

// Term is a cell with its coefficient.
type Term struct {
	Cell        int
	Coefficient int64
}

// Relation is what everybody knows of cells: the sum of its terms is from Low to
// High. A total and its parts have the coefficients 1 and -1 and a sum of 0; a
// published rate, being rounded, has an interval.
type Relation struct {
	Terms     []Term
	Low, High int64
}

// Tables holds cells and relations that grow release by release. It is made by
// New and not safe for use by several goroutines.
type Tables struct {
	cells     []Cell
	relations []Relation
	of        [][]int          // relations of a cell
	base      []int64          // one table that agrees with everything
	void      []bool           // relations that nothing agrees with
	decided   int              // cells below are decided
	corrects  map[int]int      // of a corrected cell, the one before
	related   int              // relations below were there at the last decision
	because   []int            // of a cell withheld for another's sake, that other; -1
	kept      map[attack]proof // of the last decision
	siblings  []siblings       // since the last decision
	blocks    []siblings       // of this decision
}

// New gives tables without cells.
func New() *Tables { return &Tables{kept: map[attack]proof{}, corrects: map[int]int{}} }

// Add takes a cell and gives its number: 0, 1, 2 …
func (t *Tables) Add(c Cell) int {
	t.cells = append(t.cells, c)
	t.of = append(t.of, nil)
	t.because = append(t.because, -1)
	return len(t.cells) - 1
}

// Guard makes an undecided cell a protected one, or raises its threshold.
func (t *Tables) Guard(n int, threshold int64) {
	if c := &t.cells[n]; c.State == Open {
		c.Threshold = max(c.Threshold, threshold)
	}
}

// Stay withholds an undecided cell as an earlier one is: the same figure, corrected. Were
// it told, who has the sums of before would know the cells beside it to within the correction.
func (t *Tables) Stay(n, before int) {
	c, was := &t.cells[n], &t.cells[before]
	if c.State != Open || was.State != Withheld {
		return
	}
	c.State, t.corrects[n] = Withheld, before
	if c.Threshold > 0 {
		return
	}
	c.Threshold, c.Small = was.Threshold, was.Small
	if t.because[n] = t.because[before]; t.because[n] < 0 {
		t.because[n] = before
	}
}

// Concede lowers the thresholds of cells to what everything published leaves of
// them, to lone contributors too, and gives their intervals: what is out cannot be
// called back, and need not get narrower.
func (t *Tables) Concede(cells []int) []Interval {
	left := map[int]Interval{}
	for safe := false; !safe; {
		safe = true
		for _, i := range t.Audit() {
			if !slices.Contains(cells, i.Cell) {
				continue
			}
			left[i.Cell] = i
			if c := &t.cells[i.Cell]; !i.Safe {
				c.Threshold, safe = min(c.Threshold/2, i.High-i.Low), false
			}
		}
	}
	list := make([]Interval, len(cells))
	for n, c := range cells {
		list[n] = left[c]
	}
	return list
}

// Relate takes a relation between cells that were added.
func (t *Tables) Relate(r Relation) {
	for _, term := range r.Terms {
		t.of[term.Cell] = append(t.of[term.Cell], len(t.relations))
	}
	t.relations = append(t.relations, r)
}

// Cell gives a cell by its number.
func (t *Tables) Cell(n int) Cell { return t.cells[n] }

// Len is the number of cells.
func (t *Tables) Len() int { return len(t.cells) }

// Because gives the protected cell for whose sake a cell is withheld, -1 where it
// is withheld for its own.
func (t *Tables) Because(n int) int { return t.because[n] }

// Relations gives the relations that a cell stands in.
func (t *Tables) Relations(n int) []Relation {
	list := make([]Relation, 0, len(t.of[n]))
	for _, r := range t.of[n] {
		if !t.void[r] {
			list = append(list, t.relations[r])
		}
	}
	return list
}

// isHidden reports whether an attacker does not know the cell.
func (t *Tables) isHidden(n int) bool { return t.cells[n].State == Withheld }

// isCandidate reports whether the cell may be withheld for another's sake. A zero
// may not: that it is one is often plain.
func (t *Tables) isCandidate(n int) bool {
	c := &t.cells[n]
	return c.State == Open && c.Threshold == 0 && c.Cost > 0 && c.Value > 0 && !c.Unknown
}

// around lists the members that relations link to cell n, the nearest first, and
// n itself; it stops at limit and says whether it found all.
func (t *Tables) around(n, limit int, isMember func(int) bool) (cells []int, all bool) {
	seen := map[int]bool{n: true}
	done := map[int]bool{}
	cells = []int{n}
	for i := 0; i < len(cells); i++ {
		for _, r := range t.of[cells[i]] {
			if done[r] || t.void[r] {
				continue
			}
			done[r] = true
			for _, term := range t.relations[r].Terms {
				if !seen[term.Cell] && isMember(term.Cell) {
					if len(cells) >= limit {
						return cells, false
					}
					seen[term.Cell] = true
					cells = append(cells, term.Cell)
				}
			}
		}
	}
	return cells, true
}

// sum gives the sum of a relation where the cells have the values of the base,
// save those of changes.
func (t *Tables) sum(r *Relation, changes map[int]int64) int64 {
	s := int64(0)
	for _, term := range r.Terms {
		v, ok := changes[term.Cell]
		if !ok {
			v = t.base[term.Cell]
		}
		s += term.Coefficient * v
	}
	return s
}

// holds reports whether the relation allows the sum.
func (r *Relation) holds(sum int64) bool { return sum >= r.Low && sum <= r.High }
