package disclosure

import (
	"elinde/generator/disclosure/suppression"
	"elinde/generator/programme"
)

// Method names how figures are protected, and its version: the number rises with
// every change that may withhold other figures of the same data.
const (
	Method        = "exact interval audit, complementary suppression"
	MethodVersion = 5
)

// Certificate says of a release what anybody may know of its protection: sums
// over all its tables, nothing of a single figure.
type Certificate struct {
	Release  programme.ReleaseID `json:"release"`
	Tables   int                 `json:"tables"`   // an indicator in a period
	Figures  int                 `json:"figures"`  // published and withheld
	Withheld int                 `json:"withheld"` // for whatever reason
	// Narrowest is the width of the narrowest interval in which a protected count
	// lies, as far as everything published tells; absent where there is none.
	Narrowest *int64 `json:"narrowest_interval,omitempty"`
	// Exact says that all intervals are exact; else some may be wider than said.
	Exact bool `json:"exact"`
}

// Certificates gives the certificates of the releases that are out, in the order
// of publishing.
func (p *Protected) Certificates() []Certificate { return p.certificates }

func (l *ledger) certify(blank []bool, intervals map[int]suppression.Interval) []Certificate {
	type table struct {
		indicator programme.IndicatorID
		period    string
	}
	var list []Certificate
	for _, rows := range l.releases() {
		c := Certificate{Release: l.rows[rows[0]].ReleaseID, Exact: true}
		tables := map[table]bool{}
		for _, row := range rows {
			o := &l.rows[row]
			tables[table{o.Indicator, o.TimePeriod}] = true
			if isMissing(o) {
				continue
			}
			c.Figures++
			if blank[row] {
				c.Withheld++
			}
			in, ok := intervals[l.cellOf[row]]
			if !ok || l.modes[o.Indicator].averaged {
				continue
			}
			c.Exact = c.Exact && in.Exact
			if width := in.High - in.Low; in.High != suppression.Infinity && (c.Narrowest == nil || width < *c.Narrowest) {
				c.Narrowest = &width
			}
		}
		c.Tables = len(tables)
		list = append(list, c)
	}
	return list
}
