package dataset

import (
	"strconv"

	"elinde/generator/programme"
)

// spanOf gives the days of a period: "2026" or "2026-Q1".
func spanOf(period string) (programme.Span, bool) {
	if len(period) != 4 && len(period) != 7 {
		return programme.Span{}, false
	}
	year, err := strconv.ParseUint(period[:4], 10, 16)
	if err != nil || year < 1900 || year > 2199 {
		return programme.Span{}, false
	}
	first := programme.Date(year * 10000)
	if len(period) == 4 {
		return programme.Span{From: first + 101, To: first + 1231}, true
	}
	quarter := period[6] - '1'
	if period[4:6] != "-Q" || quarter > 3 {
		return programme.Span{}, false
	}
	ends := [...]programme.Date{331, 630, 930, 1231}
	return programme.Span{From: first + programme.Date(quarter)*300 + 101, To: first + ends[quarter]}, true
}

// frequency gives the SDMX frequency of a period that spanOf takes.
func frequency(period string) string {
	if len(period) == 4 {
		return "A"
	}
	return "Q"
}
