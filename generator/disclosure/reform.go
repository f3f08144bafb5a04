package disclosure

import (
	"slices"

	"elinde/generator/disclosure/suppression"
	"elinde/generator/programme"
)

// reform is a set of places among which people moved on one day: abolished, merged,
// split, created or renamed. What a place gave to one that encloses it, or got from
// it, is no part: the sums by place tell of that.
type reform struct {
	date    programme.Date
	members []programme.PlaceID
	gone    map[programme.PlaceID]bool // people of these count elsewhere since
	renamed bool
}

// reformsOf puts the changes of places of one day into sets that share no place.
func reformsOf(x *programme.Index) map[programme.PlaceID][]*reform {
	of := map[programme.PlaceID][]*reform{}
	for i := range x.PlaceChanges {
		c := &x.PlaceChanges[i]
		if encloses(x, c.FromID, c.ToID) || encloses(x, c.ToID, c.FromID) {
			continue
		}
		into := &reform{date: c.Date, gone: map[programme.PlaceID]bool{}}
		join := func(id programme.PlaceID) {
			for _, r := range of[id] {
				if r.date != c.Date || r == into {
					continue
				}
				for _, m := range r.members {
					of[m] = append(slices.DeleteFunc(of[m], func(o *reform) bool { return o == r || o == into }), into)
					if !slices.Contains(into.members, m) {
						into.members = append(into.members, m)
					}
					into.gone[m] = into.gone[m] || r.gone[m]
				}
				into.renamed = into.renamed || r.renamed
			}
			if !slices.Contains(into.members, id) {
				into.members = append(into.members, id)
				of[id] = append(of[id], into)
			}
		}
		join(c.FromID)
		join(c.ToID)
		into.renamed = into.renamed || c.Kind == "renamed"
		into.gone[c.FromID] = into.gone[c.FromID] || c.Kind != "created"
	}
	return of
}

func encloses(x *programme.Index, outer, inner programme.PlaceID) bool {
	return slices.ContainsFunc(x.Within(inner), func(p *programme.Place) bool { return p.ID == outer })
}

// relateReforms ties figures of places that a reform touched: a release that gives
// an old period in the new division tells sums of figures that earlier ones gave in the
// old division, a renamed place tells the same figure twice, and a year in which people moved
// is the sum of quarters of both places.
func (l *ledger) relateReforms(slots []int) {
	if len(l.reforms) == 0 {
		return
	}
	for _, n := range slots {
		for _, r := range l.reforms[l.slots[n].area] {
			// What begins after the reform was never counted in the old division.
			if p, ok := programme.ParsePeriod(l.slots[n].period); !ok || p.Span().From >= r.date {
				continue
			}
			l.relateRecast(n, r)
			l.relateYear(n, r)
		}
	}
}

// relateRecast ties the figures of one period before and after they were recast.
func (l *ledger) relateRecast(n int, r *reform) {
	type pair struct {
		place    programme.PlaceID
		old, new int // cells, -1: none
	}
	var pairs []pair
	moved := false
	for _, place := range r.members {
		s := l.slots[n]
		s.area = place
		at, ok := l.known(s)
		if !ok {
			continue
		}
		p := pair{place, l.current[at], l.current[at]}
		if old, changed := l.before[at]; changed {
			p.old = old
		}
		if p.old < 0 && p.new < 0 {
			continue
		}
		moved = moved || p.old != p.new
		pairs = append(pairs, p)
	}
	if !moved || len(pairs) < 2 {
		return
	}
	// Whether a place that is gone is still counted in the new division cannot be
	// seen: each reading that the figures bear out is one an attacker may take.
	for _, without := range []bool{false, true} {
		weights := map[int]int64{}
		for _, p := range pairs {
			if p.old >= 0 {
				weights[p.old]--
			}
			if p.new >= 0 && !(without && r.gone[p.place] && p.old == p.new) {
				weights[p.new]++
			}
		}
		l.relateWeights(weights)
	}
	if r.renamed && len(pairs) == 2 && pairs[0].new >= 0 && pairs[1].new >= 0 {
		l.relateWeights(map[int]int64{pairs[0].new: 1, pairs[1].new: -1})
	}
}

// relateYear ties the year of a place to the quarters of all places of the reform.
func (l *ledger) relateYear(n int, r *reform) {
	year := l.slots[n]
	if len(year.period) > 4 {
		year.period = year.period[:4]
	}
	for _, place := range r.members {
		year.area = place
		total := l.now(year)
		if total < 0 {
			continue
		}
		weights := map[int]int64{total: 1}
		for _, member := range r.members {
			if member != place && !r.gone[member] {
				continue
			}
			for quarter := range 4 {
				s := year
				s.area, s.period = member, year.period+"-Q"+count(quarter+1)
				if c := l.now(s); c >= 0 {
					weights[c]--
				}
			}
		}
		if len(weights) > 2 {
			l.relateWeights(weights)
		}
	}
}

// relateWeights makes a relation of cells that add up to nothing, if they do.
func (l *ledger) relateWeights(weights map[int]int64) {
	r := suppression.Relation{}
	sum := int64(0)
	var cells []int
	for c := range weights {
		cells = append(cells, c)
	}
	slices.Sort(cells)
	signature := []byte("reform")
	for _, c := range cells {
		cell, w := l.tables.Cell(c), weights[c]
		if w == 0 {
			continue
		}
		if cell.Unknown {
			return
		}
		sum += w * cell.Value
		r.Terms = append(r.Terms, suppression.Term{Cell: c, Coefficient: w})
		signature = append(signature, []byte(" "+count(c)+" "+count(int(w)))...)
	}
	if sum != 0 || len(r.Terms) < 2 || l.related[string(signature)] {
		return
	}
	l.related[string(signature)] = true
	l.tables.Relate(r)
}
