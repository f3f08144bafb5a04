package pages

import (
	"testing"
	"time"

	"elinde/generator/config"
	"elinde/generator/programme"
)

func TestCheckAfterIsTheFirstDayThatEndsSomething(t *testing.T) {
	day := func(s string) programme.Date {
		d, err := time.Parse(time.DateOnly, s)
		if err != nil {
			t.Fatal(err)
		}
		return programme.DateOf(d)
	}
	today := day("2026-11-16")
	for name, c := range map[string]struct {
		service programme.Service
		hours   []*programme.Schedule
		want    programme.Date
	}{
		"checked, then stale":      {programme.Service{LastVerified: day("2026-11-10")}, nil, day("2026-11-20")},
		"stale already":            {programme.Service{LastVerified: day("2026-01-01"), ValidTo: day("2027-01-01")}, nil, 0},
		"the row ends before":      {programme.Service{LastVerified: day("2026-11-15"), ValidTo: day("2026-11-20")}, nil, day("2026-11-20")},
		"the hours end before":     {programme.Service{LastVerified: day("2026-11-15")}, []*programme.Schedule{{ValidTo: day("2026-11-18")}}, day("2026-11-18")},
		"former hours say nothing": {programme.Service{LastVerified: day("2026-11-15")}, []*programme.Schedule{{ValidTo: day("2026-11-01")}}, day("2026-11-25")},
		"nothing known":            {programme.Service{}, nil, 0},
	} {
		w := &planner{today: today, settings: config.Settings{StaleAfterDays: 10},
			Index: &programme.Index{SchedulesOf: map[programme.ServiceID][]*programme.Schedule{"": c.hours}}}
		if got := w.checkAfter(&c.service); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}
