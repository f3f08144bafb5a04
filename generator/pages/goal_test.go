package pages

import (
	"maps"
	"strings"
	"testing"
)

// Progress is told only where nothing between the baseline and today broke the series.
func TestProgressStopsAtABreak(t *testing.T) {
	for _, c := range []struct {
		baseline, period, broken, want string
	}{
		{"9000", "2025-Q4", "", "36"}, // 13,000 on the way from 9,000 to 20,000
		{"9000", "", "", "36"},
		{"9000", "2025-Q4", "2026-Q1,12200,A", ""},
		{"9000", "2026-Q1", "2026-Q1,12200,A", "36"},
		{"9000", "", "2025-Q4,12000,A", ""},
		{"", "", "", ""},
	} {
		files := maps.Clone(figures)
		files["indicators.csv"] = strings.Replace(strings.Replace(strings.Replace(files["indicators.csv"],
			"target,target_period", "baseline,baseline_period,target,target_period", 1),
			"Q,20000", "Q,"+c.baseline+","+c.period+",20000", 1), "Q,,,Hasabat", "Q,,,,,Hasabat", 1)
		if c.broken != "" {
			files["observations.csv"] = strings.ReplaceAll(files["observations.csv"], c.broken, strings.TrimSuffix(c.broken, "A")+"B")
		}
		p := pageAt[indicatorPage](t, planOf(t, files), "en/statistics/served/")
		got := ""
		if p.Progress != nil {
			got = string(indented(t, p.Progress.Share))
		}
		if strings.TrimSpace(got) != c.want {
			t.Errorf("%+v: %q", c, got)
		}
	}
}
