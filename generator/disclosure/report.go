package disclosure

import (
	"cmp"
	"slices"
	"strings"
	"time"

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
	Earlier    Reason = "earlier"     // it was when its release came out, for another's sake
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
	// Exposed: the figure cannot be hidden any more; the build is refused.
	Exposed bool `json:"exposed,omitempty"`
}

// State is what is known of a key.
type State int

// The states of a key.
const (
	NoFigure  State = iota // no release that is out has the cell
	Missing                // a release has the cell, and no value for it
	Published              // the newest release that has the cell tells its value
	Secret                 // it is withheld
)

// Withheld lists the withheld figures, sorted by key. It is for officials and must
// reach no output.
func (p *Protected) Withheld() []WithheldCell { return p.withheld }

// Explain gives what is known of a key, and the withheld figure where it is one. A
// dimension that does not apply may be written as such or as the total.
func (p *Protected) Explain(key string) (WithheldCell, State) {
	key = wholeKey(key)
	if c, ok := Find(p.withheld, key); ok {
		return c, Secret
	}
	state, newest := NoFigure, time.Time{}
	for i := range p.index.Observations {
		o := &p.index.Observations[i]
		r := p.index.Release[o.ReleaseID]
		if r == nil || slotOf(o).String() != key || r.PublishAt.Before(newest) {
			continue
		}
		newest, state = r.PublishAt.Time, Missing
		if o.Value.Set() {
			state = Published
		}
	}
	return WithheldCell{}, state
}

// Find gives the figure of a key from a report.
func Find(report []WithheldCell, key string) (WithheldCell, bool) {
	i, ok := slices.BinarySearchFunc(report, wholeKey(key), func(c WithheldCell, key string) int { return cmp.Compare(c.Key, key) })
	if !ok {
		return WithheldCell{}, false
	}
	return report[i], true
}

// KeyOf writes the key of an observation as table revisions has it, with the total
// where a dimension does not apply.
func KeyOf(o *programme.Observation) string { return slotOf(o).String() }

// SameKey reports whether a key of KeyOf and one that somebody wrote name the same
// figure.
func SameKey(key, written string) bool { return key == wholeKey(written) }

// wholeKey reads "does not apply" as "total".
func wholeKey(key string) string {
	parts := strings.Split(key, ".")
	for i := range parts {
		parts[i] = string(whole(programme.TermID(parts[i])))
	}
	return strings.Join(parts, ".")
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
				w.Low, w.Exact, w.Exposed = &in.Low, in.Exact, !in.Safe
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
	case w.Reason != "":
	case i != nil && l.modes[i.ID].follows && len(l.hiddenParts(slotOf(o), i)) > 0:
		w.Reason = Derived
		for _, part := range l.hiddenParts(slotOf(o), i) {
			w.For = part.String()
		}
	case l.bound[o.ReleaseID] != nil:
		w.Reason = Earlier
	default:
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
