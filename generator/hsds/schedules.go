package hsds

import (
	"strconv"
	"strings"

	"elinde/generator/programme"
)

// days as iCalendar writes them, Monday first.
var days = []string{"MO", "TU", "WE", "TH", "FR", "SA", "SU"}

// schedules exports the opening hours, each as a weekly rule (RFC 5545). The end
// of the day is 23:59, as the specification advises.
func (e *exporter) schedules() {
	seen := map[string]int{}
	for i := range e.Schedules {
		s := &e.Schedules[i]
		of, parent, location := "service_id", e.ids.Of("service", string(s.ServiceID)), ""
		switch {
		case s.LocationID == "":
		case e.given(s.ServiceID, s.LocationID):
			of, parent = "service_at_location_id", e.pair(s.ServiceID, s.LocationID)
		case confidential(e.Index, s.LocationID):
			continue // hours of a place that must not be told, for a service that is not given there
		default:
			location = e.ids.Of("location", string(s.LocationID))
		}
		r := Row{of: parent, "location_id": location, "freq": "WEEKLY", "wkst": "MO", "byday": weekdays(s.Weekdays), "timezone": e.hours,
			"opens_at": clock(s.OpensAt), "closes_at": clock(s.ClosesAt), "valid_from": s.ValidFrom.String(), "valid_to": s.ValidTo.String(),
			"dtstart": s.ValidFrom.String(), "on_holidays": boolean(s.OnHolidays)}
		key := strings.Join([]string{parent + location, r["byday"], r["opens_at"], r["valid_from"]}, "/")
		r["id"] = e.ids.Of("schedule", key, strconv.Itoa(seen[key]))
		seen[key]++
		e.text(r, "notes", s.Note)
		e.common(r, &s.Row)
		e.add("schedule", r)
	}
}

// given reports whether a service is given at a location.
func (e *exporter) given(service programme.ServiceID, location programme.LocationID) bool {
	for _, sl := range e.LocationsOf[service] {
		if sl.LocationID == location {
			return true
		}
	}
	return false
}

func weekdays(w programme.Weekdays) string {
	var list []string
	for i, day := range days {
		if w.Has(i) {
			list = append(list, day)
		}
	}
	return strings.Join(list, ",")
}

// clock writes a time of day as Table Schema wants it.
func clock(c programme.Clock) string {
	switch {
	case c == 0:
		return ""
	case c.Minutes() == 24*60:
		return "23:59:00"
	}
	return c.String() + ":00"
}
