package programme

import (
	"fmt"
	"strconv"
)

// Period is a year or a quarter of a year.
type Period struct {
	Year    int
	Quarter int // 1 to 4, 0 for a whole year
}

// ParsePeriod reads "2026" or "2026-Q1" of the years 1900 to 2199; ok is false for
// anything else.
func ParsePeriod(s string) (p Period, ok bool) {
	if len(s) != 4 && (len(s) != 7 || s[4:6] != "-Q" || s[6] < '1' || s[6] > '4') {
		return Period{}, false
	}
	year, err := strconv.Atoi(s[:4])
	if err != nil || year < 1900 || year > 2199 {
		return Period{}, false
	}
	p.Year = year
	if len(s) == 7 {
		p.Quarter = int(s[6] - '0')
	}
	return p, true
}

// String gives the form of the tables: "2026" or "2026-Q1".
func (p Period) String() string {
	if p.Quarter == 0 {
		return fmt.Sprintf("%04d", p.Year)
	}
	return fmt.Sprintf("%04d-Q%d", p.Year, p.Quarter)
}

// Freq gives the SDMX frequency of the period: A or Q.
func (p Period) Freq() string {
	if p.Quarter == 0 {
		return "A"
	}
	return "Q"
}

// Back gives the period n steps of its own length earlier.
func (p Period) Back(n int) Period {
	if p.Quarter == 0 {
		return Period{Year: p.Year - n}
	}
	quarters := p.Year*4 + p.Quarter - 1 - n
	return Period{quarters / 4, quarters%4 + 1}
}

// Span gives the days of the period.
func (p Period) Span() Span {
	y := Date(p.Year * 10000)
	if p.Quarter == 0 {
		return Span{From: y + 101, To: y + 1231}
	}
	first := Date(p.Quarter*3 - 2)
	lastDay := Date(31)
	if p.Quarter == 2 || p.Quarter == 3 {
		lastDay = 30
	}
	return Span{From: y + first*100 + 1, To: y + (first+2)*100 + lastDay}
}
