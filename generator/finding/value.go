package finding

import (
	"strings"
	"unicode/utf8"
)

// mostShown is how many letters of a value a finding shows.
const mostShown = 80

// Short cuts a cell's value to what one line of a report can show.
func Short(value string) string {
	value = strings.ReplaceAll(value, "\n", " ")
	if len(value) <= mostShown {
		return value
	}
	n := 0
	for i := range value {
		if n++; n > mostShown {
			return value[:i] + "…"
		}
	}
	return value
}

// Masked leaves the first letter of a value that nobody may learn from a report:
// enough to find the cell.
func Masked(value string) string {
	r, n := utf8.DecodeRuneInString(value)
	if n == 0 {
		return ""
	}
	return string(r) + "…"
}
