package series

import (
	"sort"

	"elinde/generator/programme"
)

// Line is the history of one cell: its figures in all periods of one length. A
// place that a reform abolished or created has a line as long as it was in force,
// and links to those that went on with its people or had them before.
type Line struct {
	Figures []*Figure // in the order of periods; a period may be missing between
	Before  []Reform  // where the people of the first figure were counted before: Began or Renamed
	After   []Reform  // where those of the last one are counted since: Ended or Renamed
}

// Line gives the line of the key, whatever its period; empty where no release has
// a figure of it. It is not the line of the successor: links are for the reader to
// follow, since the places are not the same.
func (t *Table) Line(k Key) Line {
	if t == nil {
		return Line{}
	}
	k.Period = ""
	start := sort.Search(len(t.Figures), func(i int) bool { return !t.less(t.Figures[i].Key, k) })
	end := start
	for end < len(t.Figures) && t.Figures[end].Key.sameLine(k) {
		end++
	}
	l := Line{Figures: t.Figures[start:end:end]}
	if start == end {
		return l
	}
	first, _ := programme.ParsePeriod(l.Figures[0].TimePeriod)
	last, _ := programme.ParsePeriod(l.Figures[end-start-1].TimePeriod)
	from, _ := t.linked(k.Area, first)
	_, to := t.linked(k.Area, last)
	l.Before, l.After = from, to
	return l
}

// linked gives the reforms by which a place came into being before the end of a
// period, or as late as in it, and those by which it ceased to be in the period or
// later: of each the nearest day.
func (t *Table) linked(id programme.PlaceID, p programme.Period) (from, to []Reform) {
	span := p.Span()
	for _, r := range t.reforms.Of(id) {
		came := r.Effect == Began || r.Effect == Renamed && r.ToID == id
		went := r.Effect == Ended || r.Effect == Renamed && r.FromID == id
		switch {
		case came && r.Date <= span.To:
			if len(from) > 0 && from[0].Date < r.Date {
				from = nil
			}
			from = append(from, r)
		case went && r.Date >= span.From && (len(to) == 0 || to[0].Date == r.Date):
			to = append(to, r)
		}
	}
	return from, to
}

// sameLine reports whether two keys differ by their period alone.
func (k Key) sameLine(o Key) bool {
	k.Period, o.Period = "", ""
	return k == o
}

// markReforms notes at each figure the reforms that part it from the one before it
// on its line. It wants the figures in their order.
func (t *Table) markReforms() {
	for i := 1; i < len(t.Figures); i++ {
		before, f := t.Figures[i-1], t.Figures[i]
		if len(t.reforms.Of(f.RefArea)) == 0 || !before.Key.sameLine(f.Key) {
			continue
		}
		if f.Reforms = t.reforms.Between(f.RefArea, before.TimePeriod, f.TimePeriod); f.Reforms != nil && f.Value.Set() {
			f.Symbols = withBreak(f.Symbols)
		}
	}
}

// withBreak puts the symbol of a break at its place among others.
func withBreak(list []Symbol) []Symbol {
	has := map[Symbol]bool{Break: true}
	for _, s := range list {
		has[s] = true
	}
	var out []Symbol
	for _, s := range Symbols {
		if has[s] {
			out = append(out, s)
		}
	}
	return out
}
