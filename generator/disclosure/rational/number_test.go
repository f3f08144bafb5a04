package rational

import (
	"math"
	"math/big"
	"math/rand/v2"
	"testing"
)

// TestArithmeticAgreesWithMathBig compares every operation on numbers of all
// sizes, those at the edge of int64 among them.
func TestArithmeticAgreesWithMathBig(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	pick := func() int64 {
		switch random.IntN(4) {
		case 0:
			return int64(random.IntN(7)) - 3
		case 1:
			return random.Int64N(1<<32) - 1<<31
		case 2:
			return []int64{math.MaxInt64, math.MinInt64, math.MinInt64 + 1, 1 << 62, -1 << 62, 1 << 30}[random.IntN(6)]
		}
		return int64(random.Uint64())
	}
	for range 20000 {
		n, d, m, e := pick(), pick(), pick(), pick()
		if d == 0 || e == 0 {
			continue
		}
		a, b := Fraction(n, d), Fraction(m, e)
		x, y := big.NewRat(n, d), big.NewRat(m, e)
		check := func(name string, got Number, want *big.Rat) {
			if got.Rat().Cmp(want) != 0 {
				t.Fatalf("%v %s %v = %v, want %v", x, name, y, got, want)
			}
		}
		check("+", a.Add(b), new(big.Rat).Add(x, y))
		check("-", a.Sub(b), new(big.Rat).Sub(x, y))
		check("*", a.Mul(b), new(big.Rat).Mul(x, y))
		if y.Sign() != 0 {
			check("/", a.Quo(b), new(big.Rat).Quo(x, y))
		}
		if a.Cmp(b) != x.Cmp(y) || a.Sign() != x.Sign() || a.IsInt() != x.IsInt() {
			t.Fatalf("%v and %v compare wrongly", x, y)
		}
		if f, ok := a.Floor(); ok {
			below := big.NewRat(f, 1)
			if below.Cmp(x) > 0 || new(big.Rat).Sub(x, below).Cmp(big.NewRat(1, 1)) >= 0 {
				t.Fatalf("floor of %v is %d", x, f)
			}
		}
		if c, ok := a.Ceil(); ok && c != math.MinInt64 {
			above := big.NewRat(c, 1)
			if above.Cmp(x) < 0 || new(big.Rat).Sub(above, x).Cmp(big.NewRat(1, 1)) >= 0 {
				t.Fatalf("ceiling of %v is %d", x, c)
			}
		}
	}
}

func TestZeroValueIsZero(t *testing.T) {
	var z Number
	if z.Sign() != 0 || z.Add(Of(3)).Cmp(Of(3)) != 0 || z.String() != "0" || !z.IsInt() {
		t.Errorf("the zero value is %v", z)
	}
}
