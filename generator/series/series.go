// Package series brings the published observations into the form in which
// people meet them: of each cell the figure that counts now, with the symbols
// that say how far it can be relied on. In comes a Protected, out come figures
// by indicator. Withheld values are gone before they reach this package, and it
// computes nothing from which they could be found.
package series

import (
	"sort"

	"elinde/generator/disclosure"
	"elinde/generator/programme"
)

// Figure is the current value of one cell.
type Figure struct {
	*programme.Observation // of the newest release that has the cell
	Key                    Key
	Symbols                []Symbol
	Earlier                *programme.Observation // the cell in the release before, nil at its first publication
	// Reforms of its place since the figure before it on its line: the two cannot
	// be compared, and the figure carries the symbol Break.
	Reforms []Reform
}

// Has reports whether the figure carries the symbol.
func (f *Figure) Has(s Symbol) bool {
	for _, x := range f.Symbols {
		if x == s {
			return true
		}
	}
	return false
}

// Table holds the current figures of one indicator.
type Table struct {
	Figures []*Figure       // by place, dimensions and period, in table order of places
	byKey   map[Key]*Figure // while figures are added
	byWhole map[Key]*Figure // those with a "not applicable", by the key with "total" instead
	place   map[programme.PlaceID]int
	reforms *Reforms
}

// At gives the figure of a key, nil where no release has the cell. Exports do not
// always agree whether a dimension is "total" or "not applicable" for an
// indicator: where the key itself has no figure, the two are taken as one.
func (t *Table) At(k Key) *Figure {
	if t == nil {
		return nil
	}
	if f := t.find(k); f != nil {
		return f
	}
	whole := k.whole()
	if f := t.find(whole); f != nil {
		return f
	}
	return t.byWhole[whole]
}

// find looks a key up in the order of the figures: a map of millions of keys would
// take more room than they.
func (t *Table) find(k Key) *Figure {
	i := sort.Search(len(t.Figures), func(i int) bool { return !t.less(t.Figures[i].Key, k) })
	if i < len(t.Figures) && t.Figures[i].Key == k {
		return t.Figures[i]
	}
	return nil
}

// Of gives the current figures of every indicator. The observation of a cell
// that counts is the one in the newest release that is out; releases of the
// same instant are told apart by their id.
func Of(p *disclosure.Protected) map[programme.IndicatorID]*Table { return of(p.Index(), p.Out) }

func of(x *programme.Index, isOut func(*programme.Release) bool) map[programme.IndicatorID]*Table {
	out := rankReleases(x, isOut)
	tables := map[programme.IndicatorID]*Table{}
	for i := range x.Observations {
		o := &x.Observations[i]
		if _, ok := out[o.ReleaseID]; !ok {
			continue
		}
		t := tables[o.Indicator]
		if t == nil {
			t = &Table{byKey: map[Key]*Figure{}, byWhole: map[Key]*Figure{}}
			tables[o.Indicator] = t
		}
		t.add(KeyOf(o), o, out)
	}
	place, reforms := placeOrder(x), ReformsOf(x)
	for _, t := range tables {
		t.place, t.reforms = place, reforms
		t.finish()
	}
	return tables
}

// add takes one more observation of a cell, in any order of releases.
func (t *Table) add(k Key, o *programme.Observation, rank map[programme.ReleaseID]int) {
	f := t.byKey[k]
	switch {
	case f == nil:
		f = &Figure{Observation: o, Key: k}
		t.byKey[k] = f
		t.Figures = append(t.Figures, f)
	case rank[o.ReleaseID] > rank[f.ReleaseID]:
		f.Earlier, f.Observation = f.Observation, o
	case rank[o.ReleaseID] < rank[f.ReleaseID] && (f.Earlier == nil || rank[o.ReleaseID] > rank[f.Earlier.ReleaseID]):
		f.Earlier = o
	}
}

// finish sets the symbols and brings the figures into their order.
func (t *Table) finish() {
	for _, f := range t.Figures {
		f.Symbols = symbolsOf(f.Observation, f.revised())
	}
	sort.Slice(t.Figures, func(i, j int) bool { return t.less(t.Figures[i].Key, t.Figures[j].Key) })
	t.markReforms()
	for _, f := range t.Figures {
		if w := f.Key.whole(); w != f.Key && t.byWhole[w] == nil {
			t.byWhole[w] = f
		}
	}
	t.byKey = nil
}

// less orders figures by frequency, place, dimensions and period.
func (t *Table) less(a, b Key) bool {
	switch {
	case a.Freq != b.Freq:
		return a.Freq < b.Freq
	case a.Area != b.Area:
		if pa, pb := t.place[a.Area], t.place[b.Area]; pa != pb {
			return pa < pb
		}
		return a.Area < b.Area
	case a.ServiceType != b.ServiceType:
		return a.ServiceType < b.ServiceType
	case a.Sex != b.Sex:
		return a.Sex < b.Sex
	case a.Age != b.Age:
		return a.Age < b.Age
	case a.TargetGroup != b.TargetGroup:
		return a.TargetGroup < b.TargetGroup
	case a.Extra != b.Extra:
		return a.Extra < b.Extra
	}
	return a.Period < b.Period
}

// revised reports whether the figure differs from the one published before; a
// cell that had no value then is completed, not revised.
func (f *Figure) revised() bool {
	return f.Earlier != nil && f.Earlier.Value.Set() && f.Value.Set() && f.Earlier.Value.F != f.Value.F
}
