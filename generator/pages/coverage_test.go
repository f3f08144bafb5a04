package pages

import "testing"

// Coverage counts what can be used today, for all around that it is for.
func TestCoverageCountsWhatCanBeUsed(t *testing.T) {
	v := planned(t, tinyPlan(t))["en/coverage/"].Params.(coveragePage)
	rows := map[string]coverageRow{}
	for _, r := range v.Regions {
		for _, row := range r.Rows {
			rows[row.Name.T] = row
		}
	}
	// Older persons: day care for all of Mary, help for Yoloten alone, a sensitive
	// service of the region; the closed one does not count.
	if got := rows["Yoloten District"].N[0]; got != 3 {
		t.Errorf("Yoloten has %d services for older persons, want 3", got)
	}
	if _, gone := rows["Former District"]; gone {
		t.Error("an abolished district is counted")
	}
	if len(v.Gaps) != 1 || v.Gaps[0].None != nil {
		t.Errorf("gaps are %+v", v.Gaps)
	}
	if want := "Counted: 2 districts. In force on 16 November 2026."; v.Counted != want {
		t.Errorf("says %q, want %q", v.Counted, want)
	}
}
