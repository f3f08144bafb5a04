package series

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"elinde/generator/programme"
)

// reformed is a welaýat whose etrap South was merged into North in November 2022
// and created again in September 2025; East, of another welaýat, became a city in
// 2024; Old has been called New since 2023.
func reformed(t *testing.T, lines ...string) *Table {
	t.Helper()
	rows := programme.Tables{
		Places: []programme.Place{{ID: "country"}, {ID: "welayat", ParentID: "country"}, {ID: "other", ParentID: "country"}, {ID: "east", ParentID: "country"},
			{ID: "north", ParentID: "welayat"}, {ID: "south", ParentID: "welayat"}, {ID: "old", ParentID: "other"}, {ID: "new", ParentID: "other"}},
		PlaceValidity: []programme.PlaceValidity{
			{PlaceID: "south", ValidTo: 20221109}, {PlaceID: "south", ValidFrom: 20250920},
			{PlaceID: "east", ValidFrom: 20240101}, {PlaceID: "old", ValidTo: 20221231}, {PlaceID: "new", ValidFrom: 20230101}},
		PlaceChanges: []programme.PlaceChange{
			{Date: 20250920, Kind: "created", FromID: "north", ToID: "south"}, // not in the order of days
			{Date: 20221109, Kind: "merged", FromID: "south", ToID: "north"},
			{Date: 20240101, Kind: "created", FromID: "other", ToID: "east"},
			{Date: 20230101, Kind: "renamed", FromID: "old", ToID: "new"},
			{Date: 20221109, Kind: "abolished", FromID: "south", ToID: "welayat"}},
		Releases: []programme.Release{{ID: "r1"}},
	}
	for _, l := range lines {
		rows.Observations = append(rows.Observations, row(t, l))
	}
	return of(programme.NewIndex(&rows), func(*programme.Release) bool { return true })["served"]
}

func line(l Line) string {
	var parts []string
	link := func(list []Reform) string {
		var s []string
		for _, r := range list {
			s = append(s, fmt.Sprint(r.Effect, " ", r.Date, " ", r.Other))
		}
		return strings.Join(s, ", ")
	}
	for _, f := range l.Figures {
		s := f.TimePeriod
		for _, r := range f.Reforms {
			s += fmt.Sprintf(" (%s %s)", r.Effect, r.Other)
		}
		if f.Has(Break) {
			s += " [b]"
		}
		parts = append(parts, s)
	}
	return link(l.Before) + " < " + strings.Join(parts, "; ") + " > " + link(l.After)
}

func TestReformBreaksALineAndLinksIt(t *testing.T) {
	var lines []string
	for _, period := range []string{"2022-Q3", "2022-Q4", "2023-Q1", "2024-Q1", "2025-Q3", "2025-Q4"} {
		for _, place := range []string{"country", "welayat", "other", "north"} {
			lines = append(lines, "r1 "+place+" _T "+period+" 10 A")
		}
	}
	lines = append(lines, "r1 south _T 2022-Q3 4 A", "r1 south _T 2022-Q4 4 A", "r1 south _T 2025-Q3 4 A", "r1 south _T 2025-Q4 - L",
		"r1 east _T 2024-Q1 4 P", "r1 old _T 2022-Q4 5 A", "r1 new _T 2023-Q1 5 A")
	table := reformed(t, lines...)
	for place, want := range map[string]string{
		"country": " < 2022-Q3; 2022-Q4; 2023-Q1; 2024-Q1; 2025-Q3; 2025-Q4 > ",
		"welayat": " < 2022-Q3; 2022-Q4; 2023-Q1; 2024-Q1; 2025-Q3; 2025-Q4 > ",
		"other":   " < 2022-Q3; 2022-Q4; 2023-Q1; 2024-Q1 (shrank east) [b]; 2025-Q3; 2025-Q4 > ",
		"north":   " < 2022-Q3; 2022-Q4 (grew south) [b]; 2023-Q1; 2024-Q1; 2025-Q3 (shrank south) [b]; 2025-Q4 > ",
		"south":   " < 2022-Q3; 2022-Q4 (ended north) (ended welayat) [b]; 2025-Q3 (began north) [b]; 2025-Q4 > ",
		"east":    "began 2024-01-01 other < 2024-Q1 > ",
		"old":     " < 2022-Q4 > renamed 2023-01-01 new",
		"new":     "renamed 2023-01-01 old < 2023-Q1 > ",
	} {
		k := Key{Freq: "Q", Area: programme.PlaceID(place), ServiceType: programme.Total, Sex: programme.Total, Age: programme.Total, TargetGroup: programme.NotApplicable}
		if got := line(table.Line(k)); got != want {
			t.Errorf("%s: got %q, want %q", place, got, want)
		}
	}
}

func TestSymbolOfABreakKeepsItsPlace(t *testing.T) {
	if got := withBreak([]Symbol{Provisional, RevisedFigure}); !slices.Equal(got, []Symbol{Provisional, Break, RevisedFigure}) {
		t.Errorf("got %v", got)
	}
}
