package downloads

import (
	"strconv"
	"strings"

	"elinde/generator/programme"
	"elinde/generator/prose"
	"elinde/generator/series"
	"elinde/generator/workbook"
)

// workbook makes the workbook of an edition in the language at place i: what it
// is, what its symbols mean, the notes, then a table a sheet. A figure is a number, its
// symbols stand in the column behind it; a missing one has symbols alone.
func (h *shelf) workbook(e edition, i int, address string) []byte {
	code := h.codes[i]
	b := workbook.Book{Author: h.publisher(code), Language: code}
	if e.release != nil {
		b.Created = e.release.PublishAt.Time
	}
	p := &pivot{h: h, i: i, say: func(key string) string { return h.say(code, key) }, names: map[string]bool{}, notes: map[*programme.Observation]string{}}
	p.noted(e)
	var tables []workbook.Sheet
	for _, n := range e.order {
		tables = append(tables, p.tables(n, e.figures(n.ID))...)
	}
	about := p.about(e, address)
	b.Title = about.Title
	b.Sheets = append(b.Sheets, about)
	if len(e.order) > 1 {
		b.Sheets = append(b.Sheets, p.contents(tables))
	}
	b.Sheets = append(b.Sheets, p.symbols(e))
	if notes := p.noteSheet(e); len(notes.Rows) > 0 {
		b.Sheets = append(b.Sheets, notes)
	}
	b.Sheets = append(b.Sheets, tables...)
	data, err := b.Bytes()
	if err != nil {
		panic(err) // names are unique, and tables have as many columns as there are periods
	}
	return data
}

// about makes the cover.
func (p *pivot) about(e edition, address string) workbook.Sheet {
	h := p.h
	title := p.say("nav_statistics")
	var rows [][]workbook.Cell
	add := func(name, value string) {
		if value != "" {
			rows = append(rows, texts(name, value))
		}
	}
	if len(e.order) == 1 && !e.whole {
		n := e.order[0]
		title = in(n.Name, p.i)
		if n.Origin == programme.Illustration {
			add(p.say("statistics_illustration"), p.say("statistics_illustration_text"))
		}
		add(p.say("statistics_definition"), prose.Plain(in(n.Definition, p.i)))
		add(p.say("stats_unit"), in(n.UnitLabel, p.i))
		add(p.say("stats_source"), in(n.Source, p.i))
		add(p.say("statistics_method"), prose.Plain(in(n.Method, p.i)))
		add(p.say("stats_contact"), n.Contact)
	} else if h.settings.Illustration {
		add(p.say("statistics_illustration"), p.say("illustration_banner"))
	}
	if r := e.release; r != nil {
		add(p.say("statistics_release"), string(r.ID)+": "+in(r.Title, p.i))
		add(p.say("download_released"), h.day(r))
		if e.whole {
			title = in(r.Title, p.i)
		} else {
			add("", p.say("download_current"))
		}
	}
	add(p.say("download_publisher"), h.publisher(h.codes[p.i]))
	licence := p.say("download_licence_none")
	if h.settings.Licence != "" {
		licence = h.settings.Licence + ", " + h.settings.LicenceURL
	}
	add(p.say("download_licence"), licence)
	add(p.say("download_address"), h.settings.BaseURL+address)
	add("", p.say("download_empty"))
	return workbook.Sheet{Name: p.name(p.say("download_about")), Title: title, Rows: rows, Widths: []float64{30, 100}}
}

// contents names the sheets of tables.
func (p *pivot) contents(tables []workbook.Sheet) workbook.Sheet {
	s := workbook.Sheet{Name: p.name(p.say("download_contents")), Title: p.say("download_contents"),
		Header: []string{p.say("download_sheet"), p.say("download_indicator")}, Widths: []float64{34, 100}}
	for _, t := range tables {
		s.Rows = append(s.Rows, texts(t.Name, t.Title))
	}
	return s
}

// symbols explains the symbols and the codes of status.
func (p *pivot) symbols(e edition) workbook.Sheet {
	s := workbook.Sheet{Name: p.name(p.say("statistics_symbols")), Title: p.say("statistics_symbols"), Lead: []string{p.say("statistics_symbols_text")},
		Header: []string{p.say("download_sign"), p.say("download_meaning"), p.say("download_explanation")}, Widths: []float64{12, 30, 90}}
	for _, mark := range series.Symbols {
		key := "symbol_" + string(mark)
		s.Rows = append(s.Rows, texts(p.sign(mark), p.say(key), p.say(key+"_text")))
	}
	return s
}

// notes gathers what is said of single figures.
func (p *pivot) noteSheet(e edition) workbook.Sheet {
	s := workbook.Sheet{Name: p.name(p.say("download_notes")), Title: p.say("download_notes"),
		Header: []string{p.say("download_sign"), p.say("download_key"), p.say("stats_period"), p.say("download_comment")}, Widths: []float64{12, 60, 12, 90}}
	for _, n := range e.order {
		for _, f := range e.figures(n.ID) {
			if c := in(f.Comment, p.i); c != "" {
				s.Rows = append(s.Rows, texts(p.notes[f.Observation], f.Key.Stem(f.Indicator), p.period(f.TimePeriod), c))
			}
		}
	}
	return s
}

func texts(list ...string) []workbook.Cell {
	cells := make([]workbook.Cell, len(list))
	for i, s := range list {
		cells[i].Text = s
	}
	return cells
}

// name makes a sheet's name unique: 31 characters are all that the format has, and it
// knows no case.
func (p *pivot) name(s string) string {
	r := []rune(s)
	r = r[:min(len(r), 31)]
	name := string(r)
	for n := 2; p.names[strings.ToLower(name)]; n++ {
		end := "-" + strconv.Itoa(n)
		name = string(r[:min(len(r), 31-len(end))]) + end
	}
	p.names[strings.ToLower(name)] = true
	return name
}
