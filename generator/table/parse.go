package table

import (
	"encoding/csv"
	"io"
	"reflect"

	"github.com/gocarina/gocsv"

	"elinde/generator/finding"
	"elinde/generator/programme"
)

// rows hands gocsv records that are split already. gocsv takes an error handler
// only together with an io.Reader; init below lets it see that ours is more.
type rows [][]string

func (rows) Read([]byte) (int, error) { return 0, io.EOF }

// split gives gocsv the records.
type split struct{ rows }

func (s split) Read() ([]string, error)      { return nil, io.EOF }
func (s split) ReadAll() ([][]string, error) { return s.rows, nil }

func init() {
	gocsv.SetCSVReader(func(in io.Reader) gocsv.CSVReader {
		if r, ok := in.(rows); ok {
			return split{r}
		}
		return csv.NewReader(in)
	})
}

// Policies for faulty rows, as config.toml writes them.
const (
	PolicyStop      = "stop"
	PolicySkip      = "skip"
	PolicyBlank     = "blank"
	PolicyKeepFirst = "keep-first"
)

// parse makes typed rows of the cells and reports cells that are not of their
// column's type, each by the policy of the mapping.
func (sh *sheet) parse() {
	out := reflect.New(reflect.SliceOf(sh.reader.schema.Record))
	skip := map[int]bool{}
	if len(sh.layout.columns) > 0 && len(sh.kept) > 0 {
		err := gocsv.UnmarshalWithErrorHandler(rows(sh.cells), func(e *csv.ParseError) bool {
			row := e.Line - 2
			if code, out := sh.faulty(row, e.Column-1); out && !skip[row] {
				skip[row] = true
				sh.leftOut[string(code)]++ // a row counts once, whatever else is wrong with it
			}
			return true
		}, out.Interface())
		if err != nil {
			sh.report(finding.FileUnreadable, finding.Error, 0, "", "", "reason", err.Error())
			sh.leaveAll(finding.FileUnreadable)
		}
	} else {
		sh.leaveAll(finding.ColumnMissing)
	}
	sh.rows = out.Elem()
	sh.cells = nil
	if len(skip) > 0 {
		sh.drop(skip)
	}
}

// faulty reports a cell that could not be parsed; it gives the code and whether
// the row is left out.
func (sh *sheet) faulty(row, col int) (code finding.Code, out bool) {
	c := &sh.layout.columns[col]
	r := sh.records[sh.kept[row]]
	code = codeOf(c.spec.Type)
	at := c.slots[0]
	if c.spec.Type == reflect.TypeFor[programme.Dates]() {
		at = c.wrongDay(r.cells, sh.stem)
	}
	value := at.raw(r.cells, sh.stem)
	if c.spec.Rules.Has("contact") || c.spec.Rules.Has("secret") && !sh.open(r.cells) {
		value = finding.Masked(value)
	}
	policy := policyOf(sh.reader.mapping, code)
	severity := finding.Error
	if policy == PolicySkip || policy == PolicyBlank {
		severity = finding.Warning
	}
	args := []string{finding.Done, done(severity, policy)}
	if code == finding.NumberInvalid && value == at.raw(r.cells, sh.stem) {
		args = append(args, sh.meantNumber(value)...)
	}
	sh.report(code, severity, r.line, at.header, value, args...)
	return code, policy == PolicySkip
}

// open reports whether the record says that its place is not confidential.
func (sh *sheet) open(cells []string) bool {
	s, ok := sh.slots["confidential"]
	return ok && s.cell(cells, sh.stem) == "no"
}

// wrongDay gives the first cell of several that is not a date.
func (c *column) wrongDay(cells []string, file string) slot {
	for _, s := range c.slots {
		var day programme.Date
		if day.UnmarshalCSV(s.cell(cells, file)) != nil {
			return s
		}
	}
	return c.slots[0]
}

// leaveAll leaves every row out: the file has no column of the table.
func (sh *sheet) leaveAll(why finding.Code) {
	if len(sh.kept) > 0 {
		sh.leftOut[string(why)] += len(sh.kept)
	}
	sh.kept, sh.extra = nil, nil
}

// drop leaves rows out.
func (sh *sheet) drop(skip map[int]bool) {
	kept := reflect.MakeSlice(sh.rows.Type(), 0, sh.rows.Len())
	numbers := sh.kept[:0]
	var extra [][]programme.TermID
	for i, n := range sh.kept {
		if skip[i] {
			continue
		}
		kept = reflect.Append(kept, sh.rows.Index(i))
		numbers = append(numbers, n)
		if sh.extra != nil {
			extra = append(extra, sh.extra[i])
		}
	}
	sh.rows, sh.kept, sh.extra = kept, numbers, extra
}

var invalid = map[reflect.Type]finding.Code{
	reflect.TypeFor[programme.Date]():     finding.DateInvalid,
	reflect.TypeFor[programme.Dates]():    finding.DateInvalid,
	reflect.TypeFor[programme.Clock]():    finding.TimeInvalid,
	reflect.TypeFor[programme.Instant]():  finding.InstantInvalid,
	reflect.TypeFor[programme.Decimal]():  finding.NumberInvalid,
	reflect.TypeFor[programme.Whole]():    finding.WholeInvalid,
	reflect.TypeFor[programme.Weekdays](): finding.WeekdaysInvalid,
	reflect.TypeFor[programme.YesNo]():    finding.YesNoInvalid,
}

func codeOf(t reflect.Type) finding.Code {
	if code, ok := invalid[t]; ok {
		return code
	}
	return finding.CellInvalid
}
