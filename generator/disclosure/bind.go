package disclosure

import (
	"slices"
	"strings"

	"elinde/generator/disclosure/suppression"
	"elinde/generator/programme"
	"elinde/generator/record"
)

// overruled gives the releases whose rows still say what was published of them, by
// slot, where deciding anew gave another pattern or another order: what readers know is not
// decided again, by whatever method, threshold or day. It is nil where nothing differs.
func (l *ledger) overruled(published map[programme.ReleaseID]record.Release, blank []bool) map[programme.ReleaseID]record.Release {
	bound := map[programme.ReleaseID]record.Release{}
	differs, free := false, false
	for _, rows := range l.releases() {
		id := l.rows[rows[0]].ReleaseID
		bySlot := make(record.Release, len(published[id]))
		for key, f := range published[id] {
			bySlot[wholeKey(key)] = f
		}
		if len(rows) != len(bySlot) || slices.ContainsFunc(rows, func(row int) bool { return !agrees(&l.rows[row], bySlot) }) {
			free = true
			continue
		}
		bound[id] = bySlot
		differs = differs || free || slices.ContainsFunc(rows, func(row int) bool { return blank[row] != bySlot[slotOf(&l.rows[row]).String()].Withheld() })
	}
	if !differs {
		return nil
	}
	return bound
}

// agrees reports whether a row says what was published of it. Of a withheld figure
// nothing but that was.
func agrees(o *programme.Observation, published record.Release) bool {
	f, ok := published[slotOf(o).String()]
	switch {
	case !ok:
		return false
	case f.Withheld():
		return !isMissing(o)
	default:
		return !fromSource(o) && f.Value == o.Value.Text && f.Status == strings.Join(o.Status, ";")
	}
}

// stateOf says whether the cell of a row is decided by what was published.
func (l *ledger) stateOf(o *programme.Observation) suppression.State {
	f, bound := l.published(o)
	switch {
	case !bound:
		return suppression.Open
	case f.Withheld():
		return suppression.Withheld
	default:
		return suppression.Published
	}
}

// published gives what was published of a row of a bound release.
func (l *ledger) published(o *programme.Observation) (f record.Figure, bound bool) {
	f, bound = l.bound[o.ReleaseID][slotOf(o).String()]
	return f, bound
}

// inOrder gives the rows of each release, those that are bound first: they are out,
// whatever day others claim to have come out.
func (l *ledger) inOrder() [][]int {
	list := l.releases()
	isFree := func(rows []int) int {
		if l.bound[l.rows[rows[0]].ReleaseID] != nil {
			return 0
		}
		return 1
	}
	slices.SortStableFunc(list, func(a, b []int) int { return isFree(a) - isFree(b) })
	return list
}
