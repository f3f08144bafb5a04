package disclosure

import (
	"slices"

	"elinde/generator/programme"
)

// slotKey is a slot whose codes are numbers: there are millions of them.
type slotKey [8]uint32

// lineKey is what the slots of a line share.
type lineKey struct {
	dimension uint32
	rest      slotKey
}

type evidenceKey struct {
	indicator programme.IndicatorID
	dimension int
}

// setSplit finds the dimensions in which some row is a part. In the others every
// slot is a total, and no line has a second member.
func (l *ledger) setSplit() {
	isSplit := make([]bool, len(l.names))
	isSplit[byPeriod] = true // baselines come beside the rows
	for i := range l.rows {
		s := slotOf(&l.rows[i])
		for d := range l.names {
			if !isSplit[d] {
				member, _ := s.along(d)
				isSplit[d] = !l.isTop(d, member)
			}
		}
	}
	for d, yes := range isSplit {
		if yes {
			l.split = append(l.split, d)
		}
	}
}

// code gives the number of a code, never 0.
func (l *ledger) code(text string) uint32 {
	n, ok := l.codes[text]
	if !ok {
		n = uint32(len(l.codes) + 1)
		l.codes[text] = n
	}
	return n
}

func (l *ledger) keyOf(s slot) slotKey {
	return slotKey{l.code(string(s.indicator)), l.code(string(s.area)), l.code(string(s.service)), l.code(string(s.sex)),
		l.code(string(s.age)), l.code(string(s.group)), l.code(s.extra), l.code(s.period)}
}

// known gives the number of a slot that was entered before.
func (l *ledger) known(s slot) (n int, ok bool) {
	number, ok := l.number[l.keyOf(s)]
	return int(number), ok
}

// slot gives the number of a slot and puts it on its lines.
func (l *ledger) slot(s slot) int {
	k := l.keyOf(s)
	if n, ok := l.number[k]; ok {
		return int(n)
	}
	n := len(l.slots)
	l.number[k] = int32(n)
	l.slots, l.current, l.linesOf = append(l.slots, s), append(l.current, -1), append(l.linesOf, nil)
	for _, d := range l.split {
		key := lineKey{uint32(d), k}
		switch {
		case d == byPeriod:
			key.rest[7] = 0
		case d < byExtra:
			key.rest[d+1] = 0
		default:
			_, rest := s.along(d)
			key.rest[6] = l.code(rest.extra)
		}
		at, seen := l.lines[key]
		switch {
		case !seen:
			l.lines[key] = int32(^n)
			continue
		case at < 0: // the second member makes a line of it
			first := int(^at)
			on := &line{dimension: d, order: first*len(l.names) + d}
			at = int32(len(l.drawn))
			l.lines[key] = at
			l.drawn = append(l.drawn, on)
			l.join(on, first)
		}
		l.join(l.drawn[at], n)
	}
	return n
}

// join makes a slot a member of a line.
func (l *ledger) join(on *line, n int) {
	member, _ := l.slots[n].along(on.dimension)
	on.add(member, n)
	at, _ := slices.BinarySearchFunc(l.linesOf[n], on, func(a, b *line) int { return a.dimension - b.dimension })
	l.linesOf[n] = slices.Insert(l.linesOf[n], at, on)
}
