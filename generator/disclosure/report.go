package disclosure

import (
	"cmp"
	"slices"
	"strings"

	"elinde/generator/disclosure/suppression"
	"elinde/generator/programme"
)

// Reason says why a figure is withheld.
type Reason string

// The reasons.
const (
	Small      Reason = "small"       // it counts fewer than the threshold
	FromSource Reason = "from-source" // its source withheld it
	Hides      Reason = "hides"       // without it another one could be worked out
	Derived    Reason = "derived"     // its numerator or denominator is withheld
)

// WithheldCell is what officials may know of a withheld figure: never the figure.
type WithheldCell struct {
	Key      string                `json:"key"` // as in table revisions
	Releases []programme.ReleaseID `json:"releases"`
	Reason   Reason                `json:"reason"`
	// For names the figure that is hidden by this one, or on which it depends.
	For string `json:"for,omitempty"`
	// Of a protected figure: the threshold, and the interval from everything that
	// is published; High is nil where nothing bounds it.
	Threshold int64  `json:"threshold,omitempty"`
	Low       *int64 `json:"low,omitempty"`
	High      *int64 `json:"high,omitempty"`
	Exact     bool   `json:"exact,omitempty"` // the interval is no wider than that
	// Sums lists sums that would give the figure: each names the other withheld
	// figures in it, all of which one must know.
	Sums [][]string `json:"sums,omitempty"`
	// Cost counts the figures withheld for the sake of this one.
	Cost int `json:"cost,omitempty"`
}

// Withheld lists the withheld figures, sorted by key. It is for officials and must
// reach no output.
func (p *Protected) Withheld() []WithheldCell { return p.withheld }

// Explain gives the withheld figure of a key; ok is false where the key is not
// withheld, known where it is a figure at all. A dimension that does not apply may
// be written as such or as the total.
func (p *Protected) Explain(key string) (c WithheldCell, ok, known bool) {
	parts := strings.Split(key, ".")
	for i := range parts {
		parts[i] = string(whole(programme.TermID(parts[i])))
	}
	key = strings.Join(parts, ".")
	i, found := slices.BinarySearchFunc(p.withheld, key, func(c WithheldCell, key string) int { return cmp.Compare(c.Key, key) })
	if found {
		return p.withheld[i], true, true
	}
	for j := range p.index.Observations {
		if slotOf(&p.index.Observations[j]).String() == key {
			return WithheldCell{}, false, true
		}
	}
	return WithheldCell{}, false, false
}

// report describes the withheld rows. A key that releases changed has the newest
// of its cells.
func (l *ledger) report(blank []bool, intervals map[int]suppression.Interval) []WithheldCell {
	cost := map[int]int{}
	for c := range l.tables.Len() {
		if b := l.tables.Because(c); b >= 0 {
			cost[b]++
		}
	}
	at := map[string]int{}
	var list []WithheldCell
	for row := range l.rows {
		if !blank[row] {
			continue
		}
		o := &l.rows[row]
		key := slotOf(o).String()
		n, ok := at[key]
		if !ok {
			n = len(list)
			at[key] = n
			list = append(list, WithheldCell{Key: key})
		}
		w := &list[n]
		releases := append(w.Releases, o.ReleaseID)
		*w = l.describe(row, intervals, cost)
		w.Key, w.Releases = key, releases
	}
	for i := range list {
		slices.Sort(list[i].Releases)
	}
	slices.SortFunc(list, func(a, b WithheldCell) int { return cmp.Compare(a.Key, b.Key) })
	return list
}

func (l *ledger) describe(row int, intervals map[int]suppression.Interval, cost map[int]int) WithheldCell {
	o := &l.rows[row]
	i := l.index.Indicator[o.Indicator]
	var w WithheldCell
	c := l.cellOf[row]
	if c >= 0 {
		w.Cost = cost[c]
		w.Sums = l.sums(c)
		if b := l.tables.Because(c); b >= 0 {
			w.Reason, w.For = Hides, l.key(b)
		}
		// An average has no interval: its weights are anybody's guess.
		if t := l.tables.Cell(c).Threshold; t > 0 && !l.modes[i.ID].averaged {
			w.Threshold = t
			if in, ok := intervals[c]; ok {
				w.Low, w.Exact = &in.Low, in.Exact
				if in.High != suppression.Infinity {
					w.High = &in.High
				}
			}
		}
	}
	switch {
	case fromSource(o):
		w.Reason = FromSource
	case isSecret(o, i):
		w.Reason = Small
	case w.Reason == "" && i != nil && l.modes[i.ID].follows:
		w.Reason = Derived
		for _, part := range l.hiddenParts(slotOf(o), i) {
			w.For = part.String()
		}
	case w.Reason == "":
		w.Reason = FromSource
	}
	return w
}

// sums lists what an attacker would have to know beside a cell's relations.
func (l *ledger) sums(c int) [][]string {
	var list [][]string
	for _, r := range l.tables.Relations(c) {
		if r.Low != r.High {
			continue
		}
		others := []string{}
		for _, t := range r.Terms {
			if t.Cell != c && l.tables.Cell(t.Cell).State == suppression.Withheld {
				others = append(others, l.key(t.Cell))
			}
		}
		list = append(list, others)
	}
	return list
}

func (l *ledger) key(c int) string { return l.slots[l.origins[c].slot].String() }
