package disclosure

import (
	"slices"
	"strconv"

	"elinde/generator/finding"
	"elinde/generator/programme"
)

func count(n int) string { return strconv.Itoa(n) }

// block is what is withheld together: all observations of an indicator in a
// period, whatever their release, place or group.
type block struct {
	indicator programme.IndicatorID
	period    string
}

// withholdCounts withholds small counts and everything from which one could be
// worked out. Until complementary cells are chosen one by one, it takes the safe
// way: where a table holds a small count or a cell that its source withheld, only
// its grand total is published. The same goes for tables that would give the
// cell by arithmetic: the year of a quarter and the quarters of a year, rates of
// a withheld numerator or denominator, and the numerator of a withheld rate.
func withholdCounts(to *programme.Tables, x *programme.Index) []finding.Finding {
	// A total that is a secret itself spreads like any cell, but to totals.
	closed, totals := map[block]bool{}, map[block]bool{}
	for i := range to.Observations {
		o := &to.Observations[i]
		if !isSecret(o, x.Indicator[o.Indicator]) {
			continue
		}
		closed[block{o.Indicator, o.TimePeriod}] = true
		if isGrandTotal(o, x) {
			totals[block{o.Indicator, o.TimePeriod}] = true
		}
	}
	spread(closed, to, x)
	closeLoneParts(closed, totals, to, x)
	spread(totals, to, x)
	hideBaselines(totals, to)

	type cell struct {
		release programme.ReleaseID
		block
	}
	first := map[cell]*programme.Observation{}
	withheld := map[cell]int{}
	var order []cell
	to.Observations = slices.Clone(to.Observations)
	for i := range to.Observations {
		o := &to.Observations[i]
		t := block{o.Indicator, o.TimePeriod}
		if !closed[t] || isGrandTotal(o, x) && !totals[t] {
			continue
		}
		// A missing value says why it is missing; there is nothing to withhold.
		if !o.Value.Set() && !o.Status.Has("Q") && o.ConfStatus == "F" {
			continue
		}
		c := cell{o.ReleaseID, t}
		if first[c] == nil {
			first[c] = o
			order = append(order, c)
		}
		withheld[c]++
		o.Value, o.Status, o.ConfStatus, o.Comment = programme.Decimal{}, programme.List{"Q"}, "C", nil
	}
	found := make([]finding.Finding, 0, len(order))
	for _, c := range order {
		o := first[c]
		found = append(found, finding.Finding{Code: finding.TableWithheld, Severity: finding.Note, File: o.File, Line: o.Line, Value: string(c.indicator),
			Args: map[string]string{"count": count(withheld[c]), "period": c.period, "release": string(c.release)}})
	}
	return found
}

// isSecret reports whether the cell itself must be withheld: its source says so,
// or it counts fewer people than the indicator's threshold. A zero is as telling
// as a small count unless the indicator says otherwise.
func isSecret(o *programme.Observation, i *programme.Indicator) bool {
	if o.ConfStatus != "F" || o.Status.Has("Q") {
		return true
	}
	if i == nil || i.Kind != "count" || !o.Value.Set() || o.Value.F >= float64(i.Threshold.N) {
		return false
	}
	return o.Value.F != 0 || i.ZeroIsSafe != programme.Yes
}

// isGrandTotal reports whether the cell is the whole country's, all groups
// together.
func isGrandTotal(o *programme.Observation, x *programme.Index) bool {
	total := func(id programme.TermID) bool { return id == "_T" || id == "_Z" }
	for _, id := range o.Extra {
		if !total(id) {
			return false
		}
	}
	place := x.Place[o.RefArea]
	return place != nil && place.ParentID == "" && total(o.ServiceType) && total(o.Sex) && total(o.Age) && total(o.TargetGroup)
}
