package series

import (
	"math/big"
	"slices"
	"strconv"
	"strings"

	"elinde/generator/programme"
)

// Summed is the frequency in the key of a figure that no release tells: the sum of
// the quarters of a year up to the one that the key names. Where each of them is
// published it tells nothing that they do not; where one is not, neither is the sum.
const Summed = "S"

// Sum is the figure of a year, or of the quarters of it that there are.
type Sum struct {
	Key     Key               // Freq is Summed, or A where a release tells the year
	Value   programme.Decimal // not set where a quarter has no value
	Symbols []Symbol          // all that the quarters have; Revised is theirs alone
}

// YearTo gives the figure from the beginning of a year to the end of a quarter,
// whatever period the key names. The year that a release tells goes before
// the sum. Callers ask only where the indicator is additive over time_period.
func (t *Table) YearTo(k Key, p programme.Period) Sum {
	if k.Freq, k.Period = "A", strconv.Itoa(p.Year); p.Quarter == 4 {
		if f := t.At(k); f != nil {
			return Sum{f.Key, f.Value, f.Symbols}
		}
	}
	sum, has, digits := new(big.Rat), map[Symbol]bool{}, 0
	k.Freq = "Q"
	for q := 1; q <= p.Quarter; q++ {
		k.Period = programme.Period{Year: p.Year, Quarter: q}.String()
		f := t.At(k)
		if f == nil {
			has[NotAvailable] = true
			continue
		}
		for _, s := range f.Symbols {
			has[s] = true
		}
		if v, ok := new(big.Rat).SetString(f.Value.Text); ok {
			sum.Add(sum, v)
			_, fraction, _ := strings.Cut(f.Value.Text, ".")
			digits = max(digits, len(fraction))
		}
	}
	s := Sum{Key: k}
	s.Key.Freq = Summed
	for _, why := range []Symbol{Withheld, NotAvailable, Inapplicable} {
		if has[why] {
			s.Symbols = []Symbol{why}
			return s
		}
	}
	for _, symbol := range Symbols {
		if has[symbol] && symbol != RevisedFigure {
			s.Symbols = append(s.Symbols, symbol)
		}
	}
	f, _ := sum.Float64()
	s.Value = programme.Decimal{Text: sum.FloatString(digits), F: f}
	return s
}

// Years gives the sums of all series of quarters, series by series, the newest year
// first; of a year in which a series has no figure there is none.
func (t *Table) Years() []Sum {
	var list []Sum
	last := t.LastQuarters()
	for i, f := range t.Figures {
		if f.Freq != "Q" || i > 0 && f.Key.sameLine(t.Figures[i-1].Key) {
			continue
		}
		counted := map[int]bool{}
		for _, of := range t.Line(f.Key).Figures {
			p, _ := programme.ParsePeriod(of.TimePeriod)
			counted[p.Year] = true
		}
		for _, p := range last {
			if s := t.YearTo(f.Key, p); counted[p.Year] && s.Key.Freq == Summed {
				list = append(list, s)
			}
		}
	}
	return list
}

// LastQuarters gives, for each year that has figures, the last quarter of which
// there is one, the newest year first.
func (t *Table) LastQuarters() []programme.Period {
	last := map[int]programme.Period{}
	for _, f := range t.Figures {
		if p, ok := programme.ParsePeriod(f.TimePeriod); ok && p.Quarter > last[p.Year].Quarter {
			last[p.Year] = p
		}
	}
	var list []programme.Period
	for _, p := range last {
		list = append(list, p)
	}
	slices.SortFunc(list, func(a, b programme.Period) int { return b.Year - a.Year })
	return list
}
