package simplex

import (
	"math/rand/v2"
	"testing"

	"elinde/generator/disclosure/rational"
)

// TestAgainstEveryPoint compares minima with those found by trying every whole
// point, on random programmes with equations and bounds.
func TestAgainstEveryPoint(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 9))
	for range 300 {
		n := 3 + random.IntN(3)
		start, lower, upper := make([]int64, n), make([]int64, n), make([]int64, n)
		for j := range n {
			start[j], upper[j] = int64(random.IntN(5)), 4
		}
		var equations [][]Term
		for range 1 + random.IntN(2) {
			var e []Term
			for j := range n {
				// Coefficients of one make all vertices whole in one equation.
				if c := int64(random.IntN(3)) - 1; c != 0 {
					e = append(e, Term{j, c})
				}
			}
			equations = append(equations, e)
		}
		objective := make([]Term, n)
		for j := range n {
			objective[j] = Term{j, int64(random.IntN(7)) - 3}
		}
		p := New(start, lower, upper, equations)
		whole := int64(1 << 40)
		visit := func() bool {
			if x, ok := p.Whole(); ok {
				if !fits(x, start, upper, equations) {
					t.Fatalf("%v does not fit", x)
				}
				whole = min(whole, value(x, objective))
			}
			return false
		}
		if out := p.Minimise(objective, visit); out != Optimal {
			t.Fatalf("outcome %d", out)
		}
		least := rational.Number{}
		for _, term := range objective {
			least = least.Add(p.At(term.Variable).Mul(rational.Of(term.Coefficient)))
		}
		best := brute(start, upper, equations, objective)
		if least.Cmp(rational.Of(best)) > 0 || whole < best {
			t.Fatalf("minimum %v, whole %d; trying all whole points gives %d", least, whole, best)
		}
		if least.IsInt() && least.Cmp(rational.Of(best)) != 0 {
			if _, ok := p.Whole(); ok {
				t.Fatalf("a whole minimum %v below the least whole point %d", least, best)
			}
		}
	}
}

func value(x []int64, objective []Term) int64 {
	s := int64(0)
	for _, t := range objective {
		s += t.Coefficient * x[t.Variable]
	}
	return s
}

func fits(x, start, upper []int64, equations [][]Term) bool {
	for j := range x {
		if x[j] < 0 || x[j] > upper[j] {
			return false
		}
	}
	for _, e := range equations {
		if value(x, e) != value(start, e) {
			return false
		}
	}
	return true
}

func brute(start, upper []int64, equations [][]Term, objective []Term) int64 {
	x := make([]int64, len(start))
	best := int64(1 << 40)
	var walk func(j int)
	walk = func(j int) {
		if j == len(x) {
			if fits(x, start, upper, equations) {
				best = min(best, value(x, objective))
			}
			return
		}
		for v := int64(0); v <= upper[j]; v++ {
			x[j] = v
			walk(j + 1)
		}
	}
	walk(0)
	return best
}

// TestBrokenVertex: where the best point is a half, the search says so, and shows
// the whole point before it.
func TestBrokenVertex(t *testing.T) {
	p := New([]int64{1, 0, 0, 0, 1}, make([]int64, 5), []int64{Infinity, Infinity, Infinity, Infinity, Infinity},
		[][]Term{{{0, 2}, {1, 1}, {2, -1}}, {{0, 1}, {3, 1}, {4, 1}}})
	if out := p.Minimise([]Term{{0, -1}}, nil); out != Optimal || p.At(0).Cmp(rational.Of(2)) != 0 {
		t.Errorf("outcome %d at %v, want 2", out, p.At(0))
	}
	p = New([]int64{0, 3}, make([]int64, 2), []int64{Infinity, 3}, [][]Term{{{0, 2}, {1, 1}}})
	if out := p.Minimise([]Term{{0, -1}}, nil); out != Optimal || p.At(0).String() != "3/2" {
		t.Errorf("outcome %d at %v, want 3/2", out, p.At(0))
	}
	whole := int64(0)
	p.Reset()
	p.Minimise([]Term{{0, -1}}, func() bool {
		if x, ok := p.Whole(); ok {
			whole = max(whole, x[0])
		}
		return false
	})
	if whole != 1 {
		t.Errorf("the farthest whole point seen has %d, want 1", whole)
	}
}

func TestNoEnd(t *testing.T) {
	p := New([]int64{1, 1}, make([]int64, 2), []int64{Infinity, Infinity}, [][]Term{{{0, 1}, {1, -1}}})
	seen := int64(0)
	if out := p.Minimise([]Term{{0, -1}}, func() bool {
		if x, ok := p.Whole(); ok {
			seen = x[0]
		}
		return false
	}); out != Unbounded || seen < 1000 {
		t.Errorf("outcome %d, seen %d", out, seen)
	}
	if out := p.Minimise([]Term{{0, -1}}, func() bool { return true }); out != Stopped {
		t.Errorf("outcome %d", out)
	}
}
