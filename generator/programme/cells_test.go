package programme

import (
	"fmt"
	"reflect"
	"testing"
	"time"
)

// TestCells parses cells of each type: what is written, and what comes of it or
// "error".
func TestCells(t *testing.T) {
	for _, c := range []struct {
		into       interface{ UnmarshalCSV(string) error }
		cell, want string
	}{
		{new(Text), "a" + LanguageSeparator + "" + LanguageSeparator + "c", "[a  c]"},
		{new(Text), LanguageSeparator + LanguageSeparator, "[]"},
		{new(List), " a; ;b;", "[a b]"},
		{new(YesNo), "YES", "2"},
		{new(YesNo), "", "0"},
		{new(YesNo), "true", "error"},
		{new(Whole), "0", "{0 true}"},
		{new(Whole), "", "{0 false}"},
		{new(Whole), "1.0", "error"},
		{new(Decimal), "-12.50", "{-12.50 -12.5}"},
		{new(Decimal), "1e3", "error"},
		{new(Decimal), ".5", "error"},
		{new(Decimal), "1 000", "error"},
		{new(Decimal), "NaN", "error"},
		{new(Date), "2024-02-29", "2024-02-29"},
		{new(Date), "2023-02-29", "error"},
		{new(Date), "29.02.2024", "error"},
		{new(Dates), "2026-01-01" + LanguageSeparator, "[2026-01-01 ]"},
		{new(Dates), "2026-01-01" + LanguageSeparator + "x", "error"},
		{new(Clock), "00:00", "00:00"},
		{new(Clock), "24:00", "24:00"},
		{new(Clock), "24:01", "error"},
		{new(Clock), "9:00", "error"},
		{new(Weekdays), "Mo;su", "65"},
		{new(Weekdays), "Monday", "error"},
		{new(Instant), "2026-10-30T10:00:00+05:00", "2026-10-30 10:00:00 +0500 +0500"},
		{new(Instant), "2026-10-30T10:00:00", "error"},
	} {
		got := "error"
		if err := c.into.UnmarshalCSV(c.cell); err == nil {
			got = fmt.Sprint(reflect.ValueOf(c.into).Elem().Interface())
		}
		if got != c.want {
			t.Errorf("%T %q: got %s, want %s", c.into, c.cell, got, c.want)
		}
	}
}

func TestTextFallsBackToTheFirstLanguageThatHasIt(t *testing.T) {
	text := Text{"", "б", "c"}
	for i, want := range map[int]string{0: "б 1", 1: "б 1", 2: "c 2", 7: "б 1", -1: "б 1"} {
		s, language := text.In(i)
		if got := fmt.Sprint(s, " ", language); got != want {
			t.Errorf("In(%d) = %s, want %s", i, got, want)
		}
	}
	if s, language := (Text{"", ""}).In(0); s != "" || language != -1 {
		t.Errorf("an empty text gives %q, %d", s, language)
	}
}

func TestSpans(t *testing.T) {
	may := Span{20260501, 20260531}
	for _, c := range []struct {
		other Span
		meets bool
	}{
		{Span{20260531, 0}, true}, {Span{20260601, 0}, false}, {Span{0, 20260501}, true},
		{Span{0, 20260430}, false}, {Span{}, true}, {Span{20260510, 20260511}, true},
	} {
		if may.Meets(c.other) != c.meets || c.other.Meets(may) != c.meets {
			t.Errorf("May meets %v: want %v both ways", c.other, c.meets)
		}
	}
	if d := Date(20240228).AddDays(2); d != 20240301 {
		t.Errorf("two days after 28 February 2024 is %v", d)
	}
	if d := DateOf(time.Date(2026, 1, 1, 0, 30, 0, 0, time.FixedZone("", 5*3600))); d != 20260101 {
		t.Errorf("the day in its own zone is %v", d)
	}
}
