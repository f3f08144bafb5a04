package series

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"elinde/generator/programme"
)

// row reads "release area sex period value status", a value "-" being blank.
func row(t *testing.T, line string) programme.Observation {
	t.Helper()
	f := strings.Fields(line)
	o := programme.Observation{
		ReleaseID: programme.ReleaseID(f[0]), Freq: "Q", RefArea: programme.PlaceID(f[1]), Indicator: "served",
		ServiceType: programme.Total, Sex: programme.TermID(f[2]), Age: programme.Total, TargetGroup: programme.NotApplicable, TimePeriod: f[3], ConfStatus: "F",
	}
	if f[4] != "-" {
		if err := o.Value.UnmarshalCSV(f[4]); err != nil {
			t.Fatal(err)
		}
	}
	if err := o.Status.UnmarshalCSV(f[5]); err != nil {
		t.Fatal(err)
	}
	return o
}

func tables(t *testing.T, lines ...string) map[programme.IndicatorID]*Table {
	t.Helper()
	at := func(day int) programme.Instant {
		return programme.Instant{Time: time.Date(2026, 1, day, 10, 0, 0, 0, time.UTC)}
	}
	rows := programme.Tables{
		Places: []programme.Place{{ID: "turkmenistan"}, {ID: "mary"}, {ID: "ahal"}},
		Releases: []programme.Release{ // not in the order of publishing; the clock counts, not the status
			{ID: "r2", PublishAt: at(2), Status: "planned"},
			{ID: "r1", PublishAt: at(1), Status: "published"},
			{ID: "r3", PublishAt: at(3), Status: "published"},
			{ID: "r4", PublishAt: at(4), Status: "published"},
		},
	}
	for _, l := range lines {
		rows.Observations = append(rows.Observations, row(t, l))
	}
	return of(programme.NewIndex(&rows), func(r *programme.Release) bool { return r.PublishAt.Before(at(4).Time) })
}

func show(f *Figure) string {
	s := fmt.Sprintf("%s %s %s %s=%s", f.ReleaseID, f.Key.Area, f.Key.Sex, f.Key.Period, f.Value.Text)
	for _, symbol := range f.Symbols {
		s += "[" + string(symbol) + "]"
	}
	return s
}

func TestNewestReleaseCounts(t *testing.T) {
	orders := [][]string{
		{"r1 mary _T 2025-Q1 10 P", "r2 mary _T 2025-Q1 11 A", "r3 mary _T 2025-Q1 12 A"},
		{"r3 mary _T 2025-Q1 12 A", "r1 mary _T 2025-Q1 10 P", "r2 mary _T 2025-Q1 11 A"},
		{"r2 mary _T 2025-Q1 11 A", "r3 mary _T 2025-Q1 12 A", "r1 mary _T 2025-Q1 10 P"},
	}
	for _, lines := range orders {
		f := tables(t, lines...)["served"].Figures
		if len(f) != 1 || show(f[0]) != "r3 mary _T 2025-Q1=12[r]" || f[0].Earlier.ReleaseID != "r2" {
			t.Errorf("%v: got %s, earlier %v", lines, show(f[0]), f[0].Earlier)
		}
	}
}

func TestReleaseThatIsNotOutIsNotRead(t *testing.T) {
	if got := tables(t, "r4 mary _T 2026-Q1 99 A"); len(got) != 0 {
		t.Errorf("figures of a release that is not out came out: %v", got)
	}
}

func TestFiguresFollowTheOrderOfPlacesThenMembersThenPeriods(t *testing.T) {
	var got []string
	for _, f := range tables(t, "r1 ahal _T 2025-Q1 1 A", "r1 mary M 2025-Q1 2 A", "r1 mary F 2025-Q2 3 A",
		"r1 mary F 2025-Q1 4 A", "r1 turkmenistan _T 2025-Q1 5 A")["served"].Figures {
		got = append(got, f.Value.Text)
	}
	if s := strings.Join(got, " "); s != "5 4 3 2 1" {
		t.Errorf("got order %s", s)
	}
}

func TestSymbolsSayWhy(t *testing.T) {
	for _, c := range []struct{ line, want string }{
		{"r1 mary _T 2025-Q1 0 A", ""},
		{"r1 mary _T 2025-Q1 - Q", "c"},
		{"r1 mary _T 2025-Q1 - M", "z"},
		{"r1 mary _T 2025-Q1 - O", "x"},
		{"r1 mary _T 2025-Q1 - L", "x"},
		{"r1 mary _T 2025-Q1 - A", "x"},
		{"r1 mary _T 2025-Q1 7 U;P;B", "p b u"},
		{"r1 mary _T 2025-Q1 7 E", "e"},
		{"r1 mary _T 2025-Q1 7 Q", ""},
	} {
		f := tables(t, c.line)["served"].Figures[0]
		var got []string
		for _, s := range f.Symbols {
			got = append(got, string(s))
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: got %v, want %s", c.line, got, c.want)
		}
	}
	o := row(t, "r1 mary _T 2025-Q1 - O")
	o.ConfStatus = "C"
	if got := symbolsOf(&o, false); len(got) != 1 || got[0] != Withheld {
		t.Errorf("a confidential cell without value shows %v", got)
	}
}

func TestCompletedCellIsNotRevised(t *testing.T) {
	f := tables(t, "r1 mary _T 2025-Q1 - O", "r2 mary _T 2025-Q1 5 A")["served"].Figures[0]
	if len(f.Symbols) != 0 {
		t.Errorf("got %v", f.Symbols)
	}
}

func TestSplitFindsTheOneMember(t *testing.T) {
	k := KeyOf(&programme.Observation{Sex: programme.Total, Age: programme.Total, TargetGroup: programme.NotApplicable, ServiceType: programme.Total, Extra: []programme.TermID{"urban"}})
	if n, d := k.Split([]string{"ground"}); n != 1 || d != "ground" || k.Member("ground", []string{"ground"}) != "urban" {
		t.Errorf("got %d %s", n, d)
	}
}

// A code may hold the signs of "not applicable" within.
func TestTheWholeOfADeclaredDimension(t *testing.T) {
	for extra, want := range map[string]string{"": "", "_Z": "_T", "urban._Z": "urban._T", "size_Z1": "size_Z1"} {
		if got := (Key{Extra: extra}).whole().Extra; got != want {
			t.Errorf("%q: got %q, want %q", extra, got, want)
		}
	}
}
