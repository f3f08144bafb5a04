package downloads

import (
	"slices"
	"strconv"
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
	names map[string]bool // of sheets, in small letters
	notes map[*programme.Observation]string
}

// noted numbers the comments of figures, so that a cell can name its note: n1, n2.
func (p *pivot) noted(e edition) {
	for _, n := range e.order {
		for _, f := range e.figures(n.ID) {
			if in(f.Comment, p.i) != "" {
				p.notes[f.Observation] = "n" + strconv.Itoa(len(p.notes)+1)
			}
		}
	}
}

// mark writes the symbols of a figure, in the short words of pages, and the number of
// its note: "[prov.][rev.] n1".
func (p *pivot) mark(f *series.Figure) string {
	var marks strings.Builder
	for _, s := range f.Symbols {
		marks.WriteString(p.sign(s))
	}
	return strings.TrimSpace(marks.String() + " " + p.notes[f.Observation])
}

func (p *pivot) sign(s series.Symbol) string { return "[" + p.say("sign_"+string(s)) + "]" }

// sheetName names the sheet of an indicator: its name as far as there is room, without
// what the format forbids. One of two frequencies says which it is of.
func (p *pivot) sheetName(n *programme.Indicator, freq string, one bool) string {
	name := strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		if strings.ContainsRune(`[]:*?/\'`, r) {
			return ' '
		}
		return r
	}, in(n.Name, p.i))), " ")
	room := 31
	if !one {
		freq, room = " "+freq, room-2
	} else {
		freq = ""
	}
	if r := []rune(name); len(r) > room {
		name = string(r[:room-1])
		if i := strings.LastIndexByte(name, ' '); i > room/2 {
			name = name[:i]
		}
		name = strings.TrimRight(name, "0123456789 ,.") + "…" // no number that is cut short
	}
	if name == "" || p.names[strings.ToLower(name+freq)] { // two are called alike as far as there is room
		name = string(n.ID)
	}
	return p.name(name + freq)
}

// tables makes the sheets of an indicator: one for each frequency, since years and
// quarters are not columns of one table.
func (p *pivot) tables(n *programme.Indicator, figures []*series.Figure) []workbook.Sheet {
	var sheets []workbook.Sheet
	one := !slices.ContainsFunc(figures, func(f *series.Figure) bool { return f.Freq != figures[0].Freq })
	for len(figures) > 0 {
		freq := figures[0].Freq
		end := slices.IndexFunc(figures, func(f *series.Figure) bool { return f.Freq != freq })
		if end < 0 {
			end = len(figures)
		}
		sheets = append(sheets, p.table(n, figures[:end], one))
		figures = figures[end:]
	}
	return sheets
}

// table makes the sheet of figures of one frequency, which stand in the order of
// their series; one says that the indicator has no other. Dimensions in which nothing is
// broken down are left out; the key of the series tells them. Symbols and notes stand in
// a column behind the figures of their period, where there are any.
func (p *pivot) table(n *programme.Indicator, figures []*series.Figure, one bool) workbook.Sheet {
	h := p.h
	column := map[string]int{}
	marked := map[string]bool{}
	var periods []string
	for _, f := range figures {
		if _, ok := column[f.TimePeriod]; !ok {
			column[f.TimePeriod] = 0
			periods = append(periods, f.TimePeriod)
		}
		marked[f.TimePeriod] = marked[f.TimePeriod] || p.mark(f) != ""
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
	s := workbook.Sheet{Name: p.sheetName(n, figures[0].Freq, one), Title: title, Lead: []string{p.say("frequency_" + figures[0].Freq), p.say("download_empty")},
		Header: []string{p.say("stats_place")}, Widths: []float64{34}}
	for _, d := range broken {
		s.Header = append(s.Header, p.dimensionName(d))
		s.Widths = append(s.Widths, 24)
	}
	for _, period := range periods {
		column[period] = len(s.Header)
		s.Header = append(s.Header, p.period(period))
		if marked[period] {
			s.Header = append(s.Header, p.say("download_sign")+": "+p.period(period))
		}
	}
	s.Header = append(s.Header, p.say("download_key"))
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
			row[len(row)-1].Text = f.Key.Stem(f.Indicator)
			s.Rows = append(s.Rows, row)
			last = key
		}
		at := column[f.TimePeriod]
		row[at] = figureCell(n, f)
		if mark := p.mark(f); mark != "" {
			row[at+1].Text = mark
		}
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

// figureCell writes a figure; blank where there is none.
func figureCell(n *programme.Indicator, f *series.Figure) workbook.Cell {
	if !f.Value.Set() {
		return workbook.Cell{}
	}
	_, fraction, _ := strings.Cut(f.Value.Text, ".")
	decimals := len(fraction)
	if n.Decimals.Set {
		decimals = n.Decimals.N
	}
	return workbook.Cell{Number: f.Value.Text, Decimals: decimals}
}
