package pages

import (
	"strings"

	"elinde/generator/programme"
	"elinde/generator/series"
)

// splitRow is a member of a dimension, which has a row in the tables split by it.
type splitRow struct {
	by     series.Dimension
	member string
}

// figuresOf links the indicators that are broken down by a term, each to the table
// in which the term has a row. A sensitive term has none: its pages lead nowhere that
// shows no way out.
func (w *planner) figuresOf(t *programme.Term) []link {
	if t.Sensitive == programme.Yes {
		return nil
	}
	w.splitsOnce.Do(w.findSplits)
	return w.splitRows[splitRow{series.Dimension(t.Scheme), string(t.ID)}]
}

func (w *planner) findSplits() {
	w.splitRows = map[splitRow][]link{}
	for i := range w.Indicators {
		n := &w.Indicators[i]
		newest := w.newest(n)
		if w.Indicator[n.ID] != n || newest == nil || w.isSensitiveTheme(n.Theme) {
			continue
		}
		here, more := w.newTableMaker(n, w.totalOf(n, newest), symbolSet{}).parts()
		path := w.indicatorPath(n)
		note := func(list []split, path string) {
			for _, s := range list {
				for _, r := range s.Table.Rows {
					at := splitRow{s.By, r.Key}
					w.splitRows[at] = append(w.splitRows[at], link{Href: w.href(path) + "#" + splitID(s.By), text: w.text(n.Name)})
				}
			}
		}
		note(here, path)
		note(more, splitPath(path))
	}
}

// totalOf is the key of the country's newest total, or the one that the newest figure
// of all would have.
func (w *planner) totalOf(n *programme.Indicator, newest *series.Figure) series.Key {
	if latest := w.latest(n); latest != nil {
		return latest.Key
	}
	return newest.Key.TotalOf(programme.PlaceID(w.settings.Country))
}

// splitID is the anchor of the table that is split by a dimension.
func splitID(d series.Dimension) string { return "by-" + strings.ReplaceAll(string(d), "_", "-") }
