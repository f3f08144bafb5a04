package pages

import (
	"elinde/generator/paper"
	"elinde/generator/programme"
)

// sheet is what a service's page carries on paper besides what the screen shows:
// where the current version is found, and until when one may trust this one.
type sheet struct {
	Address string      `json:"address,omitempty"` // of the page, absolute
	Code    *paper.Code `json:"code,omitempty"`    // the same as a QR code
	Check   *day        `json:"check,omitempty"`   // the day after which to ask again
	Quiet   bool        `json:"quiet,omitempty"`   // sensitive: no address, and a word of care
}

// sheetOf makes the sheet of a service. The paper of a sensitive one has no
// address on it: it may be found by others.
func (w *planner) sheetOf(s *programme.Service) *sheet {
	v := &sheet{Check: w.day(w.checkAfter(s))}
	if s.Sensitive == programme.Yes {
		v.Quiet = true
		return v
	}
	if w.settings.BaseURL == "" {
		return v
	}
	v.Address = w.settings.BaseURL + w.href(servicePath(s.ID))
	// A base address too long for a QR code is printed in letters alone.
	v.Code, _ = paper.QR(v.Address)
	return v
}

// checkAfter gives the last day on which what is known of a service may be relied
// on: until a row ends, or until it was not checked for too long. Zero where that
// day is past, which the page says in words, or where nothing sets one.
func (w *planner) checkAfter(s *programme.Service) programme.Date {
	var first programme.Date
	end := func(d programme.Date) {
		if d >= w.today && (first == 0 || d < first) {
			first = d
		}
	}
	end(s.ValidTo)
	if s.LastVerified != 0 && w.settings.StaleAfterDays > 0 {
		last := s.LastVerified.AddDays(w.settings.StaleAfterDays)
		if last < w.today {
			return 0
		}
		end(last)
	}
	for _, h := range w.SchedulesOf[s.ID] {
		end(h.ValidTo)
	}
	return first
}
