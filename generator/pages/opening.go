package pages

import (
	"encoding/json"

	"elinde/generator/programme"
)

// opening is what the theme's components/hours/state.js reads: regular hours and
// closures, so that a page can say whether it is open at the reader's time.
type opening struct {
	Hours    [][6]any    `json:"s"` // weekdays as bits, minutes, on holidays 1, 0, -1 (not known), first and last day
	Closures [][2]string `json:"c,omitempty"`
}

// Openings gives the hours of a service, place by place, as the theme's
// components/hours/state.js reads them: it is open where one of them is. There are
// none of a service that is not in use on the day.
func Openings(x *programme.Index, today programme.Date) func(*programme.Service) []string {
	w := &planner{Index: x, today: today}
	return w.openings
}

func (w *planner) openings(s *programme.Service) []string {
	if w.state(s) != "" {
		return nil
	}
	var all []string
	add := func(at programme.LocationID, closures ...[]*programme.Closure) {
		if o := w.opening(w.schedulesAt(s.ID, at), closures...); o != "" {
			all = append(all, o)
		}
	}
	add("", w.ServiceClosures[s.ID], w.onlyPlaceClosures(s))
	for _, sl := range w.LocationsOf[s.ID] {
		if l := w.Location[sl.LocationID]; l != nil && l.Confidential != programme.Yes {
			add(l.ID, w.ServiceClosures[s.ID], w.PlaceClosures[l.ID])
		}
	}
	return all
}

// onlyPlaceClosures are those of the one place in which a service is given: while that
// is closed, the service is, whatever its own hours say.
func (w *planner) onlyPlaceClosures(s *programme.Service) []*programme.Closure {
	if at := w.LocationsOf[s.ID]; len(at) == 1 {
		if l := w.Location[at[0].LocationID]; l != nil && l.Confidential != programme.Yes {
			return w.PlaceClosures[l.ID]
		}
	}
	return nil
}

// opening encodes the hours that hold now or later; "" where there are none.
func (w *planner) opening(list []*programme.Schedule, closures ...[]*programme.Closure) string {
	var o opening
	for _, h := range list {
		if h.ValidTo != 0 && h.ValidTo < w.today {
			continue
		}
		holidays := -1
		switch h.OnHolidays {
		case programme.Yes:
			holidays = 1
		case programme.No:
			holidays = 0
		}
		o.Hours = append(o.Hours, [6]any{int(h.Weekdays), h.OpensAt.Minutes(), h.ClosesAt.Minutes(), holidays, isoDay(h.ValidFrom), isoDay(h.ValidTo)})
	}
	if o.Hours == nil {
		return ""
	}
	for _, part := range closures {
		for _, c := range part {
			if c.To == 0 || c.To >= w.today {
				o.Closures = append(o.Closures, [2]string{isoDay(c.From), isoDay(c.To)})
			}
		}
	}
	data, err := json.Marshal(o)
	if err != nil {
		panic(err) // only numbers and dates go in
	}
	return string(data)
}

// isoDay writes a date, "" for none.
func isoDay(d programme.Date) string {
	if d == 0 {
		return ""
	}
	return d.String()
}

// holidayDates lists the public holidays from today on.
func (w *planner) holidayDates() []string {
	dates := []string{}
	for i := range w.Holidays {
		if d := w.Holidays[i].Date; d >= w.today {
			dates = append(dates, d.String())
		}
	}
	return dates
}

// zoneMinutes gives the country's time before UTC.
func (w *planner) zoneMinutes() int {
	_, seconds := w.today.Time().In(w.settings.Zone()).Zone()
	return seconds / 60
}
