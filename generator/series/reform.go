package series

import (
	"cmp"
	"slices"

	"elinde/generator/programme"
)

// Effect says what a reform of the administrative division did to a place.
type Effect string

// The effects. All but Renamed make figures before and after not comparable.
const (
	Began   Effect = "began"   // it came into being; before, its people counted at Other
	Ended   Effect = "ended"   // it ceased to be; since, its people count at Other
	Grew    Effect = "grew"    // it took over Other, or a part of it
	Shrank  Effect = "shrank"  // a part of it became Other
	Renamed Effect = "renamed" // the same people under another name: Other goes on with its series, or came before
)

// Reform is a row of place_changes as one of its two places meets it.
type Reform struct {
	*programme.PlaceChange
	Effect Effect
	Other  programme.PlaceID
}

// Breaks reports whether figures before and after cannot be compared.
func (r Reform) Breaks() bool { return r.Effect != Renamed }

// Reforms knows what reforms did to each place.
type Reforms struct {
	of map[programme.PlaceID][]Reform
}

// ReformsOf reads the changes of places. A change between a place and one that
// encloses it (an etrap abolished, its people counted at the welaýat alone)
// changes nothing for the latter: they were counted there before.
func ReformsOf(x *programme.Index) *Reforms {
	r := &Reforms{map[programme.PlaceID][]Reform{}}
	for i := range x.PlaceChanges {
		c := &x.PlaceChanges[i]
		from, to := effects(x, c)
		if !encloses(x, c.FromID, c.ToID) {
			r.of[c.FromID] = append(r.of[c.FromID], Reform{c, from, c.ToID})
		}
		if !encloses(x, c.ToID, c.FromID) {
			r.of[c.ToID] = append(r.of[c.ToID], Reform{c, to, c.FromID})
		}
	}
	for _, list := range r.of {
		slices.SortStableFunc(list, func(a, b Reform) int { return cmp.Compare(a.Date, b.Date) })
	}
	return r
}

// effects says what a change does to the place before and the place after. Whether
// the former lives on is seen the day after, when it was split or gave land.
func effects(x *programme.Index, c *programme.PlaceChange) (from, to Effect) {
	after := c.Date.AddDays(1)
	livesOn := x.InForce(c.FromID, programme.Span{From: after, To: after})
	before := c.Date.AddDays(-1)
	isNew := len(x.Validity[c.ToID]) > 0 && !x.InForce(c.ToID, programme.Span{From: before, To: before})
	switch c.Kind {
	case "renamed":
		return Renamed, Renamed
	case "created":
		isNew = true
	case "abolished", "merged":
		livesOn = false
	}
	from, to = Ended, Grew
	if livesOn {
		from = Shrank
	}
	if isNew {
		to = Began
	}
	return from, to
}

// encloses reports whether the place inner lies in outer.
func encloses(x *programme.Index, outer, inner programme.PlaceID) bool {
	for _, p := range x.Within(inner) {
		if p.ID == outer {
			return true
		}
	}
	return false
}

// Of lists what reforms did to a place, the oldest first.
func (r *Reforms) Of(id programme.PlaceID) []Reform { return r.of[id] }

// Between lists the reforms of a place for which its figure of the period at
// cannot be compared with the one of the period before: those since the end of
// before, up to the end of at.
func (r *Reforms) Between(id programme.PlaceID, before, at string) []Reform {
	b, known := programme.ParsePeriod(before)
	a, too := programme.ParsePeriod(at)
	if len(r.of[id]) == 0 || !known || !too {
		return nil
	}
	var list []Reform
	for _, reform := range r.of[id] {
		if reform.Breaks() && reform.Date > b.Span().To && reform.Date <= a.Span().To {
			list = append(list, reform)
		}
	}
	return list
}
