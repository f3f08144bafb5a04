package pages

import (
	"fmt"
	"maps"
	"strings"
	"testing"

	"elinde/generator/programme"
)

// The page of a place tells the figure before and how it moved; nothing of how it
// moved where a figure is withheld or a break lies between.
func TestPlaceTellsWhatWasBefore(t *testing.T) {
	for _, c := range []struct{ now, value, said string }{
		{"750,P", "700", "now more"},
		{"650,P", "700", "now less"},
		{"700,P", "700", "no change"},
		{"750,B", "700", ""},
		{"3,P", "700", ""},
	} {
		files := maps.Clone(figures)
		value, _, _ := strings.Cut(c.now, ",")
		var n int
		_, _ = fmt.Sscan(value, &n)
		files["observations.csv"] = strings.NewReplacer("mary,served,_T,_T,_T,_T,2026-Q2,3,P", "mary,served,_T,_T,_T,_T,2026-Q2,"+c.now,
			"2026-Q2,12997,", fmt.Sprintf("2026-Q2,%d,", 13000-n)).Replace(files["observations.csv"])
		v := planned(t, planOf(t, files))["en/compare/mary/"].Params.(placeFigures)
		list := v.Themes[0].List[0].Earlier
		if len(list) != 1 || list[0].Name != "A quarter earlier" || list[0].Cell.V != c.value || list[0].Said != c.said {
			t.Errorf("of %s it says %+v", c.now, list)
		}
	}
}

// A theme is cut only where it has no room on a page of its own.
func TestPlaceIsSlicedByThemes(t *testing.T) {
	pages := planned(t, planOf(t, figures))
	if v := pages["en/compare/mary/"].Params.(placeFigures); v.Pager != nil || v.All != nil {
		t.Errorf("one indicator is sliced: %+v", v)
	}
	files := maps.Clone(figures)
	for i, n := range []int{mostOfPlace - 1, 2, mostOfPlace + 3} {
		theme := fmt.Sprintf("t%d", i)
		files["terms.csv"] += fmt.Sprintf("theme,%s,%[1]s,%[1]s,%d\n", theme, i+2)
		for j := range n {
			id := fmt.Sprintf("%s-%02d", theme, j)
			files["indicators.csv"] += id + "," + theme + ",count," + id + "," + id + ",Sany.,Number.,person,0,5,yes,Q,,,Hasabat,Reports,\n"
			files["observations.csv"] += "2026-Q2,Q,turkmenistan," + id + ",_T,_T,_T,_T,2026-Q2,900,A,F,,\n2026-Q2,Q,mary," + id + ",_T,_T,_T,_T,2026-Q2,900,A,F,,\n"
		}
	}
	pages = planned(t, planOf(t, files))
	var got []string
	for n := range 4 {
		var on []string
		for _, theme := range pages[slicePath("en/compare/mary/", n+1)].Params.(placeFigures).Themes {
			on = append(on, fmt.Sprintf("%s %d", strings.TrimPrefix(theme.ID, themeAnchor(programme.TermID(""))), len(theme.List)))
		}
		got = append(got, strings.Join(on, ", "))
	}
	if want := fmt.Sprintf("coverage 1, t0 %d; t1 2; t2 %d; t2 3", mostOfPlace-1, mostOfPlace); strings.Join(got, "; ") != want {
		t.Errorf("pages hold %q, want %q", strings.Join(got, "; "), want)
	}
}
