package workbook

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// writer writes the sheets of one file.
type writer struct {
	file                *excelize.File
	title, header, wrap int         // styles
	formats             map[int]int // of numbers, by their decimals
}

func (w *writer) styles() error {
	for _, s := range []struct {
		id    *int
		style excelize.Style
	}{
		{&w.title, excelize.Style{Font: &excelize.Font{Bold: true, Size: 14}}},
		{&w.header, excelize.Style{Font: &excelize.Font{Bold: true}, Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}}},
		{&w.wrap, excelize.Style{Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}}},
	} {
		id, err := w.file.NewStyle(&s.style)
		if err != nil {
			return fmt.Errorf("cannot make a style: %w", err)
		}
		*s.id = id
	}
	return nil
}

// sheet writes sheet number i, from 0.
func (w *writer) sheet(i int, s *Sheet) error {
	var err error
	if i == 0 {
		err = w.file.SetSheetName("Sheet1", s.Name)
	} else {
		_, err = w.file.NewSheet(s.Name)
	}
	if err != nil {
		return err
	}
	if err := w.file.SetSheetDimension(s.Name, s.extent()); err != nil {
		return err
	}
	out, err := w.file.NewStreamWriter(s.Name)
	if err != nil {
		return err
	}
	head := 2 + len(s.Lead) // row of the header
	if head+len(s.Rows) > MostRows || len(s.Header) > MostColumns {
		return fmt.Errorf("%d rows of %d columns are too many for a sheet", len(s.Rows), len(s.Header))
	}
	for n, width := range s.Widths {
		if width > 0 {
			if err := out.SetColWidth(n+1, n+1, width); err != nil {
				return err
			}
		}
	}
	if len(s.Header) > 0 {
		if err := out.SetPanes(&excelize.Panes{Freeze: true, YSplit: head, TopLeftCell: "A" + strconv.Itoa(head+1), ActivePane: "bottomLeft"}); err != nil {
			return err
		}
	}
	if err := out.SetRow("A1", []any{excelize.Cell{StyleID: w.title, Value: s.Title}}); err != nil {
		return err
	}
	for n, line := range s.Lead {
		if err := out.SetRow("A"+strconv.Itoa(n+2), []any{line}); err != nil {
			return err
		}
	}
	return w.table(out, i, s, head)
}

// extent gives the cells from the first to the last: "A1:C4".
func (s *Sheet) extent() string {
	columns, rows := max(len(s.Header), 1), 1+len(s.Lead)
	if len(s.Header)+len(s.Rows) > 0 {
		rows += 1 + len(s.Rows)
	}
	for _, cells := range s.Rows {
		columns = max(columns, len(cells))
	}
	name, err := excelize.CoordinatesToCellName(columns, min(rows, MostRows))
	if err != nil {
		return "A1" // of more columns than there are: told where they are written
	}
	return "A1:" + name
}

// table writes the header in row head and the rows below it. Without a header the
// rows are lines of a text, not a table.
func (w *writer) table(out *excelize.StreamWriter, i int, s *Sheet, head int) error {
	row := make([]any, len(s.Header))
	for n, h := range s.Header {
		row[n] = excelize.Cell{StyleID: w.header, Value: h}
	}
	if err := out.SetRow("A"+strconv.Itoa(head), row); err != nil {
		return err
	}
	for n, cells := range s.Rows {
		row = row[:0]
		for _, c := range cells {
			v, err := w.cell(c)
			if err != nil {
				return err
			}
			row = append(row, v)
		}
		if err := out.SetRow("A"+strconv.Itoa(head+1+n), row); err != nil {
			return err
		}
	}
	if len(s.Header) == 0 {
		return out.Flush()
	}
	last, err := excelize.CoordinatesToCellName(len(s.Header), head+max(len(s.Rows), 1))
	if err != nil {
		return err
	}
	stripes := false
	if err := out.AddTable(&excelize.Table{Range: "A" + strconv.Itoa(head) + ":" + last, Name: "table_" + strconv.Itoa(i+1), ShowRowStripes: &stripes}); err != nil {
		return err
	}
	return out.Flush()
}

// cell gives the value for the library, nil for a blank cell.
func (w *writer) cell(c Cell) (any, error) {
	if c.Number == "" {
		if c.Text == "" {
			return nil, nil
		}
		return excelize.Cell{StyleID: w.wrap, Value: c.Text}, nil
	}
	f, err := strconv.ParseFloat(c.Number, 64)
	if err != nil {
		return nil, fmt.Errorf("cannot read the number %q: %w", c.Number, err)
	}
	id, ok := w.formats[c.Decimals]
	if !ok {
		code := "#,##0"
		if c.Decimals > 0 {
			code += "." + strings.Repeat("0", c.Decimals)
		}
		if id, err = w.file.NewStyle(&excelize.Style{CustomNumFmt: &code}); err != nil {
			return nil, fmt.Errorf("cannot make a number format: %w", err)
		}
		w.formats[c.Decimals] = id
	}
	return excelize.Cell{StyleID: id, Value: f}, nil
}
