package disclosure

import (
	"slices"

	"elinde/generator/config"
	"elinde/generator/disclosure/suppression"
	"elinde/generator/finding"
	"elinde/generator/programme"
	"elinde/generator/record"
)

// withholdCounts withholds small counts, what their sources withhold, and cell by
// cell as few others as keep those from being worked out; rates fall with their
// numerators and denominators. At the end every protected cell is attacked with
// all that is published. Findings that stop the build name cells that cannot be
// protected.
func withholdCounts(to *programme.Tables, x *programme.Index, s config.Settings, p *Protected, published map[programme.ReleaseID]record.Release) []finding.Finding {
	l := newLedger(to, x, s)
	blank, exposed := l.replay(to.Indicators)
	if bound := l.overruled(published, blank); bound != nil {
		l = newLedger(to, x, s)
		l.bound = bound
		blank, exposed = l.replay(to.Indicators)
	}
	intervals := map[int]suppression.Interval{}
	for _, i := range l.tables.Audit() {
		intervals[i.Cell] = i
		if !i.Safe {
			exposed = append(exposed, i.Cell)
		}
	}
	slices.Sort(exposed)
	var found []finding.Finding
	for _, c := range slices.Compact(exposed) {
		found = append(found, l.exposure(c))
	}
	found = append(found, l.concessions(intervals)...)
	found = append(found, l.undeclaredWeights(to.Indicators)...)
	if s.WithholdingKey == "" && l.hasCover() {
		f := finding.Finding{Code: finding.WithholdingKeyMissing, Severity: finding.Warning, Args: map[string]string{"where": s.WithholdingKeyFile}}
		if len(published) > 0 && !s.Illustration {
			f.Severity = finding.Error // the blocks that are out were made with one
		}
		found = append(found, f)
	}
	p.audited = decided{l.rows, blank}
	p.withheld, p.certificates = l.report(blank, intervals), l.certify(blank, intervals)

	type table struct {
		release   programme.ReleaseID
		indicator programme.IndicatorID
		period    string
	}
	first := map[table]*programme.Observation{}
	withheld := map[table]int{}
	var order []table
	to.Observations = slices.Clone(to.Observations)
	for i := range to.Observations {
		if !blank[i] {
			continue
		}
		o := &to.Observations[i]
		t := table{o.ReleaseID, o.Indicator, o.TimePeriod}
		if first[t] == nil {
			first[t] = o
			order = append(order, t)
		}
		withheld[t]++
		o.Value, o.Status, o.ConfStatus, o.Comment = programme.Decimal{}, programme.List{"Q"}, "C", nil
	}
	for _, t := range order {
		o := first[t]
		found = append(found, finding.Finding{Code: finding.TableWithheld, Severity: finding.Note, File: o.File, Line: o.Line, Value: string(t.indicator),
			Args: map[string]string{"count": count(withheld[t]), "period": t.period, "release": string(t.release)}})
	}
	l.hideBaselines(to, blank)
	return found
}

// hasCover reports whether a cell is withheld for another's sake.
func (l *ledger) hasCover() bool {
	for c := range l.tables.Len() {
		if l.tables.Because(c) >= 0 {
			return true
		}
	}
	return false
}

// concessions say which releases that are out tell more of their withheld figures
// than thresholds ask now. The intervals of those that nothing protects any more
// are added.
func (l *ledger) concessions(intervals map[int]suppression.Interval) []finding.Finding {
	of := map[programme.ReleaseID]int{}
	var found []finding.Finding
	for _, i := range l.conceded {
		if _, audited := intervals[i.Cell]; !audited {
			intervals[i.Cell] = i
		}
		release := l.origins[i.Cell].release
		if of[release]++; of[release] == 1 {
			f := l.exposure(i.Cell)
			f.Code, f.Severity = finding.RecordExposes, finding.Warning
			found = append(found, f)
		}
	}
	for i := range found {
		found[i].Args["count"] = count(of[programme.ReleaseID(found[i].Args["release"])])
	}
	return found
}

// exposure says that a cell cannot be protected.
func (l *ledger) exposure(c int) finding.Finding {
	o := l.origins[c]
	f := finding.Finding{Code: finding.CellExposed, Severity: finding.Error, Value: l.slots[o.slot].String(), Args: map[string]string{"release": string(o.release)}}
	if o.row >= 0 {
		f.File, f.Line = l.rows[o.row].File, l.rows[o.row].Line
	}
	return f
}

// hideBaselines blanks the baseline of an indicator whose total of that period is
// withheld: it is the same figure.
func (l *ledger) hideBaselines(to *programme.Tables, blank []bool) {
	hidden := map[slot]bool{}
	for i := range to.Observations {
		if blank[i] {
			hidden[slotOf(&to.Observations[i])] = true
		}
	}
	to.Indicators = slices.Clone(to.Indicators)
	for i := range to.Indicators {
		n := &to.Indicators[i]
		c, ok := l.baseline[n.ID]
		if hidden[l.total(n)] || ok && l.tables.Cell(c).State == suppression.Withheld {
			n.Baseline, n.BaselinePeriod = programme.Decimal{}, ""
		}
	}
}
