package disclosure

import (
	"slices"

	"elinde/generator/config"
	"elinde/generator/disclosure/suppression"
	"elinde/generator/programme"
)

// line holds the cells that differ in one dimension only: totals and their parts.
type line struct {
	dimension int
	order     int // of its first slot, then of its dimension
	members   []string
	slots     []int          // their numbers
	at        map[string]int // numbers by member, where there are many
	touched   bool
}

// many is from how many members on a map finds one faster.
const many = 8

func (l *line) add(member string, slot int) {
	l.members, l.slots = append(l.members, member), append(l.slots, slot)
	switch {
	case len(l.members) == many:
		l.at = make(map[string]int, 2*many)
		for i, m := range l.members {
			l.at[m] = l.slots[i]
		}
	case l.at != nil:
		l.at[member] = slot
	}
}

// find gives the slot of a member.
func (l *line) find(member string) (slot int, ok bool) {
	if l.at != nil {
		slot, ok = l.at[member]
		return slot, ok
	}
	i := slices.Index(l.members, member)
	if i < 0 {
		return 0, false
	}
	return l.slots[i], true
}

// dimensions knows how the members of each dimension add up.
type dimensions struct {
	index *programme.Index
	names []string // as in additive_over
	terms []string // schemes of terms, "" where there is none
}

func newDimensions(x *programme.Index, s config.Settings) dimensions {
	d := dimensions{index: x,
		names: []string{"ref_area", "service_type", "sex", "age", "target_group", "time_period"},
		terms: []string{"", "service_type", "", "age", "target_group", ""}}
	for _, e := range s.Dimensions {
		d.names, d.terms = append(d.names, e.ID), append(d.terms, e.Scheme)
	}
	return d
}

// parent gives what a member is a part of, "" for the whole.
func (d dimensions) parent(dimension int, member string) string {
	switch dimension {
	case byArea:
		if p := d.index.Place[programme.PlaceID(member)]; p != nil {
			return string(p.ParentID)
		}
		return ""
	case byPeriod:
		if len(member) > 4 {
			return member[:4]
		}
		return ""
	}
	if member == programme.Total {
		return ""
	}
	if t := d.index.Term[d.terms[dimension]][programme.TermID(member)]; t != nil && t.ParentID != "" {
		return string(t.ParentID)
	}
	return programme.Total
}

// families lists each total of a line with its parts: a cell belongs to the
// nearest that there is above it.
func (d dimensions) families(l *line, isThere func(slot int) bool) [][]int {
	var totals []int
	parts := map[int][]int{}
	for i, member := range l.members {
		n := l.slots[i]
		if !isThere(n) {
			continue
		}
		up := d.parent(l.dimension, member)
		for steps := 0; up != "" && steps < 16; steps++ {
			if total, ok := l.find(up); ok && isThere(total) {
				if parts[total] == nil {
					totals = append(totals, total)
				}
				parts[total] = append(parts[total], n)
				break
			}
			up = d.parent(l.dimension, up)
		}
	}
	list := make([][]int, len(totals))
	for i, total := range totals {
		list[i] = append([]int{total}, parts[total]...)
	}
	return list
}

// isComplete reports whether the parts are all there are: both sexes, four
// quarters. Of other dimensions it is not known.
func (d dimensions) isComplete(dimension, parts int) bool {
	return dimension == bySex && parts >= 2 || dimension == byPeriod && parts == 4
}

// relation says what a total and its parts, whose numbers in the tables are
// given, tell of each other. Where the total is larger there may be parts that
// nobody lists; where it is smaller, by a difference under the threshold, an
// attacker is taken to know the difference. Parts of which some have values that
// nobody told us are taken to make the total, unless they are known to be partial.
// ok is false where they tell nothing.
func relation(t *suppression.Tables, cells []int, threshold int64, complete, declared, partial bool) (suppression.Relation, bool) {
	r := suppression.Relation{Terms: make([]suppression.Term, len(cells))}
	rest, known := int64(0), true
	for i, c := range cells {
		coefficient := int64(-1)
		if i == 0 {
			coefficient = 1
		}
		r.Terms[i] = suppression.Term{Cell: c, Coefficient: coefficient}
		rest += coefficient * t.Cell(c).Value
		known = known && !t.Cell(c).Unknown
	}
	switch {
	case !known && partial:
		r.High = suppression.Infinity
	case !known || rest == 0:
	case rest > 0 && complete && rest < threshold, rest < 0 && declared && -rest < threshold:
		r.Low, r.High = rest, rest
	case rest > 0:
		r.High = suppression.Infinity
	default:
		return r, false
	}
	return r, true
}
