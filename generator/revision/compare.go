package revision

import (
	"slices"
	"strings"
	"unicode"

	"elinde/generator/disclosure"
	"elinde/generator/programme"
	"elinde/generator/series"
)

// Of compares the releases that are out. Each is compared with the newest one
// before it that has the cell, however many lie between.
func Of(p *disclosure.Protected) *Log {
	l := &Log{map[programme.IndicatorID][]Revision{}, map[programme.ReleaseID][]Revision{}, map[programme.ReleaseID][]First{},
		map[programme.ReleaseID][]programme.IndicatorID{}, map[programme.ReleaseID][]programme.IndicatorID{}}
	releases := series.Releases(p)
	c := newComparison(p.Index(), releases)
	for i := range c.index.Indicators {
		id := c.index.Indicators[i].ID
		if l.byIndicator[id] != nil || len(c.rows[id]) == 0 {
			continue
		}
		found, first := c.indicator(id)
		for _, r := range found {
			l.byRelease[r.Release] = append(l.byRelease[r.Release], r)
		}
		slices.SortStableFunc(found, func(a, b Revision) int { return c.rank[b.Release] - c.rank[a.Release] })
		l.byIndicator[id] = found
		c.life(l, &c.index.Indicators[i])
		for n, f := range first {
			if f.Figures > 0 {
				l.first[releases[n].ID] = append(l.first[releases[n].ID], f)
			}
		}
	}
	return l
}

// comparison is what all indicators share.
type comparison struct {
	index    *programme.Index
	releases []*programme.Release
	rank     map[programme.ReleaseID]int
	place    map[programme.PlaceID]int
	rows     map[programme.IndicatorID][]*programme.Observation
	reasons  map[reasonKey]programme.Text
}

type reasonKey struct {
	release programme.ReleaseID
	key     string
}

func newComparison(x *programme.Index, releases []*programme.Release) *comparison {
	c := &comparison{index: x, releases: releases, rank: map[programme.ReleaseID]int{}, place: map[programme.PlaceID]int{},
		rows: map[programme.IndicatorID][]*programme.Observation{}, reasons: map[reasonKey]programme.Text{}}
	for i, r := range releases {
		c.rank[r.ID] = i
	}
	for i := range x.Places {
		c.place[x.Places[i].ID] = i
	}
	for i := range x.Observations {
		if o := &x.Observations[i]; c.isOut(o) {
			c.rows[o.Indicator] = append(c.rows[o.Indicator], o)
		}
	}
	for _, v := range x.Revisions {
		c.reasons[reasonKey{v.ReleaseID, v.Key}] = v.Reason
	}
	return c
}

func (c *comparison) isOut(o *programme.Observation) bool {
	_, ok := c.rank[o.ReleaseID]
	return ok
}

// indicator gives the revisions of an indicator in the order of its cells, and
// what each release, by its rank, told first.
func (c *comparison) indicator(id programme.IndicatorID) ([]Revision, []First) {
	rows := c.rows[id]
	slices.SortStableFunc(rows, c.order)
	t := c.telling(rows)
	first := make([]First, len(c.releases))
	for i := range first {
		first[i].Indicator = id
	}
	var found []Revision
	for start := 0; start < len(rows); {
		end := start + 1
		for end < len(rows) && sameCell(rows[start], rows[end]) {
			end++
		}
		cell := rows[start:end]
		if r := c.rank[cell[0].ReleaseID]; r == t[cell[0].TimePeriod][0] {
			first[r].add(cell[0])
		}
		found = c.cell(found, cell, t[cell[0].TimePeriod])
		start = end
	}
	return found, first
}

// telling gives the ranks of the releases that tell each period, in their order.
func (c *comparison) telling(rows []*programme.Observation) map[string][]int {
	t := map[string][]int{}
	for _, o := range rows {
		r := c.rank[o.ReleaseID]
		if at, found := slices.BinarySearch(t[o.TimePeriod], r); !found {
			t[o.TimePeriod] = slices.Insert(t[o.TimePeriod], at, r)
		}
	}
	return t
}

// cell goes through the releases that tell the period of a cell: rows holds what
// they say of it.
func (c *comparison) cell(found []Revision, rows []*programme.Observation, telling []int) []Revision {
	at := 0
	var before *programme.Observation // what was said last
	last := -1                        // the release that said it, or withdrew it
	for _, r := range telling {
		var now *programme.Observation
		for at < len(rows) && c.rank[rows[at].ReleaseID] == r { // of two rows the checks reported one
			now = rows[at]
			at++
		}
		if last >= 0 && (before != nil || now != nil) {
			if v, ok := c.revision(before, now, last, r); ok {
				found = append(found, v)
			}
		}
		before, last = now, r
	}
	return found
}

// revision compares what two releases say of a cell; one of them may not have it.
func (c *comparison) revision(before, now *programme.Observation, last, r int) (Revision, bool) {
	o := now
	if o == nil {
		o = before
	}
	v := Revision{Indicator: o.Indicator, Release: c.releases[r].ID, Before: c.releases[last].ID, Old: told(before), New: told(now)}
	if v.Kind = kindOf(v.Old, v.New); v.Kind == "" {
		return v, false
	}
	v.Cell, v.Key = series.KeyOf(o), o.Key()
	v.Reason = c.reason(&v)
	return v, true
}

// reason gives what officials say of a revision. Where a side of it is withheld, a
// reason with a number in it is left out: "2 of 12 were counted twice" tells it.
func (c *comparison) reason(v *Revision) programme.Text {
	text := c.reasons[reasonKey{v.Release, v.Key}]
	if v.Old.Withheld() || v.New.Withheld() {
		for _, s := range text {
			if strings.ContainsFunc(s, unicode.IsDigit) {
				return nil
			}
		}
	}
	return text
}

func (f *First) add(o *programme.Observation) {
	f.Figures++
	if told(o).Withheld() {
		f.Withheld++
	}
	if at, found := slices.BinarySearch(f.Periods, o.TimePeriod); !found {
		f.Periods = slices.Insert(f.Periods, at, o.TimePeriod)
	}
}
