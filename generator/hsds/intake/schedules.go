package intake

import (
	"strconv"
	"strings"

	"elinde/generator/finding"
)

// days of iCalendar and ours.
var days = []struct{ there, here string }{{"MO", "Mo"}, {"TU", "Tu"}, {"WE", "We"}, {"TH", "Th"}, {"FR", "Fr"}, {"SA", "Sa"}, {"SU", "Su"}}

// schedules makes the table schedules. A rule that our tables cannot hold (every
// second week, a day of the month) is left out whole: half of it would be wrong.
func (in *intake) schedules() {
	at := in.group("service_at_location", "location_id")
	for _, r := range in.kept("schedule") {
		if in.unweekly(r) {
			continue
		}
		weekdays := weekdaysOf(r.cells["byday"])
		opens, closes, ok := in.times(r)
		if weekdays == "" || !ok {
			continue
		}
		to := row{"weekdays": weekdays, "opens_at": opens, "closes_at": closes, "on_holidays": yes(r.cells["on_holidays"]),
			"valid_from": r.cells["valid_from"], "valid_to": r.cells["valid_to"]}
		if to["valid_to"] == "" {
			to["valid_to"] = r.cells["until"]
		}
		if to["valid_from"] == "" {
			to["valid_from"] = r.cells["dtstart"]
		}
		service, location := in.find("service", r.cells["service_id"]), in.find("location", r.cells["location_id"])
		pair := in.find("service_at_location", r.cells["service_at_location_id"])
		switch {
		case pair != nil:
			in.hours(to, r, in.find("service", pair.cells["service_id"]), in.find("location", pair.cells["location_id"]))
		case service != nil:
			in.hours(to, r, service, location)
		case location != nil: // the hours of a place are those of all that is given there
			for _, p := range at[location.id()] {
				in.hours(to, r, in.find("service", p.cells["service_id"]), location)
			}
		}
	}
}

// hours adds the row of one service at one location, or wherever it is.
func (in *intake) hours(from row, r, service, location *record) {
	if service == nil {
		return
	}
	to := row{"service_id": in.idOf(service), "location_id": in.idOf(location)}
	for k, v := range from {
		to[k] = v
	}
	in.noted(to, r, service, "note", "notes")
	common(to, r)
	in.ours["schedules"] = append(in.ours["schedules"], to)
}

// unweekly reports rules that are not of every week.
func (in *intake) unweekly(r *record) bool {
	for _, name := range []string{"count", "byweekno", "bymonthday", "byyearday"} {
		if r.cells[name] != "" {
			return true
		}
	}
	return r.cells["freq"] == "MONTHLY" || r.cells["interval"] != "" && r.cells["interval"] != "1"
}

// weekdaysOf reads the days of a rule; none where one is no plain day.
func weekdaysOf(byday string) string {
	has := map[string]bool{}
	for _, d := range strings.Split(strings.ToUpper(byday), ",") {
		has[strings.TrimSpace(d)] = true
	}
	var list []string
	for _, d := range days {
		if has[d.there] {
			list = append(list, d.here)
		}
	}
	if len(list) != len(has) {
		return ""
	}
	return strings.Join(list, ";")
}

// times gives opening and closing in the country's time, or in the package's own where
// no country is known; not where that lies on
// another day. 23:59 is the end of the day, as the specification says.
func (in *intake) times(r *record) (opens, closes string, ok bool) {
	from, offset, err := clockOf(r.cells["opens_at"])
	to, other, err2 := clockOf(r.cells["closes_at"])
	if err != nil || err2 != nil {
		return "", "", false
	}
	if offset == nil {
		offset = other
	}
	if zone, err := strconv.ParseFloat(r.cells["timezone"], 64); err == nil && offset == nil && zone >= -14 && zone <= 14 {
		minutes := int(zone * 60)
		offset = &minutes
	}
	if to == 24*60-1 {
		to = 24 * 60
	}
	if offset != nil && in.Zone != nil {
		_, ours := zeroTime.In(in.Zone).Zone()
		from, to = from+ours/60-*offset, to+ours/60-*offset
	}
	if from < 0 || to > 24*60 || to <= from {
		in.report(finding.HSDSHours, finding.Warning, r, "opens_at", r.cells["opens_at"]+"–"+r.cells["closes_at"])
		return "", "", false
	}
	return clock(from), clock(to), true
}
