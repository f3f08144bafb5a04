package pages

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"elinde/generator/series"
)

// A release marks what it told otherwise than before, as its own files do.
func TestReleaseMarksRevisedFigures(t *testing.T) {
	files := maps.Clone(figures)
	files["observations.csv"] = regexp.MustCompile(`(?m)^.*,2026-Q[23],.*\n`).ReplaceAllString(figures["observations.csv"], "")
	files["releases.csv"] = strings.Replace(figures["releases.csv"], "2026-Q1;2026-Q2", "2026-Q1", 1)
	plan := planOf(t, files) // the second release tells the first quarter again: 12,200 for 12,100
	for address, want := range map[string]bool{"en/releases/2026-q1/": false, "en/releases/2026-q2/": true} {
		p := pageAt[releasePage](t, plan, address)
		country, mary := p.Tables[0].Rows[0].Cells[0], p.Tables[0].Rows[0].Cells[1]
		if slices.Contains(country.S, series.RevisedFigure) != want || slices.Contains(mary.S, series.RevisedFigure) {
			t.Errorf("%s shows %v, and of what stayed as it was %v", address, country, mary)
		}
		if explained := slices.ContainsFunc(p.Symbols, func(n symbolNote) bool { return n.S == series.RevisedFigure }); explained != want {
			t.Errorf("%s explains %v", address, p.Symbols)
		}
	}
}
