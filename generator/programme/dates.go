package programme

import (
	"errors"
	"fmt"
	"strings"
	"time"
)

// Date is a calendar day as yyyymmdd, comparable with < and ==; 0 is none.
// It has no zone: the programme's days are Turkmenistan's.
type Date int32

// DateOf gives the day of t in t's own zone.
func DateOf(t time.Time) Date {
	return Date(t.Year()*10000 + int(t.Month())*100 + t.Day())
}

// UnmarshalCSV accepts ISO 8601 (2026-11-16) only; other forms are a finding
// with advice, never a guess between day and month.
func (d *Date) UnmarshalCSV(s string) error {
	*d = 0
	if s == "" {
		return nil
	}
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return errors.New("want a date such as 2026-11-16")
	}
	*d = DateOf(t)
	return nil
}

// Dates is a day in each configured language, in their order; 0 is none.
type Dates []Date

// UnmarshalCSV parses the cells that package table joined, each as Date does.
func (d *Dates) UnmarshalCSV(s string) error {
	*d = nil
	if strings.Trim(s, LanguageSeparator) == "" {
		return nil
	}
	cells := strings.Split(s, LanguageSeparator)
	days := make(Dates, len(cells))
	for i, cell := range cells {
		if err := days[i].UnmarshalCSV(cell); err != nil {
			return err
		}
	}
	*d = days
	return nil
}

// Time gives midnight UTC of the day.
func (d Date) Time() time.Time {
	return time.Date(int(d)/10000, time.Month(int(d)/100%100), int(d)%100, 0, 0, 0, 0, time.UTC)
}

// String gives the ISO 8601 form, "" for none.
func (d Date) String() string {
	if d == 0 {
		return ""
	}
	return d.Time().Format(time.DateOnly)
}

// AddDays gives the day n days later.
func (d Date) AddDays(n int) Date { return DateOf(d.Time().AddDate(0, 0, n)) }

// Span is a range of days with both ends included; a zero end is open.
type Span struct{ From, To Date }

// Holds reports whether d lies in the span.
func (s Span) Holds(d Date) bool { return (s.From == 0 || d >= s.From) && (s.To == 0 || d <= s.To) }

// Meets reports whether two spans share a day.
func (s Span) Meets(o Span) bool {
	return (s.To == 0 || o.From == 0 || o.From <= s.To) && (o.To == 0 || s.From == 0 || s.From <= o.To)
}

// Clock is a time of day in minutes after midnight plus one, so that the zero
// value is none; 24:00 is allowed as a closing time.
type Clock int16

// UnmarshalCSV accepts HH:MM from 00:00 to 24:00.
func (c *Clock) UnmarshalCSV(s string) error {
	*c = 0
	if s == "" {
		return nil
	}
	if len(s) != 5 || s[2] != ':' || strings.Trim(s[:2]+s[3:], "0123456789") != "" {
		return errors.New("want a time such as 09:00")
	}
	h, m := int(s[0]-'0')*10+int(s[1]-'0'), int(s[3]-'0')*10+int(s[4]-'0')
	if m > 59 || h > 24 || h == 24 && m > 0 {
		return errors.New("want a time such as 09:00")
	}
	*c = Clock(h*60 + m + 1)
	return nil
}

// Minutes gives the minutes after midnight, -1 for none.
func (c Clock) Minutes() int { return int(c) - 1 }

// String gives HH:MM, "" for none.
func (c Clock) String() string {
	if c == 0 {
		return ""
	}
	return fmt.Sprintf("%02d:%02d", c.Minutes()/60, c.Minutes()%60)
}

// Instant is a date and time with its zone, RFC 3339.
type Instant struct{ time.Time }

// UnmarshalCSV accepts RFC 3339 (2026-10-30T10:00:00+05:00) only: a release time
// without a zone would be published hours early or late.
func (i *Instant) UnmarshalCSV(s string) error {
	*i = Instant{}
	if s == "" {
		return nil
	}
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		return errors.New("want a date and time with zone such as 2026-10-30T10:00:00+05:00")
	}
	i.Time = t
	return nil
}
