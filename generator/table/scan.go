package table

import "strings"

// scanner splits a text into records. It is ours and not encoding/csv because a
// finding must name the line on which a record begins and a quote opened, a
// stray quote must not cost the rest of the file, CR alone ends a line too, and
// a million columns must not become a million strings for every row.
type scanner struct {
	text  string
	comma byte
	width int // cells beyond it are counted and not kept; 0: no limit
	at    int
	line  int // of the next record, 1-based
	// folds are the records that span several lines: the line after each, and
	// how many line breaks all cells before it hold.
	folds []rowFold
}

type rowFold struct{ line, breaks int }

// folded notes a record that began on an earlier line than it ended on.
func (s *scanner) folded(began, ended int) {
	before := 0
	if n := len(s.folds); n > 0 {
		before = s.folds[n-1].breaks
	}
	if ended > began {
		s.folds = append(s.folds, rowFold{ended + 1, before + ended - began})
	}
}

// fault is what the scanner saw in a record.
type fault struct {
	kind  faultKind
	line  int // of the quote
	until int // the line on which its cell ended
}

type faultKind int

const (
	sound       faultKind = iota
	quoteInside           // a quote inside a cell that is not quoted: kept as it is
	quoteAfter            // text after a closing quote: kept, but the cell may be wrong
	quoteOpen             // a quote that is never closed: the rest of the file is in it
)

// next appends the cells of the next record to cells. It gives them, how many
// there were in the file, the line on which the record begins, and the worst
// fault seen; line is 0 at the end. Blank lines are no records.
func (s *scanner) next(cells []string) (record []string, count, line int, worst fault) {
	for s.at < len(s.text) && (s.text[s.at] == '\n' || s.text[s.at] == '\r') {
		s.endLine()
	}
	if s.at >= len(s.text) {
		return cells, 0, 0, worst
	}
	line = s.line
	for {
		cell, f := s.cell()
		if f.kind > worst.kind {
			worst = f
		}
		if s.width == 0 || count < s.width {
			cells = append(cells, cell)
		}
		count++
		if s.at < len(s.text) && s.text[s.at] == s.comma {
			s.at++
			continue
		}
		s.folded(line, s.line)
		if s.at < len(s.text) {
			s.endLine()
		}
		return cells, count, line, worst
	}
}

// endLine steps over CRLF, LF or CR.
func (s *scanner) endLine() {
	if s.text[s.at] == '\r' && s.at+1 < len(s.text) && s.text[s.at+1] == '\n' {
		s.at++
	}
	s.at++
	s.line++
}

// cell reads up to the delimiter or the end of the line, which it leaves.
func (s *scanner) cell() (string, fault) {
	start := s.at
	for s.at < len(s.text) && s.text[s.at] == ' ' && s.comma != ' ' {
		s.at++
	}
	if s.at < len(s.text) && s.text[s.at] == '"' {
		return s.quoted()
	}
	var f fault
	for ; s.at < len(s.text); s.at++ {
		switch b := s.text[s.at]; {
		case b == s.comma || b == '\n' || b == '\r':
			return s.text[start:s.at], f
		case b == '"':
			f = fault{quoteInside, s.line, s.line}
		}
	}
	return s.text[start:s.at], f
}

// quoted reads a cell that begins with a quote.
func (s *scanner) quoted() (string, fault) {
	opened := s.line
	s.at++
	start, doubled, carriage := s.at, false, false
	for ; s.at < len(s.text); s.at++ {
		switch s.text[s.at] {
		case '"':
			if s.at+1 < len(s.text) && s.text[s.at+1] == '"' {
				doubled = true
				s.at++
				continue
			}
			cell := plain(s.text[start:s.at], doubled, carriage)
			s.at++
			return s.closed(cell, opened)
		case '\r':
			carriage = true
			if s.at+1 < len(s.text) && s.text[s.at+1] == '\n' {
				s.at++
			}
			s.line++
		case '\n':
			s.line++
		}
	}
	return plain(s.text[start:], doubled, carriage), fault{quoteOpen, opened, s.line}
}

// closed reads what follows a closing quote, which should be nothing.
func (s *scanner) closed(cell string, opened int) (string, fault) {
	start := s.at
	for s.at < len(s.text) && s.text[s.at] != s.comma && s.text[s.at] != '\n' && s.text[s.at] != '\r' {
		s.at++
	}
	if rest := s.text[start:s.at]; strings.Trim(rest, " ") != "" {
		return cell + rest, fault{quoteAfter, opened, s.line}
	}
	return cell, fault{}
}

// plain undoes doubled quotes and brings line breaks in a cell to LF.
func plain(cell string, doubled, carriage bool) string {
	if doubled {
		cell = strings.ReplaceAll(cell, `""`, `"`)
	}
	if carriage {
		cell = strings.ReplaceAll(strings.ReplaceAll(cell, "\r\n", "\n"), "\r", "\n")
	}
	return cell
}
