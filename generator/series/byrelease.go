package series

import (
	"iter"

	"elinde/generator/disclosure"
	"elinde/generator/programme"
)

// ByRelease gives the releases that are out, oldest first, each with the figures
// that it published, as they were then: a figure of a release knows nothing of
// later ones. Only what came before tells whether it was revised.
func ByRelease(p *disclosure.Protected) iter.Seq2[*programme.Release, map[programme.IndicatorID]*Table] {
	return byRelease(p.Index(), p.Out)
}

func byRelease(x *programme.Index, isOut func(*programme.Release) bool) iter.Seq2[*programme.Release, map[programme.IndicatorID]*Table] {
	type cell struct {
		indicator programme.IndicatorID
		key       Key
	}
	return func(yield func(*programme.Release, map[programme.IndicatorID]*Table) bool) {
		rows := map[programme.ReleaseID][]*programme.Observation{}
		for i := range x.Observations {
			o := &x.Observations[i]
			rows[o.ReleaseID] = append(rows[o.ReleaseID], o)
		}
		place, reforms := placeOrder(x), ReformsOf(x)
		last := map[cell]*programme.Observation{}
		for _, r := range releases(x, isOut) {
			tables := map[programme.IndicatorID]*Table{}
			for _, o := range rows[r.ID] {
				t := tables[o.Indicator]
				if t == nil {
					t = &Table{byKey: map[Key]*Figure{}, byWhole: map[Key]*Figure{}, place: place, reforms: reforms}
					tables[o.Indicator] = t
				}
				c := cell{o.Indicator, KeyOf(o)}
				f := &Figure{Observation: o, Key: c.key, Earlier: last[c]}
				if t.byKey[c.key] == nil {
					t.byKey[c.key] = f
					t.Figures = append(t.Figures, f)
				}
			}
			for id, t := range tables {
				t.finish()
				for _, f := range t.Figures {
					last[cell{id, f.Key}] = f.Observation
				}
			}
			if !yield(r, tables) {
				return
			}
		}
	}
}

// placeOrder numbers the places in the order of their table.
func placeOrder(x *programme.Index) map[programme.PlaceID]int {
	place := make(map[programme.PlaceID]int, len(x.Places))
	for i := range x.Places {
		place[x.Places[i].ID] = i
	}
	return place
}
