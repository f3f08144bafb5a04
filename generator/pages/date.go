package pages

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"elinde/generator/programme"
)

// day is a date for a template: ISO for the machine, T for people, Stop the full
// stop after it at the end of a sentence ("г." has one already).
type day struct {
	ISO  string `json:"iso"`
	T    string `json:"t"`
	Stop string `json:"stop,omitempty"`
}

// day gives the date in words, nil for none. The result is shared: never change it.
func (w *words) day(d programme.Date) *day {
	if d == 0 {
		return nil
	}
	if v, ok := w.days.Load(d); ok {
		return v.(*day)
	}
	v := &day{ISO: d.String(), T: w.date(d)}
	if !strings.HasSuffix(v.T, ".") {
		v.Stop = "."
	}
	w.days.Store(d, v)
	return v
}

// date writes a date: "2026-njy ýylyň 16-njy noýabry", "16 ноября 2026 г.",
// "16 November 2026". Month names and the pattern are messages; only the Turkmen
// ordinals are made here. The Russian "г." is tied to its year by a no-break space.
func (w *words) date(d programme.Date) string {
	t := d.Time()
	return w.say("date_long", "day", w.ordinalNumber(t.Day()), "month", w.say(fmt.Sprintf("month_%d", t.Month())),
		"year", w.ordinalNumber(t.Year()))
}

// instant writes a date and the time of day in the zone of t.
func (w *words) instant(t time.Time) string {
	return w.say("date_time", "date", w.date(programme.DateOf(t)), "time", t.Format("15:04"))
}

// ordinalNumber writes the number of a day or a year as dates of the language
// have it.
func (w *words) ordinalNumber(n int) string {
	if base, _ := w.tag.Base(); base.String() == "tk" {
		return ordinal(n)
	}
	return strconv.Itoa(n)
}

// ordinal writes a Turkmen ordinal, 1-nji, 6-njy: the suffix follows the last
// vowel of the number's name (on 10, otuz 30, kyrk 40, altmyş 60, togsan 90, yüz
// and müň have their own), as official texts write it. A word joiner after the hyphen
// keeps both on one line.
func ordinal(n int) string {
	suffix := "nji"
	switch last := n % 10; {
	case last == 6 || last == 9:
		suffix = "njy"
	case last == 0 && n%100 != 0:
		switch n % 100 {
		case 10, 30, 40, 60, 90:
			suffix = "njy"
		}
	}
	return strconv.Itoa(n) + "-\u2060" + suffix
}
