package readback

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"
)

// csv reads a table of comma-separated values.
func (r *reading) csv(path string, data []byte) {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	reader := csv.NewReader(bytes.NewReader(data))
	reader.FieldsPerRecord, reader.LazyQuotes = -1, true
	if line, _, _ := bytes.Cut(data, []byte("\n")); bytes.Count(line, []byte("\t")) > bytes.Count(line, []byte(",")) {
		reader.Comma = '\t'
	}
	var failed error
	rows := func(yield func(int, []string) bool) { // one by one: a file may have hundreds of thousands
		for i := 0; ; i++ {
			row, err := reader.Read()
			if err != nil {
				if !errors.Is(err, io.EOF) {
					failed = err
				}
				return
			}
			if !yield(i, row) {
				return
			}
		}
	}
	r.table(path, rows, func(i int) string { return fmt.Sprintf("%s: row %d", path, i+1) }, false)
	if failed != nil {
		if id, ok := r.mentions(data); ok {
			r.fault(Unread, path, id)
		}
	}
}

// Roles of columns, by their names in small letters.
var (
	dimensionColumns = []string{"freq", "ref_area", "indicator", "service_type", "sex", "age", "target_group", "time_period"}
	valueColumns     = []string{"obs_value", "value"}
	earlierColumns   = []string{"earlier_value", "previous_value", "old_value", "value_before"}
	releaseColumns   = []string{"release_id", "release"}
	beforeColumns    = []string{"before_release_id", "before_release"} // that told the earlier value
)

// table reads rows, of which some may be observations under a head that names
// their dimensions, or series under a head of periods; what stands outside of that is
// text, which is judged where it names an indicator, or everywhere.
func (r *reading) table(path string, rows iter.Seq2[int, []string], place func(int) string, everywhere bool) {
	var head *columnsOf
	var periods map[int]string
	seen := map[string]bool{} // cells judged already, by column
	for i, row := range rows {
		if h := r.head(row); h != nil {
			head, periods = h, nil
			clear(seen)
			continue
		}
		if head != nil && len(row) > max(head.value, head.time) && row[head.time] != "" {
			r.observation(path, place(i), head, row, seen)
			continue
		}
		series := r.seriesOf(row)
		if p := r.periodsOf(row); p != nil && series < 0 {
			head, periods = nil, p
			continue
		}
		switch {
		case periods != nil && series >= 0:
			r.pivotRow(path, place(i), row, periods, series)
		default:
			r.textRow(path, place(i), row, everywhere)
		}
	}
}

// columnsOf are the columns of a table of observations.
type columnsOf struct {
	dimensions           []int // in the order of keys; -1: not there
	time, value, release int
	earlier, decimals    int
	before, quarters     int
	language             []string // by column, "" for none
	names                []string
}

// head reads the names of columns; nil where they are not those of observations.
func (r *reading) head(row []string) *columnsOf {
	if !slices.ContainsFunc(row, isTime) { // most rows are none
		return nil
	}
	at := map[string]int{}
	h := &columnsOf{language: make([]string, len(row)), names: row}
	for i, name := range row {
		name, _, _ = strings.Cut(strings.ToLower(strings.TrimSpace(name)), ":")
		if _, twice := at[name]; !twice {
			at[name] = i
		}
		if j := strings.LastIndexByte(name, '_'); j >= 0 && r.languages[name[j+1:]] != nil {
			h.language[i] = name[j+1:]
		}
	}
	column := func(names ...string) int {
		for _, name := range names {
			if i, ok := at[name]; ok {
				return i
			}
		}
		return -1
	}
	h.time, h.value, h.release = column("time_period"), column(valueColumns...), column(releaseColumns...)
	h.earlier, h.before, h.decimals = column(earlierColumns...), column(beforeColumns...), column("decimals")
	h.quarters = column("quarters")
	if h.time < 0 || h.value < 0 {
		return nil
	}
	names := append(append([]string{}, dimensionColumns[:7]...), r.extra...)
	for _, name := range append(names, "time_period") {
		h.dimensions = append(h.dimensions, column(name))
	}
	return h
}

func isTime(name string) bool {
	const time = "time_period"
	name = strings.TrimSpace(name)
	return len(name) >= len(time) && strings.EqualFold(name[:len(time)], time)
}

// subjectOf gives the indicator that a file is named after: downloads/indicators/x.csv.
func (r *reading) subjectOf(path string) string {
	for part := range strings.SplitSeq(path, "/") {
		part, _, _ = strings.Cut(part, ".")
		if r.indicators[part] != nil {
			return part
		}
	}
	return ""
}

