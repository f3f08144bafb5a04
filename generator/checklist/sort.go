package checklist

import (
	"elinde/generator/finding"
	"elinde/generator/programme"
)

// pointOf says to which point findings about a release belong; others about its
// rows belong to Rows.
var pointOf = map[finding.Code]Point{
	finding.ReleaseOverdue: Time, finding.ReleasePremature: Time,
	finding.ReleaseEmpty: Whole, finding.PeriodEmpty: Whole, finding.PeriodRepeated: Whole, finding.ValuesGone: Whole, finding.FinalTooEarly: Provisional, finding.FiguresVanished: Whole, finding.SeriesEnded: Whole, finding.TotalMissing: Whole,
	finding.SeriesGap: Whole, finding.PlaceWithoutFigure: Whole, finding.PlaceChangeMissing: Whole,
	finding.TotalDiffers: Sums, finding.RateDiffers: Sums, finding.AverageOutside: Sums, finding.UnitChanged: Sums, finding.ShareBeyondWhole: Sums,
	finding.ChangeLarge: Jumps, finding.ChangeTenfold: Jumps, finding.RevisionUnexplained: Revisions, finding.RevisionUnmatched: Revisions,
	finding.ProvisionalOverdue: Provisional, finding.CellExposed: Protection,
	finding.TranslationMissing: Labels, finding.TranslationIdentical: Labels, finding.SourceTextMissing: Labels,
	finding.ContactsOld: Contacts, finding.BoundMissing: Jumps,
	finding.WithheldInRelease: Protection, finding.FigureUnknown: Notes,
	finding.SummaryMissing: Notes, finding.RevisionNoteMissing: Notes, finding.MethodMissing: Methods,
	finding.NextReleaseMissing: Next, finding.NextReleaseDiffers: Next, finding.OfficeMissing: Contacts, finding.ThresholdMissing: Protection,
}

// scope is the rows that a release is made of.
type scope struct {
	release    *programme.Release
	at         map[programme.Position]bool // rows whose findings count
	indicators []*programme.Indicator      // of which it has figures, in table order
	figures    int
	stranger   map[programme.Position]bool // observations of other releases
}

func scopeOf(x *programme.Index, r *programme.Release) *scope {
	s := &scope{release: r, at: map[programme.Position]bool{r.Position: true}, stranger: map[programme.Position]bool{}}
	used := map[programme.IndicatorID]bool{}
	terms := map[programme.TermID]bool{}
	for i := range x.Observations {
		o := &x.Observations[i]
		if o.ReleaseID != r.ID {
			s.stranger[o.Position] = true
			continue
		}
		s.figures++
		used[o.Indicator] = true
		s.at[o.Position] = true
		if p := x.Place[o.RefArea]; p != nil {
			s.at[p.Position] = true
		}
		for _, id := range append([]programme.TermID{o.ServiceType, o.Age, o.TargetGroup}, o.Extra...) {
			terms[id] = true
		}
	}
	for i := range x.Terms {
		if t := &x.Terms[i]; terms[t.ID] {
			s.at[t.Row.Position] = true
		}
	}
	for i := range x.Indicators {
		if n := &x.Indicators[i]; used[n.ID] {
			s.indicators = append(s.indicators, n)
			s.at[n.Position] = true
		}
	}
	for i := range x.Revisions {
		if v := &x.Revisions[i]; v.ReleaseID == r.ID {
			s.at[v.Position] = true
		}
	}
	return s
}

// point says where a finding belongs; ok is false where it is none of the
// release's business and stops nothing.
func (s *scope) point(f *finding.Finding) (p Point, ok bool) {
	at := programme.Position{File: f.File, Line: f.Line}
	p, known := pointOf[f.Code]
	switch {
	case s.at[at] || f.Args["release"] == string(s.release.ID):
		if f.Severity == finding.Note && p != Labels {
			return "", false // what was assumed or withheld is no fault
		}
		if !known {
			p = Rows
		}
		return p, true
	case f.Severity == finding.Error:
		return Elsewhere, true
	}
	return "", false
}
