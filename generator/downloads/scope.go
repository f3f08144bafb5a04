package downloads

import (
	"fmt"
	"slices"
	"strings"

	"elinde/generator/frictionless"
	"elinde/generator/programme"
)

// scope says what figures an edition holds: how many, of how many indicators, and of
// which periods by frequency. A release need not tell every period anew.
func (e edition) scope() *frictionless.Scope {
	s := &frictionless.Scope{Indicators: len(e.order), Figures: e.rows(), Periods: map[string][]string{}}
	for _, n := range e.order {
		for _, f := range e.figures(n.ID) {
			if at, found := slices.BinarySearch(s.Periods[f.Freq], f.TimePeriod); !found {
				s.Periods[f.Freq] = slices.Insert(s.Periods[f.Freq], at, f.TimePeriod)
			}
		}
	}
	return s
}

// periods writes the periods of an edition for people: "2023 … 2025 (3); 2026-Q1 (1)".
func periods(s *frictionless.Scope) string {
	var list []string
	for _, freq := range []string{"A", "Q"} {
		switch p := s.Periods[freq]; len(p) {
		case 0:
		case 1:
			list = append(list, p[0])
		default:
			list = append(list, fmt.Sprintf("%s … %s (%d)", p[0], p[len(p)-1], len(p)))
		}
	}
	return strings.Join(list, "; ")
}

// changed gives the day on which the directory last changed: the newest on which one of
// its rows did or was verified; "" where none says so.
func (h *shelf) changed() string {
	var last programme.Date
	for i := range h.Services {
		last = max(last, h.Services[i].Modified, h.Services[i].LastVerified)
	}
	for i := range h.Providers {
		last = max(last, h.Providers[i].Modified, h.Providers[i].LastVerified)
	}
	for i := range h.Locations {
		if l := &h.Locations[i]; l.Confidential == programme.No {
			last = max(last, l.Modified, l.LastVerified)
		}
	}
	return last.String()
}
