package dataset

import (
	"strconv"

	"elinde/generator/finding"
	"elinde/generator/programme"
)

// statuses compares what a service says of itself with its days and links.
func statuses(r *report) {
	for i := range r.tables.Services {
		s := &r.tables.Services[i]
		warn := func(code finding.Code, column, value string) {
			r.add(code, finding.Warning, "services", &s.Row, column, value)
		}
		switch s.Status {
		case "active":
			if s.ValidTo != 0 && s.ValidTo < r.today {
				warn(finding.ServiceEnded, "valid_to", s.ValidTo.String())
			}
			if s.ValidFrom > r.today {
				warn(finding.ServiceNotBegun, "valid_from", s.ValidFrom.String())
			}
			if len(r.index.AreasOf[s.ID])+len(r.index.LocationsOf[s.ID]) == 0 {
				warn(finding.ServiceWithoutPlace, "", string(s.ID))
			}
		case "paused":
			if s.StatusNote.Empty() {
				warn(finding.StatusNoteMissing, r.cellName("status_note", 0), "")
			}
		case "planned":
			if s.ValidFrom != 0 && s.ValidFrom < r.today {
				warn(finding.ServicePlannedLate, "valid_from", s.ValidFrom.String())
			}
		case "closed":
			next := r.index.Service[s.SuccessorID]
			if s.SuccessorID == "" {
				warn(finding.SuccessorMissing, "successor_id", "")
			} else if next != nil && next.Status == "closed" {
				warn(finding.SuccessorClosed, "successor_id", string(next.ID))
			}
		}
	}
}

// closures checks that a closure is of exactly one thing.
func closures(r *report) {
	for i := range r.tables.Closures {
		c := &r.tables.Closures[i]
		if (c.ServiceID == "") == (c.LocationID == "") {
			r.add(finding.ClosureTarget, finding.Error, "closures", &c.Row, "service_id", string(c.ServiceID))
		}
	}
}

// staleness reports rows that nobody has checked for longer than config.toml
// allows.
func staleness(r *report) {
	limit := r.settings.StaleAfterDays
	if limit <= 0 {
		return
	}
	oldest := r.today.AddDays(-limit)
	look := func(table string, row *programme.Row, d programme.Date) {
		if d != 0 && d < oldest {
			r.add(finding.VerificationOld, finding.Warning, table, row, "last_verified", d.String(), "limit", strconv.Itoa(limit))
		}
	}
	for i := range r.tables.Services {
		s := &r.tables.Services[i]
		if s.Status != "closed" {
			look("services", &s.Row, s.LastVerified)
		}
	}
	for i := range r.tables.Providers {
		look("providers", &r.tables.Providers[i].Row, r.tables.Providers[i].LastVerified)
	}
	for i := range r.tables.Locations {
		look("locations", &r.tables.Locations[i].Row, r.tables.Locations[i].LastVerified)
	}
}
