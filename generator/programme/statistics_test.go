package programme

import "testing"

func TestKeyNamesAFigure(t *testing.T) {
	o := Observation{Freq: "Q", RefArea: "mary", Indicator: "users", ServiceType: "_T", Sex: "F", Age: "_T", TargetGroup: "_Z", TimePeriod: "2026-Q1"}
	if got := o.Key(); got != "Q.mary.users._T.F._T._Z.2026-Q1" {
		t.Errorf("got %s", got)
	}
	if o.Extra = []TermID{"urban", "_T"}; o.Key() != "Q.mary.users._T.F._T._Z.urban._T.2026-Q1" {
		t.Errorf("with further dimensions: got %s", o.Key())
	}
}
