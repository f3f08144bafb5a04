package table

import (
	"fmt"
	"strings"
	"unicode"

	"elinde/generator/finding"
)

// cleaner takes out of cells what no cell may hold, and looks for letters that
// were lost on the way.
type cleaner struct {
	export        *export
	traits        traits
	lost, garbled sightings
}

// clean trims a cell and takes unwanted characters out of it, with a finding.
func (c *cleaner) clean(cell string, line, column int) string {
	header := ""
	if column < len(c.export.header) {
		header = c.export.header[column]
	}
	if len(cell) > maxCell {
		severity, _ := c.export.settle(finding.CellTooLarge, PolicyBlank)
		c.export.report(finding.CellTooLarge, severity, line, header, "", "size", fmt.Sprint(len(cell)/1000),
			"limit", fmt.Sprint(maxCell/1000), finding.Done, done(severity, PolicyBlank))
		return ""
	}
	if cell = strings.TrimSpace(cell); cell == "" {
		return ""
	}
	if c.traits.question {
		c.lost.add(column, line, lostWord(cell))
	}
	if c.traits.garbled {
		c.garbled.add(column, line, garbledWord(cell))
	}
	if c.traits.unwanted && strings.ContainsFunc(cell, unwanted) {
		cell = c.strip(cell, line, header)
	}
	return cell
}

// strip takes out unwanted characters.
func (c *cleaner) strip(cell string, line int, header string) string {
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
		c.export.report(finding.BytesInvalid, finding.Error, line, header, "", "encoding", c.export.encoding)
	}
	if bidi {
		c.export.report(finding.BidiRemoved, finding.Warning, line, header, "")
	}
	if control {
		c.export.report(finding.ControlRemoved, finding.Warning, line, header, "")
	}
	return strings.TrimSpace(cleaned)
}

// tell reports what was seen in the columns.
func (c *cleaner) tell() {
	for code, seen := range map[finding.Code]sightings{finding.LettersLost: c.lost, finding.LettersGarbled: c.garbled} {
		for column, s := range seen {
			header := c.export.header[column]
			if c.export.secret(header) {
				s.word = finding.Masked(s.word)
			}
			c.export.report(code, finding.Error, s.line, header, s.word, "count", fmt.Sprint(s.count))
		}
	}
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
