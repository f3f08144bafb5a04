package dataset

import (
	"math"

	"elinde/generator/finding"
	"elinde/generator/programme"
)

// averages reports rates, ratios and averages of a whole that lie outside those of
// its parts, which however many stand behind each part cannot be. It looks where
// everybody belongs to one part: at places and at the sexes.
func averages(r *report) {
	numbers := numbering{}
	for _, d := range r.dimensions() {
		if d.name != "ref_area" && d.name != "sex" {
			continue
		}
		for _, g := range r.groups(numbers, d, func(n *programme.Indicator) bool {
			return n.Kind == "rate" || n.Kind == "ratio" || n.Kind == "average"
		}) {
			if g.total == nil || !g.total.Value.Set() || len(g.parts) < 2 || !r.complete(g.parts, d) {
				continue
			}
			least, most, told := g.parts[0], g.parts[0], true
			for _, o := range g.parts {
				told = told && o.Value.Set()
				if o.Value.F < least.Value.F {
					least = o
				}
				if o.Value.F > most.Value.F {
					most = o
				}
			}
			unit := 0.0 // each is rounded by half of it
			if n := r.index.Indicator[g.total.Indicator]; n.Decimals.Set {
				unit = math.Pow(10, -float64(n.Decimals.N))
			}
			if total := g.total.Value.F; told && (total < least.Value.F-unit || total > most.Value.F+unit) {
				r.add(finding.AverageOutside, finding.Warning, "observations", &g.total.Row, "obs_value", r.shown(g.total),
					"least", r.shown(least), "most", r.shown(most), "dimension", d.name,
					"key", g.total.Key(), "lines", linesOf(g.total, g.parts...))
			}
		}
	}
}
