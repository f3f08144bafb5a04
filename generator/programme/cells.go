package programme

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
)

// LanguageSeparator joins the cells of one text in the order of the configured
// languages before gocsv sees them (gocsv wants fixed structs). It is a control
// character, which no cell may hold: package table removes them and says so.
const LanguageSeparator = "\x1f"

// Text is a text in each configured language, in their order; a missing
// translation is the empty string.
type Text []string

// UnmarshalCSV splits the cells that package table joined.
func (t *Text) UnmarshalCSV(s string) error {
	*t = nil
	if strings.Trim(s, LanguageSeparator) != "" {
		*t = strings.Split(s, LanguageSeparator)
	}
	return nil
}

// In gives the text in language i, or in the first language that has it, and
// the index of the language it is in; -1 where no language has it.
func (t Text) In(i int) (string, int) {
	if i >= 0 && i < len(t) && t[i] != "" {
		return t[i], i
	}
	for j, s := range t {
		if s != "" {
			return s, j
		}
	}
	return "", -1
}

// Empty reports whether no language has the text.
func (t Text) Empty() bool { _, i := t.In(0); return i < 0 }

// List is a cell with several values separated by ";".
type List []string

// UnmarshalCSV splits at ";", trims and drops empty values.
func (l *List) UnmarshalCSV(s string) error {
	*l = nil
	for _, v := range strings.Split(s, ";") {
		if v = strings.TrimSpace(v); v != "" {
			*l = append(*l, v)
		}
	}
	return nil
}

// Has reports whether v is in the list.
func (l List) Has(v string) bool {
	for _, x := range l {
		if x == v {
			return true
		}
	}
	return false
}

// YesNo is a boolean cell; blank is neither.
type YesNo int8

// Values of YesNo.
const (
	Unset YesNo = iota
	No
	Yes
)

// UnmarshalCSV accepts "yes", "no" and blank.
func (b *YesNo) UnmarshalCSV(s string) error {
	switch strings.ToLower(s) {
	case "":
		*b = Unset
	case "yes":
		*b = Yes
	case "no":
		*b = No
	default:
		return errors.New("want yes or no")
	}
	return nil
}

// Whole is a whole number; Set tells 0 from blank.
type Whole struct {
	N   int
	Set bool
}

// UnmarshalCSV accepts an optional sign and digits.
func (w *Whole) UnmarshalCSV(s string) error {
	*w = Whole{}
	if s == "" {
		return nil
	}
	n, err := strconv.Atoi(s)
	if err != nil {
		return errors.New("want a whole number")
	}
	*w = Whole{n, true}
	return nil
}

// Decimal is a decimal number as written: Text keeps every digit of the export,
// F is its nearest float. Text is empty where the cell was blank.
type Decimal struct {
	Text string
	F    float64
}

// UnmarshalCSV accepts digits with an optional sign and one decimal point; no
// exponent, no group separators. A decimal comma was turned into a point by
// package table where the delimiter allows one.
func (d *Decimal) UnmarshalCSV(s string) error {
	*d = Decimal{}
	if s == "" {
		return nil
	}
	digits := strings.TrimLeft(s, "+-")
	if len(s)-len(digits) > 1 || digits == "" || len(s) > 40 || strings.Trim(digits, "0123456789.") != "" ||
		strings.Count(digits, ".") > 1 || strings.HasPrefix(digits, ".") || strings.HasSuffix(digits, ".") {
		return errors.New("want a decimal number")
	}
	f, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return fmt.Errorf("want a decimal number: %w", err)
	}
	*d = Decimal{strings.TrimPrefix(s, "+"), f}
	return nil
}

// Set reports whether the cell held a number.
func (d Decimal) Set() bool { return d.Text != "" }

// Weekdays is a list of two-letter English weekdays, Monday first: bit 0 is Mo.
type Weekdays uint8

var weekdayNames = []string{"mo", "tu", "we", "th", "fr", "sa", "su"}

// UnmarshalCSV accepts "Mo;Tu;We".
func (w *Weekdays) UnmarshalCSV(s string) error {
	*w = 0
	var l List
	_ = l.UnmarshalCSV(s)
next:
	for _, v := range l {
		for i, n := range weekdayNames {
			if strings.EqualFold(v, n) {
				*w |= 1 << i
				continue next
			}
		}
		return errors.New("want weekdays such as Mo;Tu")
	}
	return nil
}

// Has reports whether day (0 = Monday) is in the set.
func (w Weekdays) Has(day int) bool { return w&(1<<day) != 0 }
