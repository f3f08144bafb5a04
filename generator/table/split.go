package table

import (
	"cmp"
	"fmt"
	"strings"

	"elinde/generator/finding"
)

// split makes header and records of the text.
func (e *export) split(text, delimiter string, known func(string) bool) {
	e.delimiter = guessDelimiter(text, delimiter, known)
	if e.delimiter != ',' {
		e.report(finding.DelimiterAssumed, finding.Note, 0, "", "", "delimiter", delimiterName(e.delimiter))
	}
	c := &cleaner{export: e, traits: survey(text), lost: sightings{}, garbled: sightings{}}
	s := &scanner{text: text, comma: e.delimiter, width: maxColumns + 1, line: 1}
	if strings.HasPrefix(text, "sep=") { // a line for Excel alone
		s.next(nil)
	}
	header, count, line, worst := s.next(nil)
	if line == 0 {
		e.report(finding.FileEmpty, finding.Error, 0, "", "")
		return
	}
	if count > maxColumns {
		e.report(finding.ColumnsTooMany, finding.Error, line, "", "", "count", fmt.Sprint(count), "limit", fmt.Sprint(maxColumns))
		return
	}
	e.header, e.headed = make([]string, len(header)), line
	for i := range header {
		e.header[i] = withoutJoiners(c.clean(header[i], line, i))
	}
	e.fault(worst, line)
	e.rows(s, c)
	c.tell()
	if e.read == 0 {
		e.report(finding.FileHeaderOnly, finding.Warning, 0, "", "")
	}
}

// withoutJoiners takes zero-width characters out of a header: they come with
// copying from web pages, and nobody sees why a column is unknown.
func withoutJoiners(header string) string {
	return strings.Map(func(r rune) rune {
		if r >= 0x200b && r <= 0x200f || r == 0x2060 {
			return -1
		}
		return r
	}, header)
}

// rows reads the records after the header.
func (e *export) rows(s *scanner, c *cleaner) {
	width := len(e.header)
	s.width = width
	var arena []string
	for {
		if cap(arena)-len(arena) < width {
			arena = make([]string, 0, max(width, 4096))
		}
		start, before := len(arena), *s
		cells, count, line, worst := s.next(arena)
		if line == 0 {
			e.folds = s.folds
			return
		}
		row := cells[start:len(cells):len(cells)]
		if count > width && before.blankBeyond(width) {
			count = width
		}
		if blank(row) && count <= width {
			continue // a line of delimiters, as spreadsheets write below the last row
		}
		arena = cells
		e.read++
		out := e.fault(worst, line, PolicySkip)
		for i, cell := range row {
			row[i] = c.clean(cell, line, i)
		}
		if count != width && worst.kind != quoteOpen {
			out = cmp.Or(out, e.ragged(count, line))
		}
		row = append(row, make([]string, width-len(row))...)
		if out != "" {
			e.skipped[out]++
			continue
		}
		e.records = append(e.records, record{line, row})
	}
}

// blankBeyond reports whether the record at the scanner has only blank cells
// beyond width: spreadsheets write such delimiters.
func (s scanner) blankBeyond(width int) bool {
	s.width = 4 * maxColumns
	cells, count, _, _ := s.next(nil)
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
