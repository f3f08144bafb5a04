package dataset

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"elinde/generator/finding"
	"elinde/generator/programme"
)

// group is a total with its parts over one dimension.
type group struct {
	total *programme.Observation
	parts []*programme.Observation
}

// totals compares totals with the sums of their parts, over the dimensions that
// the indicator calls additive.
func totals(r *report) {
	numbers := numbering{}
	differ := map[*programme.Observation][]string{} // a total and its other sums, each once
	lines := map[*programme.Observation][]string{}  // and where the parts of each stand
	first := map[*programme.Observation]*sum{}      // the first of them
	var totals []*programme.Observation
	for _, dimension := range r.dimensions() {
		for _, g := range r.groups(numbers, dimension, func(n *programme.Indicator) bool { return n.AdditiveOver.Has(dimension.name) }) {
			if other := r.compare(g, dimension); other != "" {
				if differ[g.total] == nil {
					totals = append(totals, g.total)
					first[g.total] = &sum{r.outermost(g.parts, dimension), dimension}
				}
				differ[g.total] = append(differ[g.total], other+" ("+dimension.name+")")
				if at := linesOf(g.total, r.outermost(g.parts, dimension)...); at != "" {
					lines[g.total] = append(lines[g.total], at)
				}
			}
		}
	}
	old, moved := r.oldComments(totals), r.moved(first)
	for _, o := range totals {
		r.add(finding.TotalDiffers, r.weightOf(o, old[o]), "observations", &o.Row, "obs_value", r.shown(o), "sums", strings.Join(differ[o], ", "),
			"key", o.Key(), "lines", strings.Join(lines[o], "; "), "moved", moved[o])
	}
}

// linesOf lists where the first observations stand in the file of another one, ""
// where one stands elsewhere.
func linesOf(o *programme.Observation, others ...*programme.Observation) string {
	var list []string
	for i, other := range others {
		if other.File != o.File {
			return ""
		}
		if i == 12 {
			list = append(list, "…")
			break
		}
		list = append(list, strconv.Itoa(other.Line))
	}
	return strings.Join(list, ", ")
}

// groups gives the totals of some indicators with their parts over one dimension,
// in the order of the rows.
func (r *report) groups(numbers numbering, d dimension, some func(*programme.Indicator) bool) []*group {
	groups := map[cellKey]*group{}
	var order []*group
	of := func(o *programme.Observation, above string) *group {
		k := numbers.key(o, d, above)
		g := groups[k]
		if g == nil {
			g = &group{}
			groups[k] = g
			order = append(order, g)
		}
		return g
	}
	for i := range r.tables.Observations {
		o := &r.tables.Observations[i]
		if ind := r.index.Indicator[o.Indicator]; ind == nil || !some(ind) {
			continue
		}
		value := *d.cell(o)
		if value == programme.NotApplicable {
			continue
		}
		if d.name == "ref_area" || value == programme.Total {
			of(o, value).total = o
		}
		if value != programme.Total {
			g := of(o, r.above(d, value))
			// A row that stands twice has a finding of its own, and counts once.
			if !slices.ContainsFunc(g.parts, func(p *programme.Observation) bool { return *d.cell(p) == value }) {
				g.parts = append(g.parts, o)
			}
		}
	}
	return order
}

// oldComments finds the totals whose comment is that of an earlier period, word for
// word: it was copied and explains nothing.
func (r *report) oldComments(totals []*programme.Observation) map[*programme.Observation]bool {
	stem := func(o *programme.Observation) string { return strings.TrimSuffix(o.Key(), o.TimePeriod) }
	of := map[string][]*programme.Observation{}
	for _, o := range totals {
		if !o.Comment.Empty() {
			of[stem(o)] = append(of[stem(o)], o)
		}
	}
	old := map[*programme.Observation]bool{}
	for i := range r.tables.Observations {
		before := &r.tables.Observations[i]
		if len(of) == 0 || before.Comment.Empty() {
			continue
		}
		for _, o := range of[stem(before)] {
			old[o] = old[o] || before.TimePeriod < o.TimePeriod && slices.Equal(before.Comment, o.Comment)
		}
	}
	return old
}

// weightOf says how heavy a total that differs weighs. Before a release is published
// it stops it, unless the comment of the row says why, in words of its own; what was
// published stays as it was.
func (r *report) weightOf(o *programme.Observation, old bool) finding.Severity {
	if rel := r.index.Release[o.ReleaseID]; rel != nil && rel.Status == "planned" && (o.Comment.Empty() || old) {
		return finding.Error
	}
	return finding.Warning
}

