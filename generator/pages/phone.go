package pages

import (
	"cmp"
	"strings"

	"elinde/generator/programme"
)

// Phones gives the telephone to call about a service: its own, else that of the
// first place that has one, else its provider's.
func Phones(x *programme.Index) func(*programme.Service) string {
	return (&planner{Index: x}).phoneOf
}

func (w *planner) phoneOf(s *programme.Service) string {
	phone := s.Phone
	for _, sl := range w.LocationsOf[s.ID] {
		if l := w.Location[sl.LocationID]; phone == "" && l != nil && l.Confidential != programme.Yes {
			phone = cmp.Or(sl.Phone, l.Phone)
		}
	}
	if p := w.Provider[s.ProviderID]; phone == "" && p != nil {
		phone = p.Phone
	}
	return phone
}

// tel gives what stands after "tel:" in the address of a telephone number: digits,
// and a plus in front. Templates write the scheme themselves, since a scheme that
// comes out of data is never trusted.
func tel(phone string) string {
	var b strings.Builder
	for i, r := range phone {
		if r >= '0' && r <= '9' || r == '+' && i == 0 {
			b.WriteRune(r)
		}
	}
	return b.String()
}
