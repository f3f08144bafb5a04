package table

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strconv"
)

// sheetRow is a row of a sheet: its number, as Excel counts, and its cells by column,
// from 0; columns without a cell are not there.
type sheetRow struct {
	number int
	hidden bool
	cells  []sheetCell
}

type sheetCell struct {
	column   int
	text     string
	format   numberFormat
	unsolved bool // a formula whose value was not kept
}

// Limits of the format: what lies beyond is no workbook.
const (
	excelRows    = 1 << 20
	excelColumns = 1 << 14
)

var errSheet = errors.New("a cell lies outside every sheet")

// rows streams the rows of a sheet in their order, and at the end the ranges that
// are merged.
func (w *workbook) rows(s worksheet, row func(sheetRow) error) (merged []string, err error) {
	d := xml.NewDecoder(bytes.NewReader(w.part(s.part)))
	last := 0
	for {
		token, err := d.Token()
		if err == io.EOF {
			return merged, nil
		}
		if err != nil {
			return nil, err
		}
		e, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		switch e.Name.Local {
		case "row":
			r, err := w.row(d, e, last)
			if err == nil && r.number <= last || r.number > excelRows {
				err = errSheet
			}
			if err != nil {
				return nil, err
			}
			last = r.number
			if err := row(r); err != nil {
				return nil, err
			}
		case "mergeCell":
			merged = append(merged, attribute(e, "ref"))
		}
	}
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// row reads the cells of a row. A row or a cell that does not say its number
// follows the one before.
func (w *workbook) row(d *xml.Decoder, start xml.StartElement, last int) (sheetRow, error) {
	r := sheetRow{number: last + 1}
	if n, err := strconv.Atoi(attribute(start, "r")); err == nil {
		r.number = n
	}
	if h := attribute(start, "hidden"); h == "1" || h == "true" {
		r.hidden = true
	}
	column := -1
	for {
		token, err := d.Token()
		if err != nil {
			return r, err
		}
		switch e := token.(type) {
		case xml.EndElement:
			if e.Name.Local == "row" {
				return r, nil
			}
		case xml.StartElement:
			if e.Name.Local != "c" {
				if err := d.Skip(); err != nil {
					return r, err
				}
				continue
			}
			c, err := w.value(d, e)
			if err != nil {
				return r, err
			}
			column++
			if ref := attribute(e, "r"); ref != "" {
				n := columnOf(ref)
				if n < column || n >= excelColumns {
					return r, errSheet
				}
				column = n
			}
			c.column = column
			if c.text != "" || c.unsolved {
				r.cells = append(r.cells, c)
			}
		}
	}
}

// value reads a cell.
func (w *workbook) value(d *xml.Decoder, start xml.StartElement) (c sheetCell, err error) {
	var raw string
	var formula, valued bool
	kind := attribute(start, "t")
	for {
		token, err := d.Token()
		if err != nil {
			return c, err
		}
		switch e := token.(type) {
		case xml.EndElement:
			if e.Name.Local != "c" {
				continue
			}
			c.unsolved = formula && !valued
			c.text, c.format = w.shown(raw, kind, attribute(start, "s"))
			return c, nil
		case xml.StartElement:
			switch e.Name.Local {
			case "v":
				valued = true
				if err := d.DecodeElement(&raw, &e); err != nil {
					return c, err
				}
			case "is":
				if raw, err = richText(d); err != nil {
					return c, err
				}
			case "f":
				formula = true
				fallthrough
			default:
				if err := d.Skip(); err != nil {
					return c, err
				}
			}
		}
	}
}

// shown gives the text of a cell by its kind and style.
func (w *workbook) shown(raw, kind, style string) (string, numberFormat) {
	switch kind {
	case "s":
		if n, err := strconv.Atoi(raw); err == nil && n >= 0 && n < len(w.strings) {
			return w.strings[n], plainNumber
		}
		return "", plainNumber
	case "b":
		return map[string]string{"1": "yes", "0": "no", "true": "yes", "false": "no"}[raw], plainNumber
	case "str":
		return unescaped(raw), plainNumber
	case "inlineStr", "e":
		return raw, plainNumber
	case "d":
		return raw, plainNumber // ISO 8601 already
	}
	n, err := strconv.Atoi(style)
	if err != nil {
		n = 0
	}
	return w.cell(raw, n)
}

// columnOf gives the number of a column, from 0, of a reference such as "AB12".
func columnOf(ref string) int {
	n := 0
	for i := 0; i < len(ref) && i < 4; i++ {
		b := ref[i] &^ 0x20
		if b < 'A' || b > 'Z' {
			break
		}
		n = n*26 + int(b-'A') + 1
	}
	return n - 1
}

// letter gives the letters of a column, from 0: "AB".
func letter(column int) string {
	s := ""
	for n := column + 1; n > 0; n = (n - 1) / 26 {
		s = string(rune('A'+(n-1)%26)) + s
	}
	return s
}
