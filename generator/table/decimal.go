package table

import (
	"fmt"
	"reflect"
	"regexp"
	"strings"

	"elinde/generator/finding"
	"elinde/generator/programme"
)

// pointDecimals turns decimal commas into points, in columns of decimal numbers
// and only where the comma is not the delimiter: "3,5" in a comma-separated file
// may as well be two cells gone wrong.
func (sh *sheet) pointDecimals() {
	if sh.delimiter == ',' {
		return
	}
	for j := range sh.layout.columns {
		if sh.layout.columns[j].spec.Type != reflect.TypeFor[programme.Decimal]() {
			continue
		}
		count := 0
		for _, row := range sh.cells[1:] {
			if whole, part, ok := strings.Cut(row[j], ","); ok && digits(strings.TrimLeft(whole, "+-")) && digits(part) {
				row[j] = whole + "." + part
				count++
			}
		}
		if count > 0 {
			sh.report(finding.DecimalAssumed, finding.Note, 0, sh.layout.columns[j].slots[0].header, "", "count", fmt.Sprint(count))
		}
	}
}

func digits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

var (
	grouped  = strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "", "\u2009", "", "'", "", "’", "")
	censored = regexp.MustCompile(`(?i)^\s*(?:[<≤⩽*]|менее|меньше|до \d|less|fewer|under|az|kiçi)|[<*]\s*$`)
)

// meantNumber gives what may be said of a cell that is no number: the number without
// signs between its thousands, a count that somebody hid, or the column that says why
// a value is missing.
func (sh *sheet) meantNumber(value string) []string {
	plain := strings.Replace(grouped.Replace(value), ",", ".", 1)
	whole, part, dot := strings.Cut(strings.TrimLeft(plain, "+-"), ".")
	switch {
	case digits(whole) && (!dot || digits(part)):
		return []string{"suggestion", plain}
	case censored.MatchString(value):
		return []string{"small", value}
	case sh.reader.schema.Table == "observations":
		return []string{"missing", "obs_status"}
	}
	return nil
}
