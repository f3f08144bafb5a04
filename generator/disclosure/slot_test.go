package disclosure

import (
	"testing"

	"elinde/generator/programme"
)

// TestSlotsOfDeclaredDimensions: rows may lack some of the declared dimensions.
func TestSlotsOfDeclaredDimensions(t *testing.T) {
	o := programme.Observation{Indicator: "i", RefArea: "mary", ServiceType: "_Z", Sex: "F", Age: "_T", TargetGroup: "_Z", TimePeriod: "2026-Q1"}
	for _, c := range []struct {
		extra  []programme.TermID
		key    string
		splits int
		member string // of the second declared dimension
	}{
		{nil, "Q.mary.i._T.F._T._T.2026-Q1", 1, "_T"},
		{[]programme.TermID{"_Z", "urban"}, "Q.mary.i._T.F._T._T._T.urban.2026-Q1", 2, "urban"},
		{[]programme.TermID{"ground", "_T"}, "Q.mary.i._T.F._T._T.ground._T.2026-Q1", 2, "_T"},
	} {
		o.Extra = c.extra
		s := slotOf(&o)
		member, line := s.along(byExtra + 1)
		if s.String() != c.key || s.splits() != c.splits || member != c.member {
			t.Errorf("%v: %s, %d splits, member %q", c.extra, s, s.splits(), member)
		}
		if again, _ := line.along(byExtra + 1); len(c.extra) > 1 && (again != "" || line.with(byExtra+1, programme.TermID(member)) != s) {
			t.Errorf("%v: the line is %+v", c.extra, line)
		}
	}
}