// dimension is a column of observations that values may be summed over.
type dimension struct {
	name, scheme string
	cell         func(*programme.Observation) *string
}

func (c *check) dimensions() []dimension {
	list := []dimension{
		{"ref_area", "", func(o *programme.Observation) *string { return (*string)(&o.RefArea) }},
		{"service_type", "service_type", func(o *programme.Observation) *string { return (*string)(&o.ServiceType) }},
		{"sex", "", func(o *programme.Observation) *string { return (*string)(&o.Sex) }},
		{"age", "age", func(o *programme.Observation) *string { return (*string)(&o.Age) }},
		{"target_group", "target_group", func(o *programme.Observation) *string { return (*string)(&o.TargetGroup) }},
	}
	for i, d := range c.settings.Dimensions {
		list = append(list, dimension{d.ID, d.Scheme, func(o *programme.Observation) *string {
			if i >= len(o.Extra) {
				return new(string)
			}
			return (*string)(&o.Extra[i])
		}})
	}
	return list
}

// above names the total that a part belongs to: the place around it, the total
// of the dimension, or nothing for a narrower term, which is in its broader one.
func (c *check) above(d dimension, value string) string {
	if d.name == "ref_area" {
		if p := c.index.Place[programme.PlaceID(value)]; p != nil {
			return string(p.ParentID)
		}
		return ""
	}
	return programme.Total
}

// compare gives the sum of the parts of a total where it differs, "" where it
// does not. Where parts are missing the sum can only be smaller.
func (r *report) compare(g *group, d dimension) string {
	if g.total == nil || !g.total.Value.Set() || len(g.parts) < 2 {
		return ""
	}
	parts := r.outermost(g.parts, d)
	sum, known := 0.0, 0
	for _, o := range parts {
		switch {
		case o.Value.Set():
			sum += o.Value.F
			known++
		case o.Status.Has("M"): // what cannot exist adds nothing
			known++
		}
	}
	decimals := 0
	if ind := r.index.Indicator[g.total.Indicator]; ind.Decimals.Set {
		decimals = ind.Decimals.N
	}
	slack := 1e-9 * math.Abs(sum)
	if ind := r.index.Indicator[g.total.Indicator]; ind.Kind != "count" {
		slack += 0.5 * math.Pow(10, -float64(decimals)) * float64(known+1)
	}
	over := sum > g.total.Value.F+slack
	under := sum < g.total.Value.F-slack && known == len(parts) && r.complete(parts, d)
	if !over && !under {
		return ""
	}
	for _, o := range parts {
		if r.hides(o) {
			return hidden
		}
	}
	return strconv.FormatFloat(sum, 'f', decimals, 64)
}

// outermost leaves out parts whose broader term is a part too.
func (c *check) outermost(parts []*programme.Observation, d dimension) []*programme.Observation {
	terms := c.index.Term[d.scheme]
	if terms == nil {
		return parts
	}
	there := map[programme.TermID]bool{}
	for _, o := range parts {
		there[programme.TermID(*d.cell(o))] = true
	}
	return slices.DeleteFunc(slices.Clone(parts), func(o *programme.Observation) bool {
		t := terms[programme.TermID(*d.cell(o))]
		for n := 0; t != nil && n < 8; n++ {
			if there[t.ParentID] {
				return true
			}
			t = terms[t.ParentID]
		}
		return false
	})
}

// complete reports whether nothing is missing beside the parts: both sexes, all
// places in force, all terms without a broader one.
func (c *check) complete(parts []*programme.Observation, d dimension) bool {
	there := map[string]bool{}
	for _, o := range parts {
		there[*d.cell(o)] = true
	}
	switch {
	case d.name == "sex":
		return there["F"] && there["M"]
	case d.name == "ref_area":
		period, _ := programme.ParsePeriod(parts[0].TimePeriod)
		place := c.index.Place[parts[0].RefArea]
		if place == nil {
			return false
		}
		for _, p := range c.index.Children[place.ParentID] {
			if !there[string(p.ID)] && c.index.InForce(p.ID, period.Span()) {
				return false
			}
		}
		return true
	}
	for id, t := range c.index.Term[d.scheme] {
		if t.ParentID == "" && !strings.HasPrefix(string(id), "_") && !there[string(id)] {
			return false
		}
	}
	return c.index.Term[d.scheme] != nil
}
