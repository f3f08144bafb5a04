package disclosure

import "elinde/generator/programme"

// enough is how many siblings make a block.
const enough = 3

// accompany seats the new counts, from cell number first on, beside their siblings:
// where one is small, those that sit in its block are withheld with it.
func (l *ledger) accompany(first int) {
	type row struct {
		rest   slot
		parent string
	}
	done := map[row]bool{}
	for _, n := range l.entered(first) {
		s := l.slots[n]
		if !l.hasSecrets[s.indicator] {
			continue
		}
		d, of := l.beside(s)
		if d < 0 {
			continue
		}
		if at := (row{s.with(d, ""), of.parent}); !done[at] {
			done[at] = true
			members := l.seats[of].members
			cells := make([]int, len(members))
			for seat, member := range members {
				cells[seat] = l.now(s.with(d, programme.TermID(member)))
			}
			l.tables.Siblings(cells, int64(l.index.Indicator[s.indicator].Threshold.N))
		}
	}
}

// beside gives the dimension in which a slot has its companions, and who they are: places
// if enough are part of the same one, else the first other dimension with enough
// siblings, else that with the most. -1: the slot is a total in all.
func (l *ledger) beside(s slot) (dimension int, of siblings) {
	dimension = -1
	for _, d := range l.split {
		member, _ := s.along(d)
		if d == byPeriod || l.isTop(d, member) {
			continue
		}
		here := siblings{s.indicator, d, l.parent(d, member)}
		if n := len(l.seats[here].members); dimension < 0 || n > len(l.seats[of].members) {
			dimension, of = d, here
		}
		if len(l.seats[of].members) >= enough {
			break
		}
	}
	return dimension, of
}
