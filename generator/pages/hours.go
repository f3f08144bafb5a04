package pages

import (
	"slices"

	"elinde/generator/programme"
)

// hours is one table of opening hours: those in force today, those that come, or
// the notice that we no longer know.
type hours struct {
	Rows     []hoursRow `json:"rows,omitempty"`
	Holidays string     `json:"holidays,omitempty"` // "yes", "no"; "" is not known
	From     *day       `json:"from,omitempty"`     // only where it is to come
	To       *day       `json:"to,omitempty"`
	Expired  *day       `json:"expired,omitempty"` // the last day of the hours that we knew
	Notes    []text     `json:"notes,omitempty"`
}

// hoursRow is a run of weekdays with the same hours; no times: closed.
type hoursRow struct {
	Days  string   `json:"days"`
	Times []string `json:"times,omitempty"`
}

// schedulesAt lists the schedules of a service at a location; "" for those that
// hold wherever it is.
func (w *planner) schedulesAt(s programme.ServiceID, l programme.LocationID) []*programme.Schedule {
	var out []*programme.Schedule
	for _, h := range w.SchedulesOf[s] {
		if h.LocationID == l {
			out = append(out, h)
		}
	}
	return out
}

// hours makes the tables of some schedules: what holds today, then what comes,
// by its first day. Where all lie in the past it says so and shows none: a guess
// would send people to a closed door.
func (w *planner) hours(list []*programme.Schedule) []hours {
	var now []*programme.Schedule
	later := map[programme.Date][]*programme.Schedule{}
	var last programme.Date
	for _, h := range list {
		switch {
		case (programme.Span{From: h.ValidFrom, To: h.ValidTo}).Holds(w.today):
			now = append(now, h)
		case h.ValidFrom > w.today:
			later[h.ValidFrom] = append(later[h.ValidFrom], h)
		default:
			last = max(last, h.ValidTo)
		}
	}
	var out []hours
	if len(now) > 0 {
		out = append(out, w.week(now))
	} else if last != 0 {
		out = append(out, hours{Expired: w.day(last)})
	}
	var starts []programme.Date
	for d := range later {
		starts = append(starts, d)
	}
	slices.Sort(starts)
	for _, d := range starts {
		table := w.week(later[d])
		table.From = w.day(d)
		out = append(out, table)
	}
	return out
}

// week makes one table of schedules that hold at the same time.
func (w *planner) week(list []*programme.Schedule) hours {
	slices.SortStableFunc(list, func(a, b *programme.Schedule) int { return int(a.OpensAt) - int(b.OpensAt) })
	var times [7][]string
	h := hours{}
	var to programme.Date
	for _, s := range list {
		span := s.OpensAt.String() + "–" + s.ClosesAt.String()
		if s.OpensAt.Minutes() == 0 && s.ClosesAt.Minutes() == 24*60 {
			span = w.say("round_the_clock")
		}
		for d := range times {
			if s.Weekdays.Has(d) && !slices.Contains(times[d], span) {
				times[d] = append(times[d], span)
			}
		}
		switch s.OnHolidays {
		case programme.Yes:
			h.Holidays = "yes"
		case programme.No:
			if h.Holidays == "" {
				h.Holidays = "no"
			}
		}
		if s.ValidTo != 0 && (to == 0 || s.ValidTo < to) {
			to = s.ValidTo
		}
		if n := w.optional(s.Note); n != nil && !slices.Contains(h.Notes, *n) {
			h.Notes = append(h.Notes, *n)
		}
	}
	h.To = w.day(to)
	for d := 0; d < 7; {
		end := d
		for end+1 < 7 && slices.Equal(times[end+1], times[d]) {
			end++
		}
		h.Rows = append(h.Rows, hoursRow{w.weekdays(d, end), times[d]})
		d = end + 1
	}
	return h
}

// weekdays names a run of weekdays, 0 is Monday.
func (w *planner) weekdays(first, last int) string {
	name := func(d int) string { return w.say("weekday_" + string(rune('1'+d))) }
	switch {
	case first == 0 && last == 6:
		return w.say("every_day")
	case first == last:
		return name(first)
	}
	return name(first) + " – " + name(last)
}

// holiday is a public holiday.
type holiday struct {
	Day  *day `json:"day"`
	Name text `json:"name"`
}

// nextHoliday gives the first public holiday from today on, nil where none is
// known.
func (w *planner) nextHoliday() *holiday {
	var next *programme.Holiday
	for i := range w.Holidays {
		if h := &w.Holidays[i]; h.Date >= w.today && (next == nil || h.Date < next.Date) {
			next = h
		}
	}
	if next == nil {
		return nil
	}
	return &holiday{w.day(next.Date), w.text(next.Name)}
}

// closure is a temporary closure that lasts or comes: its days, since "now" would be
// wrong on a page that is read later.
type closure struct {
	From   *day  `json:"from"`
	To     *day  `json:"to,omitempty"`
	Reason *text `json:"reason,omitempty"`
}

func (w *planner) closures(list []*programme.Closure) []closure {
	var out []closure
	for _, c := range list {
		if c.To == 0 || c.To >= w.today {
			out = append(out, closure{w.day(c.From), w.day(c.To), w.optional(c.Reason)})
		}
	}
	return out
}
