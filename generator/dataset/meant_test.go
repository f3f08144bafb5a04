package dataset

import "testing"

func TestMeantPeriod(t *testing.T) {
	for value, want := range map[string]string{
		"31.12.2026": "2026-Q4", "2026-12-31": "2026-Q4", "1.7.2026": "2026-Q3", "12.2026": "2026-Q4", "2026-02": "2026-Q1",
		"IV кв. 2026": "2026-Q4", "4 кв. 2026": "2026-Q4", "4-й квартал 2026 г.": "2026-Q4", "2026-njy ýylyň 4-nji çärýegi": "2026-Q4",
		"2026-Q5": "2026-Q4", "2026Q3": "2026-Q3", "Q3 2026": "2026-Q3", "2026-3": "2026-Q3", "2026/II": "2026-Q2", "III кв 2026 года": "2026-Q3",
		"2026 год": "2026", "2026 ý.": "2026", "2026-njy ýyl": "2026",
		"1 полугодие 2026": "", "декабрь 2026": "", "2026-13": "", "2025/2026": "", "": "", "Q4": "", "12345": "",
	} {
		if got := meantPeriod(value); got != want {
			t.Errorf("%q: got %q, want %q", value, got, want)
		}
	}
}

func TestMeantCode(t *testing.T) {
	sex, freq, status := []string{"_T", "F", "M", "_U", "_Z"}, []string{"A", "Q"}, []string{"planned", "published"}
	for _, c := range []struct {
		column, value, want string
		allowed             []string
	}{
		{"sex", "Ж", "F", sex}, {"sex", "жен.", "F", sex}, {"sex", "Аýal", "", sex}, {"sex", "aýal", "F", sex}, {"sex", "М", "M", sex},
		{"sex", "m", "M", sex}, {"sex", "Всего", "_T", sex}, {"sex", "x", "", sex}, {"freq", "кв.", "Q", freq}, {"freq", "А", "A", freq},
		{"freq", "ýyl", "A", freq}, {"status", "Plannd", "planned", status}, {"status", "new", "", status},
	} {
		if got := meantCode(c.column, c.value, c.allowed); got != c.want {
			t.Errorf("%s %q: got %q, want %q", c.column, c.value, got, c.want)
		}
	}
}
