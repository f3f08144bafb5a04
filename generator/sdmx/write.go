package sdmx

import (
	"bytes"
	"encoding/csv"
	"strings"
)

// Observation is one figure. Members are the codes of the fixed dimensions, then
// of the declared ones. Value is the number as it was written, "" where it is
// missing. Comment has a text per language.
type Observation struct {
	Members                                    []string
	Period, Value, Conf, Unit, Release, Origin string
	Status                                     []string
	Comment                                    []string
	Revised                                    bool
}

// Writer writes an SDMX-CSV 2.1 data message: UTF-8, commas, CRLF, the action
// always said (M, merge).
type Writer struct {
	flow      string
	languages []string
	out       bytes.Buffer
	csv       *csv.Writer
	row       []string
}

// NewWriter begins a message. Declared are the columns of the dimensions beyond
// the fixed ones, languages the codes of those of comments.
func NewWriter(f Flow, declared, languages []string) *Writer {
	w := &Writer{flow: f.String(), languages: languages}
	w.csv = csv.NewWriter(&w.out)
	w.csv.UseCRLF = true
	row := []string{"STRUCTURE[" + separator + "]", "STRUCTURE_ID", "ACTION"}
	for _, d := range append(append([]string{}, Fixed...), declared...) {
		row = append(row, strings.ToUpper(d))
	}
	_ = w.csv.Write(append(row, timePeriod, value, status+"[]", conf, unit,
		comment+"["+strings.Join(languages, separator)+"]", release, origin, revised)) // a bytes.Buffer does not fail
	return w
}

// Write adds an observation.
func (w *Writer) Write(o Observation) {
	w.row = append(w.row[:0], "dataflow", w.flow, "M")
	w.row = append(w.row, o.Members...)
	v := o.Value
	if v == "" {
		v = missing
	}
	var said []string
	for i, c := range o.Comment {
		if c != "" && i < len(w.languages) {
			said = append(said, w.languages[i]+":"+c)
		}
	}
	mark := ""
	if o.Revised {
		mark = Revised
	}
	w.row = append(w.row, o.Period, v, join(o.Status), o.Conf, o.Unit, join(said), o.Release, o.Origin, mark)
	_ = w.csv.Write(w.row)
}

// Bytes gives the finished message.
func (w *Writer) Bytes() []byte {
	w.csv.Flush()
	return w.out.Bytes()
}

// join puts values into one cell; one that holds the separator or a quote is
// quoted as a cell of CSV would be.
func join(values []string) string {
	parts := make([]string, len(values))
	for i, v := range values {
		if strings.ContainsAny(v, separator+`"`) {
			v = `"` + strings.ReplaceAll(v, `"`, `""`) + `"`
		}
		parts[i] = v
	}
	return strings.Join(parts, separator)
}

// split takes a cell of values apart again. A quote that is never closed stands
// for itself.
func split(cell, by string) []string {
	if cell == "" {
		return nil
	}
	var values []string
	for {
		v, rest, quoted := unquote(cell)
		if quoted && (rest == "" || strings.HasPrefix(rest, by)) {
			values = append(values, v)
			if rest == "" {
				return values
			}
			cell = rest[len(by):]
			continue
		}
		v, rest, more := strings.Cut(cell, by)
		values = append(values, v)
		if !more {
			return values
		}
		cell = rest
	}
}

// unquote takes a quoted value from the beginning of a cell.
func unquote(cell string) (v, rest string, ok bool) {
	if !strings.HasPrefix(cell, `"`) {
		return "", cell, false
	}
	var b strings.Builder
	for i := 1; i < len(cell); i++ {
		if cell[i] != '"' {
			b.WriteByte(cell[i])
			continue
		}
		if i+1 < len(cell) && cell[i+1] == '"' {
			b.WriteByte('"')
			i++
			continue
		}
		return b.String(), cell[i+1:], true
	}
	return "", cell, false
}
