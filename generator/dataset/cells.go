package dataset

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"elinde/generator/finding"
	"elinde/generator/programme"
)

// cellFamilies makes one family a table that checks each cell by the rules of
// its column's tag. What the tags say is worked out once a table.
func (c *check) cellFamilies() []family {
	var list []family
	all := programme.Schemas()
	for i := range all {
		schema := &all[i]
		list = append(list, func(r *report) {
			probes := r.probes(schema)
			rows := r.rows(schema)
			for i := range rows.Len() {
				record := rows.Index(i)
				row := rowOf(record)
				for _, p := range probes {
					p(record, row)
				}
			}
		})
	}
	return list
}

// probe looks at one column of a record and reports.
type probe func(record reflect.Value, row *programme.Row)

// probes makes the probes of a table: forms of single values first, then what
// each type of cell can be asked.
func (r *report) probes(s *programme.Schema) []probe {
	var list []probe
	for i := range s.Columns {
		spec := &s.Columns[i]
		if spec.Rules.Has("required") {
			list = append(list, r.required(s.Table, spec))
		}
		if forms := r.forms(s.Table, spec); len(forms) > 0 {
			list = append(list, r.values(s.Table, spec, forms))
		}
		if limits, ok := spec.Rules.Value("range"); ok {
			list = append(list, r.within(s.Table, spec, limits))
		}
		if spec.Rules.Has("past") {
			list = append(list, r.past(s.Table, spec))
		}
		if other, ok := spec.Rules.Value("after"); ok {
			list = append(list, r.after(s, spec, s.Column(other)))
		}
	}
	if s.Table == "observations" {
		list = append(list, r.declared()...)
	}
	return list
}

// required reports blank cells. A cell that could not be read is zero too, but
// not blank, and has its finding already.
func (r *report) required(table string, spec *programme.Column) probe {
	name := spec.Name
	if spec.IsText() {
		name = r.cellName(name, 0)
	}
	return func(record reflect.Value, row *programme.Row) {
		cell := record.FieldByIndex(spec.Index)
		if text, ok := reflect.TypeAssert[programme.Text](cell); ok && spec.IsText() {
			if !text.Empty() {
				return
			}
		} else if !cell.IsZero() {
			return
		}
		// Without a header the whole column is missing, which package table says.
		if raw, header := r.source.Cell(row, table, name); header != "" && strings.TrimSpace(raw) == "" {
			r.add(finding.RequiredMissing, finding.Error, table, row, name, "")
		}
	}
}

// values applies forms to a cell, to each value of a list, or to each language
// of a text.
func (r *report) values(table string, spec *programme.Column, forms []form) probe {
	one := func(row *programme.Row, name, value string) {
		for _, f := range forms {
			if p := f(value); p != nil {
				r.add(p.code, p.severity, table, row, name, p.shown(value), p.args...)
				r.faults[len(r.faults)-1].raw = value
				return
			}
		}
	}
	return func(record reflect.Value, row *programme.Row) {
		cell := record.FieldByIndex(spec.Index)
		switch {
		case spec.IsText():
			text, _ := reflect.TypeAssert[programme.Text](cell)
			for i, value := range text {
				if value != "" {
					one(row, r.cellName(spec.Name, i), value)
				}
			}
		case spec.Type == listType:
			list, _ := reflect.TypeAssert[programme.List](cell)
			before := len(r.faults)
			for _, value := range list {
				one(row, spec.Name, value)
			}
			for i := before; i < len(r.faults); i++ {
				r.faults[i].among = len(r.faults)-before < len(list)
			}
		case cell.Kind() == reflect.String:
			if value := cell.String(); value != "" {
				one(row, spec.Name, value)
			}
		}
	}
}

var listType = reflect.TypeFor[programme.List]()

// within reports numbers outside "min..max".
func (r *report) within(table string, spec *programme.Column, limits string) probe {
	low, high, ok := strings.Cut(limits, "..")
	min, err1 := strconv.ParseFloat(low, 64)
	max, err2 := strconv.ParseFloat(high, 64)
	if !ok || err1 != nil || err2 != nil {
		panic(fmt.Sprintf("range of %s.%s is not min..max", table, spec.Name)) // a slip in a tag: every test sees it
	}
	return func(record reflect.Value, row *programme.Row) {
		var n float64
		shown, set := "", false
		cell := record.FieldByIndex(spec.Index)
		if d, ok := reflect.TypeAssert[programme.Decimal](cell); ok {
			n, set, shown = d.F, d.Set(), d.Text
		} else if w, ok := reflect.TypeAssert[programme.Whole](cell); ok {
			n, set, shown = float64(w.N), w.Set, strconv.Itoa(w.N)
		}
		if set && (n < min || n > max) {
			r.add(finding.NumberOutOfRange, finding.Error, table, row, spec.Name, shown, "min", low, "max", high)
		}
	}
}

// past reports days after the day of the build.
func (r *report) past(table string, spec *programme.Column) probe {
	return func(record reflect.Value, row *programme.Row) {
		if d, ok := reflect.TypeAssert[programme.Date](record.FieldByIndex(spec.Index)); ok && d > r.today {
			r.add(finding.DateInFuture, finding.Error, table, row, spec.Name, d.String(), "today", r.today.String())
		}
	}
}

// after reports ends that lie before their beginning. Days may be equal, hours
// may not.
func (r *report) after(s *programme.Schema, spec, start *programme.Column) probe {
	return func(record reflect.Value, row *programme.Row) {
		end, begin := record.FieldByIndex(spec.Index), record.FieldByIndex(start.Index)
		wrong := end.Int() < begin.Int()
		if _, hours := reflect.TypeAssert[programme.Clock](end); hours {
			wrong = end.Int() <= begin.Int()
		}
		if end.Int() != 0 && begin.Int() != 0 && wrong {
			r.add(finding.EndBeforeStart, finding.Error, s.Table, row, spec.Name,
				fmt.Sprint(end.Interface()), "start", fmt.Sprint(begin.Interface()), "other", start.Name)
		}
	}
}

// declared checks the dimensions that config.toml adds to observations.
func (r *report) declared() []probe {
	var list []probe
	for i, d := range r.settings.Dimensions {
		dimension := r.dimension(d.Scheme)
		list = append(list, func(record reflect.Value, row *programme.Row) {
			o, _ := record.Addr().Interface().(*programme.Observation)
			var value string
			if i < len(o.Extra) {
				value = string(o.Extra[i])
			}
			if value == "" {
				r.add(finding.RequiredMissing, finding.Error, "observations", row, d.ID, "")
			} else if p := dimension(value); p != nil {
				r.add(p.code, p.severity, "observations", row, d.ID, value, p.args...)
			}
		})
	}
	return list
}
