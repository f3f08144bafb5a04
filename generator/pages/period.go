package pages

import (
	"strconv"

	"elinde/generator/programme"
)

// period writes a period in full: "third quarter of 2026", "III квартал 2026 г.",
// "2026-njy ýylyň 3-nji çärýegi". What is no period is shown as it is.
func (w *words) period(s string) string { return w.periodAs(s, "") }

// shortPeriod writes a period for the head of a column.
func (w *words) shortPeriod(s string) string { return w.periodAs(s, "_short") }

func (w *words) periodAs(s, form string) string {
	p, ok := programme.ParsePeriod(s)
	if !ok {
		return s
	}
	year := w.ordinalNumber(p.Year)
	if form != "" {
		year = strconv.Itoa(p.Year)
	}
	if p.Quarter == 0 {
		return w.say("period_year"+form, "year", year)
	}
	return w.say("period_quarter"+form, "year", year, "quarter", w.say("quarter_"+strconv.Itoa(p.Quarter)+form))
}

// partialDate writes a date that may lack its day or month: 2022, 2022-07 or
// 2022-07-20.
func (w *words) partialDate(s string) string {
	var d programme.Date
	if err := d.UnmarshalCSV(s); err == nil && d != 0 {
		return w.date(d)
	}
	if len(s) == 7 {
		if month, err := strconv.Atoi(s[5:]); err == nil && month >= 1 && month <= 12 {
			return w.say("month_year", "month", w.say("month_alone_"+strconv.Itoa(month)), "year", w.yearNumber(s[:4]))
		}
	}
	if len(s) == 4 {
		return w.say("period_year", "year", w.yearNumber(s))
	}
	return s
}

func (w *words) yearNumber(s string) string {
	n, err := strconv.Atoi(s)
	if err != nil {
		return s
	}
	return w.ordinalNumber(n)
}
