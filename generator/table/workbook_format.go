package table

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
	"github.com/xuri/nfp"
)

// numberFormat is what the format of a cell makes of its number.
type numberFormat int

const (
	plainNumber numberFormat = iota
	percent
	day     // a date
	timeDay // a time of day, or hours
	moment  // both
)

// built-in formats that people see as dates and times, by their numbers (ECMA-376,
// 18.8.30); those from 27 to 58 are the dates of East Asian calendars.
func builtIn(id int) numberFormat {
	switch {
	case id == 9, id == 10:
		return percent
	case id >= 14 && id <= 17, id >= 27 && id <= 31, id == 36, id >= 50 && id <= 58:
		return day
	case id >= 18 && id <= 21, id >= 32 && id <= 35, id >= 45 && id <= 47:
		return timeDay
	case id == 22:
		return moment
	}
	return plainNumber
}

// readFormats reads the number formats of the styles.
func (w *workbook) readFormats() error {
	var styles struct {
		Own []struct {
			ID   int    `xml:"numFmtId,attr"`
			Code string `xml:"formatCode,attr"`
		} `xml:"numFmts>numFmt"`
		Cells []struct {
			Format int `xml:"numFmtId,attr"`
		} `xml:"cellXfs>xf"`
	}
	if err := w.parse("xl/styles.xml", &styles); err != nil {
		return err
	}
	own := map[int]numberFormat{}
	for _, f := range styles.Own {
		own[f.ID] = formatOf(f.Code)
	}
	for _, c := range styles.Cells {
		f, ok := own[c.Format]
		if !ok {
			f = builtIn(c.Format)
		}
		w.formats = append(w.formats, f)
	}
	return nil
}

// formatOf says what a format code shows of a number: days and years make a date,
// hours a time. Months alone may be minutes.
func formatOf(code string) numberFormat {
	if len(code) > 255 { // the most that Excel takes
		return plainNumber
	}
	parser := nfp.NumberFormatParser()
	sections := parser.Parse(code)
	if len(sections) == 0 {
		return plainNumber
	}
	var date, clock bool
	for _, item := range sections[0].Items {
		switch item.TType {
		case nfp.TokenTypePercent:
			return percent
		case nfp.TokenTypeDateTimes, nfp.TokenTypeElapsedDateTimes:
			value := strings.ToLower(item.TValue)
			date = date || strings.ContainsAny(value, "dye")
			clock = clock || strings.ContainsAny(value, "hs")
			if !date && !clock && strings.Contains(value, "mmm") {
				date = true
			}
		}
	}
	switch {
	case date && clock:
		return moment
	case date:
		return day
	case clock:
		return timeDay
	}
	return plainNumber
}

// cell writes a number as our tables do: dates in ISO form, times as HH:MM, what is
// shown in percent as what is shown, all else without the noise of binary
// fractions. Excel counts with fifteen digits.
func (w *workbook) cell(raw string, style int) (text string, format numberFormat) {
	n, err := strconv.ParseFloat(raw, 64)
	if err != nil || math.IsInf(n, 0) || math.IsNaN(n) {
		return raw, plainNumber
	}
	if style >= 0 && style < len(w.formats) {
		format = w.formats[style]
	}
	switch format {
	case percent:
		return decimal(n * 100), percent
	case day, moment, timeDay:
		if text, ok := w.calendar(n, format); ok {
			return text, format
		}
	}
	return decimal(n), plainNumber
}

// lastDay is 31 December 9999, the last day that Excel knows.
const lastDay = 2958465

// calendar writes a serial number as a day, a time, or both.
func (w *workbook) calendar(n float64, format numberFormat) (string, bool) {
	if n < 0 || n > lastDay+1 {
		return "", false
	}
	seconds := int(math.Round((n - math.Floor(n)) * 86400))
	if format == timeDay && n <= 1 { // a whole day is 24:00
		s := int(math.Round(n * 86400))
		if s%60 != 0 {
			return fmt.Sprintf("%02d:%02d:%02d", s/3600, s/60%60, s%60), true
		}
		return fmt.Sprintf("%02d:%02d", s/3600, s/60%60), true
	}
	t, err := excelize.ExcelDateToTime(math.Floor(n), w.date1904)
	if err != nil {
		return "", false
	}
	t = t.Add(time.Duration(seconds) * time.Second)
	if t.Hour() == 0 && t.Minute() == 0 && t.Second() == 0 && format != timeDay {
		return t.Format(time.DateOnly), true
	}
	return t.Format("2006-01-02T15:04:05"), true
}

// decimal writes a number with at most fifteen digits and no exponent.
func decimal(n float64) string {
	rounded, err := strconv.ParseFloat(strconv.FormatFloat(n, 'g', 15, 64), 64)
	if err != nil {
		rounded = n
	}
	if rounded == 0 {
		return "0"
	}
	return strconv.FormatFloat(rounded, 'f', -1, 64)
}
