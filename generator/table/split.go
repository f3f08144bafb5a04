package table

import (
	"fmt"
	"strings"
	"unicode"

	"elinde/generator/finding"
)

// split makes header and records of the text.
func (e *export) split(text, delimiter string, known func(string) bool) {
	e.delimiter = guessDelimiter(text, delimiter, known)
	if e.delimiter != ',' {
		e.report(finding.DelimiterAssumed, finding.Note, 0, "", "", "delimiter", delimiterName(e.delimiter))
	}
	c := cleaner{export: e, dirty: strings.ContainsFunc(text, unwanted)}
	s := &scanner{text: text, comma: e.delimiter, width: maxColumns + 1, line: 1}
	header, count, line, worst := s.next(nil)
	if line == 0 {
		e.report(finding.FileEmpty, finding.Error, 0, "", "")
		return
	}
	if count > maxColumns {
		e.report(finding.ColumnsTooMany, finding.Error, line, "", "", "count", fmt.Sprint(count), "limit", fmt.Sprint(maxColumns))
		return
	}
	for i := range header {
		header[i] = strings.ToValidUTF8(c.clean(header[i], line, ""), "")
	}
	e.header = header
	e.fault(worst, line)
	e.rows(s, &c)
	if len(e.records) == 0 {
		e.report(finding.FileHeaderOnly, finding.Warning, 0, "", "")
	}
}

// rows reads the records after the header.
func (e *export) rows(s *scanner, c *cleaner) {
	width := len(e.header)
	s.width = width
	var arena []string
	e.records = make([]record, 0, strings.Count(s.text, "\n")/2)
	for {
		if cap(arena)-len(arena) < width {
			arena = make([]string, 0, max(width, 4096))
		}
		start := len(arena)
		before := s.at
		cells, count, line, worst := s.next(arena)
		if line == 0 {
			return
		}
		arena = cells
		row := cells[start:len(cells):len(cells)]
		if blank(row) && count <= width {
			arena = arena[:start]
			continue // a line of delimiters, as spreadsheets write below the last row
		}
		e.fault(worst, line)
		for i, cell := range row {
			row[i] = c.clean(cell, line, e.header[i])
		}
		if len(row) < width {
			e.report(finding.RowTooShort, finding.Error, line, "", "", "cells", fmt.Sprint(count), "columns", fmt.Sprint(width))
			row = append(row, make([]string, width-len(row))...)
		}
		if count > width && !s.blankBeyond(before, width) {
			e.report(finding.RowTooLong, finding.Error, line, "", "", "cells", fmt.Sprint(count), "columns", fmt.Sprint(width))
		}
		e.records = append(e.records, record{line, row})
	}
}

// blankBeyond reports whether the record between offset and the scanner has
// only blank cells beyond width: spreadsheets write such delimiters.
func (s *scanner) blankBeyond(offset, width int) bool {
	again := &scanner{text: s.text[:s.at], comma: s.comma, width: 4 * maxColumns, at: offset, line: 1}
	cells, count, _, _ := again.next(nil)
	return count == len(cells) && blank(cells[width:])
}

func blank(cells []string) bool {
	for _, c := range cells {
		if strings.TrimSpace(c) != "" {
			return false
		}
	}
	return true
}

// fault reports what the scanner saw.
func (e *export) fault(f fault, line int) {
	opened := fmt.Sprint(f.line)
	switch f.kind {
	case quoteInside:
		e.report(finding.QuoteInside, finding.Warning, line, "", "")
	case quoteAfter:
		e.report(finding.QuoteAfter, finding.Error, line, "", "", "opened", opened)
	case quoteOpen:
		e.report(finding.QuoteOpen, finding.Error, line, "", "", "opened", opened)
	}
}

// cleaner takes out of cells what no cell may hold.
type cleaner struct {
	export *export
	dirty  bool // whether the file has anything unwanted at all
}

// clean trims a cell and takes unwanted characters out of it, with a finding.
func (c *cleaner) clean(cell string, line int, column string) string {
	if len(cell) > maxCell {
		c.export.report(finding.CellTooLarge, finding.Error, line, column, "", "size", fmt.Sprint(len(cell)/1000), "limit", fmt.Sprint(maxCell/1000))
		return ""
	}
	cell = strings.TrimSpace(cell)
	if !c.dirty || !strings.ContainsFunc(cell, unwanted) {
		return cell
	}
	var control, bidi, lost bool
	cleaned := strings.Map(func(r rune) rune {
		switch {
		case r == unicode.ReplacementChar:
			lost = true
			return r
		case turnsDirection(r):
			bidi = true
			return -1
		case unwanted(r):
			control = true
			return -1
		}
		return r
	}, cell)
	if lost {
		c.export.report(finding.BytesInvalid, finding.Error, line, column, "", "encoding", c.export.encoding)
	}
	if bidi {
		c.export.report(finding.BidiRemoved, finding.Warning, line, column, "")
	}
	if control {
		c.export.report(finding.ControlRemoved, finding.Warning, line, column, "")
	}
	return strings.TrimSpace(cleaned)
}

// unwanted reports characters that a cell may not hold: control characters but
// tab and line breaks, those that turn the direction of writing, a BOM inside
// the text, and the mark of a byte that the encoding does not have.
func unwanted(r rune) bool {
	switch {
	case r >= 0x20 && r < 0x7f, r == '\n', r == '\t', r == '\r':
		return false
	case r < 0x20, r >= 0x7f && r < 0xa0, r == unicode.ReplacementChar, r == 0xfeff:
		return true
	}
	return turnsDirection(r)
}

// turnsDirection reports the embeddings, overrides and isolates of the Unicode
// bidirectional algorithm; the plain marks U+200E and U+200F are harmless.
func turnsDirection(r rune) bool {
	return r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069
}
