package dataset

import (
	"strconv"

	"elinde/generator/finding"
	"elinde/generator/programme"
)

// contacts reports active services that nobody can reach.
func contacts(r *report) {
	for i := range r.tables.Services {
		s := &r.tables.Services[i]
		if s.Status == "active" && s.Phone == "" && !r.reachable(s) {
			r.add(finding.ContactMissing, finding.Warning, "services", &s.Row, "", string(s.ID))
		}
	}
}

func (c *check) reachable(s *programme.Service) bool {
	if p := c.index.Provider[s.ProviderID]; p != nil && (p.Phone != "" || p.Email != "") {
		return true
	}
	for _, at := range c.index.LocationsOf[s.ID] {
		l := c.index.Location[at.LocationID]
		if at.Phone != "" || l != nil && !c.secret[l.Index] && (l.Phone != "" || l.Email != "" || !l.Address.Empty()) {
			return true
		}
	}
	return false
}

// schedules reports opening hours of one service at one place that overlap, and
// services all of whose hours have ended.
func schedules(r *report) {
	type where struct {
		service  programme.ServiceID
		location programme.LocationID
	}
	groups := map[where][]*programme.Schedule{}
	var order []where
	for i := range r.tables.Schedules {
		s := &r.tables.Schedules[i]
		w := where{s.ServiceID, s.LocationID}
		if groups[w] == nil {
			order = append(order, w)
		}
		groups[w] = append(groups[w], s)
	}
	for _, w := range order {
		list := groups[w]
		for i, s := range list {
			for _, before := range list[:i] {
				if overlap(s, before) {
					r.add(finding.HoursOverlap, finding.Warning, "schedules", &s.Row, "opens_at",
						s.OpensAt.String()+"-"+s.ClosesAt.String(), "first_line", strconv.Itoa(before.Line))
					break
				}
			}
		}
		if last := ended(list, r.today); last != nil {
			r.add(finding.HoursEnded, finding.Note, "schedules", &last.Row, "valid_to", string(w.service), "date", last.ValidTo.String())
		}
	}
}

func overlap(a, b *programme.Schedule) bool {
	days := programme.Span{From: a.ValidFrom, To: a.ValidTo}
	return a.Weekdays&b.Weekdays != 0 && a.OpensAt < b.ClosesAt && b.OpensAt < a.ClosesAt &&
		days.Meets(programme.Span{From: b.ValidFrom, To: b.ValidTo})
}

// ended gives the row whose end is the last, where all have ended.
func ended(list []*programme.Schedule, today programme.Date) *programme.Schedule {
	var last *programme.Schedule
	for _, s := range list {
		if s.ValidTo == 0 || s.ValidTo >= today {
			return nil
		}
		if last == nil || s.ValidTo > last.ValidTo {
			last = s
		}
	}
	return last
}
