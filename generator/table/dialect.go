package table

import "strings"

// delimiters in the order of preference where the header does not decide.
const delimiters = ",;\t"

// guessDelimiter takes the delimiter that finds the most known columns in the
// header, then the one that finds the most columns.
func guessDelimiter(text, wanted string, known func(string) bool) byte {
	switch wanted {
	case "":
	case "tab":
		return '\t'
	default:
		return wanted[0]
	}
	if len(text) > 5 && strings.HasPrefix(text, "sep=") && (text[5] == '\n' || text[5] == '\r') {
		return text[4]
	}
	best, bestKnown, bestCount := byte(','), -1, 0
	for i := range len(delimiters) {
		s := scanner{text: text, comma: delimiters[i], width: maxColumns, line: 1}
		header, count, _, _ := s.next(nil)
		n := 0
		for _, h := range header {
			if known(strings.TrimSpace(h)) {
				n++
			}
		}
		if n > bestKnown || n == bestKnown && count > bestCount {
			best, bestKnown, bestCount = delimiters[i], n, count
		}
	}
	return best
}

// delimiterName names a delimiter for settings and reports, where a tab would
// not be seen.
func delimiterName(b byte) string {
	switch b {
	case '\t':
		return "tab"
	case 0: // a sheet of a workbook has none
		return ""
	}
	return string(b)
}
