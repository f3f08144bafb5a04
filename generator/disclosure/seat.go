package disclosure

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"slices"
	"strings"

	"elinde/generator/disclosure/suppression"
	"elinde/generator/programme"
)

// siblings are the members of a dimension, in an indicator's rows, that are parts
// of the same member.
type siblings struct {
	indicator programme.IndicatorID
	dimension int
	parent    string
}

// seats numbers siblings in an order that only the withholding key gives: who
// has read the rows that are out, and this code, cannot say which of several cells
// the rule would have withheld beside a given one. The order has nothing to do with
// values, and is the same in all periods: cells that hide each other do so always.
type seats map[siblings]bench

// bench holds siblings in their order.
type bench struct {
	members []string
	at      map[string]uint16
}

func (l *ledger) seated(key string) seats {
	members := map[siblings]map[string]bool{}
	for i := range l.rows {
		s := slotOf(&l.rows[i])
		for d := range l.names {
			member, _ := s.along(d)
			of := siblings{s.indicator, d, l.parent(d, member)}
			if members[of] == nil {
				members[of] = map[string]bool{}
			}
			members[of][member] = true
		}
	}
	all := make(seats, len(members))
	for of, set := range members {
		rank := make(map[string][]byte, len(set))
		order := make([]string, 0, len(set))
		for member := range set {
			mac := hmac.New(sha256.New, []byte(key))
			mac.Write([]byte(strings.Join([]string{string(of.indicator), l.names[of.dimension], member}, "\x00")))
			rank[member] = mac.Sum(nil)
			order = append(order, member)
		}
		slices.SortFunc(order, func(a, b string) int { return bytes.Compare(rank[a], rank[b]) })
		on := bench{order, make(map[string]uint16, len(order))}
		for n, member := range order {
			on.at[member] = uint16(n % 256)
		}
		all[of] = on
	}
	return all
}

// seat gives where a slot sits: its own number in each dimension, above it that of
// the member it is a part of, and how many it is a part of.
func (l *ledger) seat(s slot) suppression.Seat {
	var seat suppression.Seat
	for d := range l.names {
		member, _ := s.along(d)
		up := l.parent(d, member)
		n := l.seats[siblings{s.indicator, d, up}].at[member]
		if up != "" {
			above := l.parent(d, up)
			n += (l.seats[siblings{s.indicator, d, above}].at[up]%64 + 64) << 8
			if above != "" {
				n += 64 << 8
			}
		}
		seat[min(d, len(seat)-1)] += n
	}
	return seat
}
