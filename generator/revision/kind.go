package revision

import (
	"cmp"
	"slices"

	"elinde/generator/programme"
	"elinde/generator/series"
)

// told says what an observation tells; nil is a cell that a release does not have.
func told(o *programme.Observation) Told {
	if o == nil {
		return Told{}
	}
	return Told{There: true, Value: o.Value, Status: o.Status, Symbols: series.SymbolsOf(o)}
}

// kindOf names the difference, "" for none.
func kindOf(old, now Told) Kind {
	switch {
	case !old.There:
		return Added
	case !now.There:
		return Withdrawn
	case old.Withheld() && now.Withheld():
		return ""
	case old.Withheld():
		return Disclosed
	case now.Withheld():
		return Hidden
	case !old.Value.Set() && now.Value.Set():
		return Completed
	case old.Value.Set() && !now.Value.Set():
		return Emptied
	case old.Value.F != now.Value.F:
		return Changed
	case sameStatus(old.Status, now.Status):
		return ""
	case old.Status.Has("P") && !now.Status.Has("P"):
		return Confirmed
	}
	return Remarked
}

func sameStatus(a, b programme.List) bool {
	a, b = slices.Sorted(slices.Values(a)), slices.Sorted(slices.Values(b))
	return slices.Equal(a, b)
}

// order sorts the rows of an indicator by cell, then by release.
func (c *comparison) order(a, b *programme.Observation) int {
	return cmp.Or(orderCells(a, b, c.place), c.rank[a.ReleaseID]-c.rank[b.ReleaseID])
}

func orderCells(a, b *programme.Observation, place map[programme.PlaceID]int) int {
	return cmp.Or(cmp.Compare(a.Freq, b.Freq), place[a.RefArea]-place[b.RefArea], cmp.Compare(a.RefArea, b.RefArea),
		cmp.Compare(a.ServiceType, b.ServiceType), cmp.Compare(a.Sex, b.Sex), cmp.Compare(a.Age, b.Age), cmp.Compare(a.TargetGroup, b.TargetGroup),
		slices.Compare(a.Extra, b.Extra), cmp.Compare(a.TimePeriod, b.TimePeriod))
}

func sameCell(a, b *programme.Observation) bool {
	return a.RefArea == b.RefArea && a.TimePeriod == b.TimePeriod && a.Freq == b.Freq && a.ServiceType == b.ServiceType && a.Sex == b.Sex &&
		a.Age == b.Age && a.TargetGroup == b.TargetGroup && slices.Equal(a.Extra, b.Extra)
}
