package hsds

import (
	"testing"

	"elinde/generator/config"
	"elinde/generator/programme"
)

// Whether all or one is needed, and what excludes, stands in the text itself.
func TestConditionsSayHowTheyJoin(t *testing.T) {
	rule := func(group, effect, met string) programme.EligibilityRule {
		return programme.EligibilityRule{ServiceID: "s", Group: group, Effect: effect, Met: programme.Text{met}}
	}
	for _, c := range []struct {
		name  string
		rules []programme.EligibilityRule
		want  string
	}{
		{"all, and none", []programme.EligibilityRule{rule("1", "require", "A."), rule("1", "require", "B."), rule("", "exclude", "C.")},
			"tk eligibility_all:\n- A.\n- B.\ntk eligibility_none:\n- C."},
		{"one, or some together", []programme.EligibilityRule{rule("1", "require", "A."), rule("2", "require", "B."), rule("2", "require", "C."), rule("", "review", "D.")},
			"tk eligibility_some:\n- A.\n- tk eligibility_together\n  - B.\n  - C.\ntk eligibility_look:\n- D."},
		{"what it rests on", []programme.EligibilityRule{
			{ServiceID: "s", Group: "1", Effect: "require", Met: programme.Text{"A."}, LegalRef: "434-VI"},
			{ServiceID: "s", Group: "1", Effect: "require", Met: programme.Text{"B."}, LegalRef: "434-VI", Row: programme.Row{Origin: programme.Illustration}}},
			"tk eligibility_all:\n- A. (tk eligibility_law 434-VI)\n- B. (tk eligibility_law 434-VI, tk eligibility_example)"},
		{"none", nil, ""},
	} {
		p := export(programme.NewIndex(&programme.Tables{Rules: c.rules, Services: []programme.Service{{ID: "s", Name: programme.Text{"S"}, Status: "active"}}}), 20261116,
			config.Settings{BaseURL: "https://x.example/", UTCOffset: "+05:00", Languages: []config.Language{{Code: "tk"}}}, said, addresses)
		if got := p.Rows["service"][0]["eligibility_description_tk"]; got != c.want {
			t.Errorf("%s: %q", c.name, got)
		}
	}
}
