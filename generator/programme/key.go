package programme

import "strings"

// SeriesKey names a series of figures as table revisions has it: Q.mary.users._T.F._T._T,
// with the codes of declared dimensions, joined with ".", at the end. A figure is named by
// that, "." and its period.
func SeriesKey(freq string, area PlaceID, indicator IndicatorID, extra string, service, sex, age, group TermID) string {
	parts := []string{freq, string(area), string(indicator), string(service), string(sex), string(age), string(group)}
	if extra != "" {
		parts = append(parts, extra)
	}
	return strings.Join(parts, ".")
}