func (r *reading) observation(path, place string, h *columnsOf, row []string, seen map[string]bool) {
	k := make(key, len(h.dimensions))
	isDimension := map[int]bool{h.time: true, h.value: true, h.release: true}
	for i, at := range h.dimensions {
		if at >= 0 && at < len(row) {
			k[i], _, _ = strings.Cut(row[at], ":")
			isDimension[at] = true
		}
	}
	if k[2] == "" {
		k[2] = r.subjectOf(path)
	}
	k, _ = parseKey(k.String())
	if h.quarters >= 0 && h.quarters < len(row) {
		isDimension[h.quarters] = true
		if !k.isSumOf(row[h.quarters]) {
			r.fault(Foreign, place, k.String())
			return
		}
	}
	release := ""
	if h.release >= 0 && h.release < len(row) {
		release = row[h.release]
	}
	r.compareExactly(place, k, release, row[h.value])
	if h.earlier >= 0 && h.earlier < len(row) {
		isDimension[h.earlier] = true
		switch {
		case h.before >= 0 && h.before < len(row):
			isDimension[h.before] = true
			if row[h.before] == "" && row[h.earlier] != "" {
				r.fault(Foreign, place, k.String())
			} else {
				r.compareExactly(place, k, row[h.before], row[h.earlier])
			}
		case row[h.earlier] != "" && !r.wasPublished(k, row[h.earlier]):
			r.fault(Differs, place, k.String())
		}
	}
	for i, cell := range row {
		if isDimension[i] || !strings.ContainsAny(cell, "0123456789") {
			continue
		}
		if i == h.decimals && r.indicators[k[2]] != nil && cell == fmt.Sprint(r.indicators[k[2]].Decimals) {
			continue
		}
		name, code := fmt.Sprint(i, " ", cell), ""
		if i < len(h.language) {
			code = h.language[i]
		}
		if !seen[name] {
			before := len(r.faults)
			r.judge(block{place: place, language: r.languages[code], about: nil, text: cell})
			seen[name] = len(r.faults) == before
		}
	}
}

// compareExactly holds a value in a data file against its figure: the very value,
// or none where it is withheld or missing.
func (r *reading) compareExactly(place string, k key, release, value string) {
	known := r.indicators[k.indicator()]
	cell, ok := r.at(k, release)
	value = strings.TrimSpace(value)
	empty := value == "" || value == "NaN" || value == "null" || strings.HasPrefix(value, "[") && !strings.ContainsAny(value, "0123456789")
	switch {
	case empty && ok && cell.value != "" && !cell.withheld:
		r.fault(Differs, place, k.String())
	case empty:
	case !ok || known == nil:
		r.fault(Foreign, place, k.String())
	case cell.withheld:
		r.fault(Withheld, place, k.String())
	case cell.value == "":
		r.fault(Foreign, place, k.String())
	case plain(value) != plain(cell.value):
		r.fault(Differs, place, k.String())
	}
}

// wasPublished says whether a release told the number for the figure.
func (r *reading) wasPublished(k key, number string) bool {
	for release := range r.releases {
		if cell, ok := r.at(k, release); ok && !cell.withheld && cell.value != "" && r.indicators[k.indicator()].isNumber(number, cell.value) {
			return true
		}
	}
	return false
}

// textRow judges a row that is no observation, if it names an indicator.
func (r *reading) textRow(path, place string, row []string, everywhere bool) {
	about := []string{}
	for _, cell := range row {
		if n := r.indicators[cell]; n != nil && !n.Shared {
			about = append(about, cell)
		}
		for id := range r.names.in([]byte(cell)) {
			about = append(about, id)
		}
	}
	if everywhere {
		about = append(about, cmp.Or(r.subjectOf(path), strings.Join(r.all, " ")))
		about = strings.Fields(strings.Join(about, " "))
	}
	if len(about) == 0 {
		return
	}
	for _, cell := range row {
		for _, l := range r.languageOf(cell, path) {
			r.judge(block{place: place, language: l, about: about, text: cell})
		}
	}
}

// languageOf gives how the numbers of a text are written: as the name of its file
// says (x.en.xlsx), else in a form in which all of them may stand, if there is one.
func (r *reading) languageOf(text, path string) []*Language {
	if !strings.ContainsAny(text, "0123456789") {
		return nil
	}
	for part := range strings.SplitSeq(path, ".") {
		if l := r.languages[part]; l != nil {
			return []*Language{l}
		}
	}
	list := r.numerals("")
	for _, l := range list {
		probe := &reading{Audit: r.Audit}
		probe.judge(block{place: "", language: l, about: r.all, text: text})
		if len(probe.faults) == 0 {
			return []*Language{l}
		}
	}
	return list[:1]
}
