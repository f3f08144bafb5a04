// Package rational holds exact fractions that are cheap while they are small.
// Audits of tables need exact arithmetic, since a bound that is off by a rounding
// error may be the difference between withheld and revealed; but nearly all
// their numbers are small whole ones, for which math/big is slow.
package rational

import (
	"math"
	"math/big"
	"math/bits"
)

// Number is a fraction. The zero value is 0. Numbers are compared with Cmp and
// Sign, never with ==.
type Number struct {
	numerator, denominator int64 // in lowest terms, denominator 0 standing for 1
	large                  *big.Rat
}

// Of gives a whole number.
func Of(n int64) Number { return fromInts(n, 1) }

// Fraction gives n/d; d must not be 0.
func Fraction(n, d int64) Number { return fromInts(n, 1).Quo(fromInts(d, 1)) }

func fromInts(n, d int64) Number {
	if n == math.MinInt64 || d == math.MinInt64 {
		return shrink(big.NewRat(n, d))
	}
	if d < 0 {
		n, d = -n, -d
	}
	if d != 1 {
		if g := gcd(abs(n), d); g > 1 {
			n, d = n/g, d/g
		}
	}
	return Number{numerator: n, denominator: d}
}

// shrink brings a fraction back to the small form where it fits.
func shrink(r *big.Rat) Number {
	n, d := r.Num(), r.Denom()
	if n.IsInt64() && d.IsInt64() && n.Int64() != math.MinInt64 {
		return Number{numerator: n.Int64(), denominator: d.Int64()}
	}
	return Number{large: r}
}

// Rat gives the number as a fraction of math/big, which the caller may change.
func (a Number) Rat() *big.Rat {
	if a.large != nil {
		return new(big.Rat).Set(a.large)
	}
	return big.NewRat(a.numerator, a.below())
}

func (a Number) below() int64 {
	if a.denominator == 0 {
		return 1
	}
	return a.denominator
}

func (a Number) small() bool { return a.large == nil }

// Add gives a + b.
func (a Number) Add(b Number) Number {
	if a.small() && b.small() {
		p, q := a.below(), b.below()
		if p == q {
			if s := a.numerator + b.numerator; fits(a.numerator) && fits(b.numerator) {
				if p == 1 {
					return Number{numerator: s, denominator: 1}
				}
				return fromInts(s, p)
			}
		} else if half(a.numerator) && half(b.numerator) && half(p) && half(q) {
			return fromInts(a.numerator*q+b.numerator*p, p*q)
		}
	}
	return shrink(new(big.Rat).Add(a.Rat(), b.Rat()))
}

// Neg gives -a.
func (a Number) Neg() Number {
	if a.small() {
		a.numerator = -a.numerator
		return a
	}
	return shrink(new(big.Rat).Neg(a.large))
}

// Sub gives a - b.
func (a Number) Sub(b Number) Number { return a.Add(b.Neg()) }

// Mul gives a · b.
func (a Number) Mul(b Number) Number {
	if a.small() && b.small() {
		p, q := a.below(), b.below()
		high, low := bits.Mul64(uint64(abs(a.numerator)), uint64(abs(b.numerator)))
		if high == 0 && low <= math.MaxInt64 {
			n := a.numerator * b.numerator
			if p == 1 && q == 1 {
				return Number{numerator: n, denominator: 1}
			}
			if half(p) && half(q) {
				return fromInts(n, p*q)
			}
		}
	}
	return shrink(new(big.Rat).Mul(a.Rat(), b.Rat()))
}

// Quo gives a / b; b must not be 0.
func (a Number) Quo(b Number) Number {
	if b.small() && b.numerator != 0 {
		return a.Mul(fromInts(b.below(), b.numerator))
	}
	return shrink(new(big.Rat).Quo(a.Rat(), b.Rat()))
}

// Sign gives -1, 0 or 1.
func (a Number) Sign() int {
	if a.large != nil {
		return a.large.Sign()
	}
	switch {
	case a.numerator < 0:
		return -1
	case a.numerator > 0:
		return 1
	}
	return 0
}

// Cmp gives -1, 0 or 1 as a is below, equal to or above b.
func (a Number) Cmp(b Number) int {
	if a.small() && b.small() && a.below() == b.below() {
		switch {
		case a.numerator < b.numerator:
			return -1
		case a.numerator > b.numerator:
			return 1
		}
		return 0
	}
	return a.Sub(b).Sign()
}

// IsInt reports whether the number is whole.
func (a Number) IsInt() bool { return a.Denominator() == 1 }

// Denominator gives the denominator in lowest terms; 0 stands for one that no
// int64 holds.
func (a Number) Denominator() int64 {
	if a.large == nil {
		return a.below()
	}
	if d := a.large.Denom(); d.IsInt64() {
		return d.Int64()
	}
	return 0
}

// Floor gives the largest whole number that is not above a; ok is false where no
// int64 holds it.
func (a Number) Floor() (n int64, ok bool) {
	if a.large != nil {
		// big.Int.Div rounds down where the divisor is positive, as it is.
		q := new(big.Int).Div(a.large.Num(), a.large.Denom())
		return q.Int64(), q.IsInt64()
	}
	d := a.below()
	n = a.numerator / d
	if a.numerator%d < 0 {
		n--
	}
	return n, true
}

// Ceil gives the smallest whole number that is not below a.
func (a Number) Ceil() (n int64, ok bool) {
	n, ok = a.Neg().Floor()
	return -n, ok
}

// String gives "3" or "7/2".
func (a Number) String() string { return a.Rat().RatString() }

// fits reports whether a sum of two such numbers is an int64, half whether a sum
// of two products of two such is.
func fits(n int64) bool { return n > -1<<62 && n < 1<<62 }
func half(n int64) bool { return n > -1<<30 && n < 1<<30 }

func abs(n int64) int64 {
	if n < 0 {
		return -n
	}
	return n
}

func gcd(a, b int64) int64 {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}
