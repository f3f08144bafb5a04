package programme

import "testing"

func TestPeriods(t *testing.T) {
	for _, c := range []struct {
		period, before, yearBefore string
		span                       Span
	}{
		{"2026-Q1", "2025-Q4", "2025-Q1", Span{From: 20260101, To: 20260331}},
		{"2025-Q3", "2025-Q2", "2024-Q3", Span{From: 20250701, To: 20250930}},
		{"2025", "2024", "2021", Span{From: 20250101, To: 20251231}},
	} {
		p, ok := ParsePeriod(c.period)
		if !ok || p.String() != c.period || p.Back(1).String() != c.before || p.Back(4).String() != c.yearBefore || p.Span() != c.span {
			t.Errorf("%s: got %v %v %v %v", c.period, p, p.Back(1), p.Back(4), p.Span())
		}
	}
	for _, bad := range []string{"", "26", "2026-Q5", "2026-1", "2026Q1", "abcd", "0000", "1899", "2200", "2026-Q12"} {
		if _, ok := ParsePeriod(bad); ok {
			t.Errorf("%q was read as a period", bad)
		}
	}
}
