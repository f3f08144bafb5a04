package disclosure

import (
	"slices"
	"strings"

	"elinde/generator/programme"
)

// What withholding a cell costs its readers, in units of one ordinary cell: the
// fewer and the less useful are withheld, the better. A total is worth many of
// its parts, and the country's a whole table.
const (
	cell         = 1_000_000
	countryTotal = 40
	placeTotal   = 4
	countryPart  = 3
)

// cost weighs a cell by where it stands and never by its figure. A rate that falls
// with its numerator or denominator is one more cell.
// One that an official wants published is never withheld for others.
func (l *ledger) cost(s slot) int64 {
	if slices.ContainsFunc(l.keep, func(pattern string) bool { return matches(pattern, s.String()) }) {
		return 0
	}
	weight := int64(1)
	switch {
	case l.isCountry(s.area) && s.splits() == 0:
		weight = countryTotal
	case s.splits() == 0:
		weight = placeTotal
	case l.isCountry(s.area):
		weight = countryPart
	}
	weight += int64(len(l.rates[s.indicator]))
	return weight * cell
}

// matches reports whether a pattern means the key: "*" stands for a part, at the
// end for all that follow.
func matches(pattern, key string) bool {
	want, have := strings.Split(pattern, "."), strings.Split(key, ".")
	for i, part := range want {
		if i >= len(have) || part != "*" && string(whole(programme.TermID(part))) != have[i] {
			return false
		}
	}
	return len(want) == len(have) || want[len(want)-1] == "*"
}

func (l *ledger) isCountry(id programme.PlaceID) bool {
	p := l.index.Place[id]
	return p != nil && p.ParentID == ""
}
