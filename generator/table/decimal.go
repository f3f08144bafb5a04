package table

import (
	"fmt"
	"reflect"
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
