package series

import (
	"fmt"
	"testing"

	"elinde/generator/programme"
)

func TestYearIsTheSumOfItsQuarters(t *testing.T) {
	table := tables(t, "r1 mary _T 2025-Q1 1.5 A", "r1 mary _T 2025-Q2 2 P", "r2 mary _T 2025-Q2 3 P", "r2 mary _T 2025-Q3 - Q", "r2 mary _T 2026-Q1 7 A", "r2 mary _T 2026-Q3 7 A")["served"]
	k := table.Figures[0].Key
	for _, c := range []struct {
		to   programme.Period
		want string
	}{
		{programme.Period{Year: 2025, Quarter: 2}, "S.mary.served._T._T._T._Z.2025-Q2=4.5[p]"},
		{programme.Period{Year: 2025, Quarter: 3}, "S.mary.served._T._T._T._Z.2025-Q3=[c]"},
		{programme.Period{Year: 2026, Quarter: 1}, "S.mary.served._T._T._T._Z.2026-Q1=7[]"},
		{programme.Period{Year: 2026, Quarter: 3}, "S.mary.served._T._T._T._Z.2026-Q3=[x]"},
	} {
		if s := table.YearTo(k, c.to); fmt.Sprint(s.Key.Name("served"), "=", s.Value.Text, s.Symbols) != c.want {
			t.Errorf("got %v, want %s", s, c.want)
		}
	}
	var years []string
	for _, s := range table.Years() {
		years = append(years, s.Key.Period+"="+s.Value.Text)
	}
	if got := fmt.Sprint(years); got != "[2026-Q3= 2025-Q3=]" {
		t.Error(got)
	}
	if got := fmt.Sprint(table.LastQuarters()); got != "[2026-Q3 2025-Q3]" {
		t.Error(got)
	}
}

func TestYearThatAReleaseTellsGoesBeforeTheSum(t *testing.T) {
	rows := []string{"r1 mary _T 2025-Q1 1 A", "r1 mary _T 2025-Q2 2 A", "r1 mary _T 2025-Q3 3 A", "r1 mary _T 2025-Q4 4 A"}
	table := tables(t, rows...)["served"]
	k := table.Figures[0].Key
	year := row(t, "r1 mary _T 2025 11 E")
	year.Freq = "A"
	table.Figures = append([]*Figure{{Observation: &year, Key: KeyOf(&year), Symbols: []Symbol{Estimated}}}, table.Figures...)
	if s := table.YearTo(k, programme.Period{Year: 2025, Quarter: 4}); s.Value.Text != "11" || s.Key.Freq != "A" {
		t.Errorf("got %+v", s)
	}
}
