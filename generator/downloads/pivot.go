package downloads

import (
	"slices"
	"strings"

	"elinde/generator/programme"
	"elinde/generator/series"
	"elinde/generator/workbook"
)

// pivot lays figures out as people read them: a series a row, a period a column.
type pivot struct {
	h     *shelf
	i     int // of the language
	say   func(key string) string
	names map[string]bool // of sheets
}

// tables makes the sheets of an indicator: one for each frequency, since years and
// quarters are not columns of one table.
func (p *pivot) tables(n *programme.Indicator, figures []*series.Figure) []workbook.Sheet {
	var sheets []workbook.Sheet
	for len(figures) > 0 {
		freq := figures[0].Freq
		end := slices.IndexFunc(figures, func(f *series.Figure) bool { return f.Freq != freq })
		if end < 0 {
			end = len(figures)
		}
		sheets = append(sheets, p.table(n, figures[:end]))
		figures = figures[end:]
	}
	return sheets
}

// table makes the sheet of figures of one frequency, which stand in the order of
// their series. Dimensions in which nothing is broken down are left out; the key
// of the series tells them.
func (p *pivot) table(n *programme.Indicator, figures []*series.Figure) workbook.Sheet {
	h := p.h
	column := map[string]int{}
	var periods []string
	for _, f := range figures {
		if _, ok := column[f.TimePeriod]; !ok {
			column[f.TimePeriod] = 0
			periods = append(periods, f.TimePeriod)
		}
	}
	slices.Sort(periods)
	var broken []dimension
	for _, d := range h.dimensions() {
		if slices.ContainsFunc(figures, func(f *series.Figure) bool { return !series.Whole(f.Key.Member(d.id, h.extra)) }) {
			broken = append(broken, d)
		}
	}
	title := in(n.Name, p.i)
	if unit := in(n.UnitLabel, p.i); unit != "" {
		title += " (" + unit + ")"
	}
	s := workbook.Sheet{Name: p.name(string(n.ID)), Title: title, Lead: []string{p.say("frequency_" + figures[0].Freq), p.say("download_empty")},
		Header: []string{p.say("stats_place")}, Widths: []float64{34}}
	for _, d := range broken {
		s.Header = append(s.Header, p.dimensionName(d))
		s.Widths = append(s.Widths, 24)
	}
	for i, period := range periods {
		column[period] = len(s.Header) + i
	}
	s.Header = append(append(s.Header, periods...), p.say("download_key"))
	var row []workbook.Cell
	var last series.Key
	for _, f := range figures {
		key := f.Key
		key.Period = ""
		if row == nil || key != last {
			row = make([]workbook.Cell, len(s.Header))
			row[0].Text = string(f.RefArea)
			if place := h.Place[f.RefArea]; place != nil {
				row[0].Text = in(place.Name, p.i)
			}
			for i, d := range broken {
				row[i+1].Text = in(h.member(d.scheme, f.Key.Member(d.id, h.extra)), p.i)
			}
			row[len(row)-1].Text = keyOf(f)
			s.Rows = append(s.Rows, row)
			last = key
		}
		row[column[f.TimePeriod]] = figureCell(n, f)
	}
	return s
}

// dimensionName names a dimension in the language of the workbook.
func (p *pivot) dimensionName(d dimension) string {
	for _, own := range p.h.settings.Dimensions {
		if own.ID == d.column {
			for _, code := range []string{p.h.codes[p.i], p.h.codes[0]} {
				if own.Name[code] != "" {
					return own.Name[code]
				}
			}
			return own.ID
		}
	}
	return p.say("stats_" + d.column)
}

// figureCell writes a figure with its symbols.
func figureCell(n *programme.Indicator, f *series.Figure) workbook.Cell {
	var marks strings.Builder
	for _, s := range f.Symbols {
		marks.WriteString("[" + string(s) + "]")
	}
	if !f.Value.Set() {
		return workbook.Cell{Text: marks.String()}
	}
	_, fraction, _ := strings.Cut(f.Value.Text, ".")
	decimals := len(fraction)
	if n.Decimals.Set {
		decimals = n.Decimals.N
	}
	return workbook.Cell{Number: f.Value.Text, Decimals: decimals, Suffix: marks.String()}
}
