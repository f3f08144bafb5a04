package series

import (
	"strings"

	"elinde/generator/programme"
)

// Key names a cell of an indicator's table, whatever release it came in.
type Key struct {
	Freq        string
	Area        programme.PlaceID
	ServiceType programme.TermID
	Sex         programme.TermID
	Age         programme.TermID
	TargetGroup programme.TermID
	Extra       string // further declared dimensions, joined with "."
	Period      string
}

// KeyOf gives the key of an observation.
func KeyOf(o *programme.Observation) Key {
	extra := make([]string, len(o.Extra))
	for i, id := range o.Extra {
		extra[i] = string(id)
	}
	return Key{o.Freq, o.RefArea, o.ServiceType, o.Sex, o.Age, o.TargetGroup, strings.Join(extra, "."), o.TimePeriod}
}

// Name writes the key of an indicator's observation as table revisions has it, and
// as pages mark their figures: Q.mary.users._T.F._T._T.2026-Q1.
func (k Key) Name(indicator programme.IndicatorID) string {
	return k.Stem(indicator) + "." + k.Period
}

// Stem is Name without the period.
func (k Key) Stem(indicator programme.IndicatorID) string {
	return programme.SeriesKey(k.Freq, k.Area, indicator, k.Extra, k.ServiceType, k.Sex, k.Age, k.TargetGroup)
}

// Dimension is one of the ways a figure is broken down.
type Dimension string

// The fixed dimensions; a declared one has the id that config.toml gives it.
const (
	Sex         Dimension = "sex"
	Age         Dimension = "age"
	TargetGroup Dimension = "target_group"
	ServiceType Dimension = "service_type"
)

// Fixed lists the dimensions that every observation has, in the order of tables.
var Fixed = []Dimension{Sex, Age, TargetGroup, ServiceType}

// Member gives the code of the key in dimension d; extra holds the ids of the
// declared dimensions in their order. It is empty where there is no such
// dimension.
func (k Key) Member(d Dimension, extra []string) programme.TermID {
	switch d {
	case Sex:
		return k.Sex
	case Age:
		return k.Age
	case TargetGroup:
		return k.TargetGroup
	case ServiceType:
		return k.ServiceType
	}
	members := strings.Split(k.Extra, ".")
	for i, id := range extra {
		if id == string(d) && i < len(members) {
			return programme.TermID(members[i])
		}
	}
	return ""
}

// Whole reports whether a code stands for no single member: the total, or a
// dimension that does not apply.
func Whole(id programme.TermID) bool {
	return id == programme.Total || id == programme.NotApplicable || id == ""
}

// Split counts the dimensions in which the key names a single member, and gives
// the last of them.
func (k Key) Split(extra []string) (n int, d Dimension) {
	for _, f := range Fixed {
		if !Whole(k.Member(f, extra)) {
			n, d = n+1, f
		}
	}
	for _, id := range extra {
		if !Whole(k.Member(Dimension(id), extra)) {
			n, d = n+1, Dimension(id)
		}
	}
	return n, d
}

// With gives the key with the code id in dimension d.
func (k Key) With(d Dimension, id programme.TermID, extra []string) Key {
	switch d {
	case Sex:
		k.Sex = id
	case Age:
		k.Age = id
	case TargetGroup:
		k.TargetGroup = id
	case ServiceType:
		k.ServiceType = id
	default:
		members := strings.Split(k.Extra, ".")
		for i, e := range extra {
			if e == string(d) && i < len(members) {
				members[i] = string(id)
			}
		}
		k.Extra = strings.Join(members, ".")
	}
	return k
}

// TotalOf gives the key of a place's total beside the given cell: same frequency
// and period, all members together.
func (k Key) TotalOf(area programme.PlaceID) Key {
	t := Key{Freq: k.Freq, Area: area, ServiceType: programme.Total, Sex: programme.Total, Age: programme.Total, TargetGroup: programme.Total, Period: k.Period}
	if k.Extra != "" {
		t.Extra = strings.Repeat("."+programme.Total, strings.Count(k.Extra, ".")+1)[1:]
	}
	return t
}

// whole gives the key with every "not applicable" turned into "total".
func (k Key) whole() Key {
	for _, id := range []*programme.TermID{&k.ServiceType, &k.Sex, &k.Age, &k.TargetGroup} {
		if *id == programme.NotApplicable {
			*id = programme.Total
		}
	}
	if strings.Contains(k.Extra, programme.NotApplicable) { // or a code that has it within
		members := strings.Split(k.Extra, ".")
		for i, m := range members {
			if m == programme.NotApplicable {
				members[i] = programme.Total
			}
		}
		k.Extra = strings.Join(members, ".")
	}
	return k
}
