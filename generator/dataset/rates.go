package dataset

import (
	"math"
	"strconv"
	"strings"

	"elinde/generator/finding"
	"elinde/generator/programme"
)

// rates reports rates, ratios and averages that are not their numerator divided
// by their denominator, where a release tells all three for the same cell.
func rates(r *report) {
	parts := map[programme.IndicatorID]bool{}
	for i := range r.tables.Indicators {
		if n := &r.tables.Indicators[i]; n.NumeratorID != "" && n.DenominatorID != "" {
			parts[n.NumeratorID], parts[n.DenominatorID] = true, true
		}
	}
	if len(parts) == 0 {
		return
	}
	numbers := numbering{}
	key := func(o *programme.Observation, indicator programme.IndicatorID) cellKey {
		c := *o
		c.Indicator = indicator
		for _, id := range []*programme.TermID{&c.ServiceType, &c.Sex, &c.Age, &c.TargetGroup} {
			if *id == programme.NotApplicable { // exports do not agree whether it applies
				*id = programme.Total
			}
		}
		return numbers.cell(&c)
	}
	at := map[cellKey]*programme.Observation{}
	for i := range r.tables.Observations {
		if o := &r.tables.Observations[i]; parts[o.Indicator] && o.Value.Set() {
			at[key(o, o.Indicator)] = o
		}
	}
	for i := range r.tables.Observations {
		o := &r.tables.Observations[i]
		n := r.index.Indicator[o.Indicator]
		if n == nil || n.NumeratorID == "" || n.DenominatorID == "" || !o.Value.Set() {
			continue
		}
		above, below := at[key(o, n.NumeratorID)], at[key(o, n.DenominatorID)]
		if above == nil || below == nil || below.Value.F == 0 {
			continue
		}
		want := above.Value.F / below.Value.F
		if n.Multiplier.Set() {
			want *= n.Multiplier.F
		}
		// One unit of the last digit told: half for its rounding, half for the other's.
		_, digits, _ := strings.Cut(o.Value.Text, ".")
		if unit := math.Pow(10, -float64(len(digits))); math.Abs(want-o.Value.F) > unit {
			told, computed := o.Value.Text, strconv.FormatFloat(want, 'f', len(digits), 64)
			if r.hides(o) || r.hides(above) || r.hides(below) { // two of them tell the third
				told, computed = hidden, hidden
			}
			r.add(finding.RateDiffers, finding.Warning, "observations", &o.Row, "obs_value", told,
				"computed", computed, "numerator", r.shown(above), "denominator", r.shown(below),
				"key", o.Key(), "lines", linesOf(o, above, below))
		}
	}
}
