package pages

import (
	"fmt"
	"maps"
	"strings"
	"testing"

	"elinde/generator/programme"
)

// TestProgress: whole per cent, rounded down.
func TestProgress(t *testing.T) {
	w := &planner{words: &words{messages: map[string]map[string]string{
		"progress_share": {"other": "{{ .share }}"}, "progress_reached": {"other": "reached"}, "progress_back": {"other": "back"}}}}
	for _, c := range []struct{ baseline, target, value, want string }{
		{"10", "20", "12.9", "29 29"},
		{"100", "30", "79.7", "29 29"}, // down is the way
		{"10", "20", "19.99", "99 99"},
		{"10", "20", "20", "100 reached"},
		{"10", "20", "31", "100 reached"},
		{"10", "20", "9.9", "0 back"},
		{"10", "10", "9", ""},
		{"", "10", "9", ""},
		{"10", "20", "", ""},
	} {
		n := &programme.Indicator{Baseline: goalNumber(t, c.baseline), Target: goalNumber(t, c.target)}
		got := ""
		if p := w.way(n, goalNumber(t, c.value)); p != nil {
			got = fmt.Sprint(p.Share, " ", flat(p.Said))
		}
		if got != c.want {
			t.Errorf("from %s to %s at %s: got %q, want %q", c.baseline, c.target, c.value, got, c.want)
		}
	}
	for target, want := range map[string]string{"1.3": "https://sdgs.un.org/goals/goal1#targets_and_indicators", "18.1": "", "": "", "many": ""} {
		if got := goalAddress(target); got != want {
			t.Errorf("%s leads to %q", target, got)
		}
	}
}

func goalNumber(t *testing.T, s string) (d programme.Decimal) {
	t.Helper()
	if err := d.UnmarshalCSV(s); err != nil {
		t.Fatal(err)
	}
	return d
}

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
