package disclosure

import (
	"strings"

	"elinde/generator/programme"
)

// slot names a cell of an indicator's table, whatever release it came in. A
// dimension that does not apply counts as its total: exports do not agree on it.
type slot struct {
	indicator programme.IndicatorID
	area      programme.PlaceID
	service   programme.TermID
	sex       programme.TermID
	age       programme.TermID
	group     programme.TermID
	extra     string // further declared dimensions, joined with "."
	period    string
}

func slotOf(o *programme.Observation) slot {
	s := slot{o.Indicator, o.RefArea, whole(o.ServiceType), whole(o.Sex), whole(o.Age), whole(o.TargetGroup), "", o.TimePeriod}
	if len(o.Extra) > 0 {
		members := make([]string, len(o.Extra))
		for i, id := range o.Extra {
			members[i] = string(whole(id))
		}
		s.extra = strings.Join(members, ".")
	}
	return s
}

func whole(id programme.TermID) programme.TermID {
	if id == programme.NotApplicable {
		return programme.Total
	}
	return id
}

// String gives the form of table revisions: Q.mary.people-served._T.F._T._T.2026-Q1.
func (s slot) String() string {
	freq := "A"
	if len(s.period) > 4 {
		freq = "Q"
	}
	return programme.SeriesKey(freq, s.area, s.indicator, s.extra, s.service, s.sex, s.age, s.group) + "." + s.period
}

// splits counts the dimensions beside place and period in which the slot is a part.
func (s slot) splits() int {
	n := 0
	for _, id := range []programme.TermID{s.service, s.sex, s.age, s.group} {
		if id != programme.Total {
			n++
		}
	}
	for _, id := range strings.Split(s.extra, ".") {
		if id != programme.Total && id != "" {
			n++
		}
	}
	return n
}

// The dimensions along which cells add up; declared ones follow.
const (
	byArea = iota
	byService
	bySex
	byAge
	byGroup
	byPeriod
	byExtra
)

// along gives the slot's member in a dimension and the slot without it, which
// all cells of one line share.
func (s slot) along(dimension int) (member string, line slot) {
	line = s
	switch dimension {
	case byArea:
		member, line.area = string(s.area), ""
	case byService:
		member, line.service = string(s.service), ""
	case bySex:
		member, line.sex = string(s.sex), ""
	case byAge:
		member, line.age = string(s.age), ""
	case byGroup:
		member, line.group = string(s.group), ""
	case byPeriod:
		member, line.period = s.period, ""
	default:
		members := strings.Split(s.extra, ".")
		if dimension-byExtra >= len(members) {
			return programme.Total, line // the export lacks the dimension
		}
		member, members[dimension-byExtra] = members[dimension-byExtra], ""
		line.extra = strings.Join(members, ".")
	}
	return member, line
}

// with gives the slot with another member in a dimension beside the period.
func (s slot) with(dimension int, member programme.TermID) slot {
	switch dimension {
	case byArea:
		s.area = programme.PlaceID(member)
	case byService:
		s.service = member
	case bySex:
		s.sex = member
	case byAge:
		s.age = member
	case byGroup:
		s.group = member
	default:
		members := strings.Split(s.extra, ".")
		members[dimension-byExtra] = string(member)
		s.extra = strings.Join(members, ".")
	}
	return s
}
