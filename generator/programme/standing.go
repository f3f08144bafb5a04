package programme

import (
	"cmp"
	"slices"
)

// PlaceStatuses are the codes of the standing of a place: in force on a day, in force no
// more, in force later.
var PlaceStatuses = []string{"in-force", "abolished", "planned"}

// Standing is how a place stands on a day: its status, the newest of its times in force
// that has begun, else the first, and the places at which its people are counted since
// it was abolished. Times holds all that have a first or a last day, the oldest first.
type Standing struct {
	Status     string
	Now        Span
	Times      []Span
	Successors []PlaceID
}

// Standing gives how a place stands on a day.
func (x *Index) Standing(id PlaceID, today Date) Standing {
	s := Standing{Status: PlaceStatuses[0]}
	for _, span := range x.Validity[id] {
		if span != (Span{}) {
			s.Times = append(s.Times, span)
		}
	}
	slices.SortFunc(s.Times, func(a, b Span) int { return cmp.Compare(a.From, b.From) })
	for i, span := range s.Times {
		if i == 0 || span.From <= today {
			s.Now = span
		}
	}
	switch {
	case s.Now.To != 0 && s.Now.To < today:
		s.Status = PlaceStatuses[1]
		for i := range x.PlaceChanges {
			if c := &x.PlaceChanges[i]; c.FromID == id && c.Date >= s.Now.To {
				s.Successors = append(s.Successors, c.ToID)
			}
		}
	case s.Now.From > today:
		s.Status = PlaceStatuses[2]
	}
	return s
}

// Interval writes a span as ISO 8601-2 does; a side that is not known is "..".
func (s Span) Interval() string {
	return cmp.Or(s.From.String(), "..") + "/" + cmp.Or(s.To.String(), "..")
}
