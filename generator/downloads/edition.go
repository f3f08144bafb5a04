package downloads

import (
	"elinde/generator/programme"
	"elinde/generator/series"
)

// edition is a set of figures that are published together: those of a release,
// or the current ones of all indicators.
type edition struct {
	release *programme.Release // the release itself, or the newest that counts; nil for none
	whole   bool               // a release as it came out, not the current figures
	order   []*programme.Indicator
	tables  map[programme.IndicatorID]*series.Table
	known   *codeLists // of this release and those before it
}

// mostRows is the most figures that stand in one file; above it there are the
// files of the indicators, and the archive that holds them.
const mostRows = 300_000

// current gives the figures that count now.
func (h *shelf) current() edition {
	return edition{release: h.newest, order: h.listed(), tables: h.tables, known: h.known}
}

// of gives the part of an edition that is about one indicator.
func (e edition) of(id programme.IndicatorID) edition {
	part := edition{release: e.release, whole: e.whole, tables: map[programme.IndicatorID]*series.Table{id: e.tables[id]}}
	for _, n := range e.order {
		if n.ID == id {
			part.order = []*programme.Indicator{n}
		}
	}
	return part
}

// figures gives those of an indicator in their order.
func (e edition) figures(id programme.IndicatorID) []*series.Figure {
	if t := e.tables[id]; t != nil {
		return t.Figures
	}
	return nil
}

// rows counts the figures.
func (e edition) rows() int {
	n := 0
	for _, t := range e.tables {
		if t != nil {
			n += len(t.Figures)
		}
	}
	return n
}
