package downloads

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"elinde/generator/programme"
	"elinde/generator/series"
)

// YearsCSV holds the sums of quarters that pages show, under Folder.
const YearsCSV = "years.csv"

// bySum says in a row how its figure came about.
const bySum = "sum-of-quarters"

// Sums reports whether there are any: the file stands where figures of all indicators
// stand in one file too.
func (d *Downloads) Sums() bool {
	return d.Whole() && slices.ContainsFunc(d.listed(), func(n *programme.Indicator) bool { return addsUp(n) && len(d.tables[n.ID].Years()) > 0 })
}

// addsUp reports whether the quarters of an indicator may be added up.
func addsUp(n *programme.Indicator) bool {
	return n.Frequency == "Q" && n.AdditiveOver.Has("time_period")
}

// sums makes the table of the years, or of the quarters of them that there are, where
// quarters add up: no release tells these figures, and one of which a quarter is
// withheld or missing has no value. Years that a release tells are observations.
func (h *shelf) sums() []byte {
	t := newSheet(h.codes)
	names := append([]string{"as_of_release", "released", "derivation", "quarters"}, h.subjectNames()...)
	t.head(append(names, "time_period", "obs_value", "unit", "symbol", "symbol_name[L]", "origin", "licence")...)
	w := h.rowWriter(t)
	for _, n := range h.listed() {
		if !addsUp(n) {
			continue
		}
		for _, s := range h.tables[n.ID].Years() {
			w.sum(s, n)
		}
	}
	return t.bytes()
}

func (w *rowWriter) sum(s series.Sum, n *programme.Indicator) {
	last, _ := programme.ParsePeriod(s.Key.Period)
	release := ""
	if w.h.newest != nil {
		release = string(w.h.newest.ID)
	}
	w.word(release)
	w.word(w.h.day(w.h.newest))
	w.word(bySum)
	w.word(strings.Join(quartersTo(last), ";"))
	w.subject(n, s.Key)
	w.amountOf(n, yearSpan(last), s.Value, s.Symbols)
	w.origin(n.Origin)
	w.end()
}

// quartersTo lists the quarters from the beginning of a year.
func quartersTo(last programme.Period) []string {
	quarters := make([]string, last.Quarter)
	for i := range quarters {
		quarters[i] = programme.Period{Year: last.Year, Quarter: i + 1}.String()
	}
	return quarters
}

// yearSpan names the time from the beginning of a year to the end of a quarter as
// SDMX does: a year, or a time range.
func yearSpan(last programme.Period) string {
	if last.Quarter == 4 {
		return strconv.Itoa(last.Year)
	}
	return fmt.Sprintf("%d-01-01/P%dM", last.Year, 3*last.Quarter)
}
