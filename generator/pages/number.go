package pages

import (
	"math/big"
	"strconv"
	"strings"

	"golang.org/x/text/feature/plural"

	"elinde/generator/programme"
)

// minus is the sign of negative numbers in text; a hyphen may break off at the
// end of a line and is read as "dash".
const minus = "−"

// number writes a decimal number with the language's group and decimal signs. It
// is rounded half away from zero to the wanted decimals, from the digits of the
// export and not from their nearest float; as many decimals as were written where
// none are wanted.
func (w *words) number(d programme.Decimal, decimals programme.Whole) string {
	if !d.Set() {
		return ""
	}
	s := d.Text
	if decimals.Set {
		if r, ok := new(big.Rat).SetString(s); ok {
			s = r.FloatString(decimals.N)
		}
	}
	return w.localNumber(s)
}

// localNumber turns plain digits with an optional "-" and point into the
// language's form.
func (w *words) localNumber(s string) string {
	s, negative := strings.CutPrefix(s, "-")
	integer, fraction, _ := strings.Cut(s, ".")
	integer = strings.TrimLeft(integer, "0")
	if integer == "" {
		integer = "0"
	}
	if integer == "0" && strings.Trim(fraction, "0") == "" {
		negative = false
	}
	s = group(integer, w.form("number_group", "other"))
	if fraction != "" {
		s += w.form("number_decimal", "other") + fraction
	}
	if negative {
		return minus + s
	}
	return s
}

// group puts the sign between groups of three digits, counted from the right.
func group(digits, sign string) string {
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + sign + digits[i:]
	}
	return digits
}

// measured writes a number of a unit: "12,3 %", "12 345 people". A unit that the
// interface has no words for is named by its label in brackets, since a noun that
// is only known in one form would often stand in the wrong one.
func (w *words) measured(d programme.Decimal, decimals programme.Whole, unit programme.TermID, label text) []text {
	key := unitKey(unit)
	if w.has(key) {
		return []text{{T: w.countOf(key, d, decimals)}}
	}
	value := w.number(d, decimals)
	if label.T == "" {
		return []text{{T: value}}
	}
	return []text{{T: value + " ("}, label, {T: ")"}}
}

// unitKey names the message of a unit. Exports write codes of SDMX, in capitals and
// for many at once.
func unitKey(unit programme.TermID) string {
	code := strings.ToLower(strings.ReplaceAll(string(unit), "-", "_"))
	if same := map[string]string{"persons": "person", "ps": "person", "pt": "percent", "households": "household", "nb": "number", "unit": "number"}[code]; same != "" {
		code = same
	}
	return "unit_" + code
}

// countOf gives the plural message for a decimal number, which fills {{ .Count }}.
func (w *words) countOf(key string, d programme.Decimal, decimals programme.Whole) string {
	return fill(w.form(key, w.pluralForm(d, decimals)), []string{"Count", w.number(d, decimals)})
}

// difference writes how much greater a is than b, without a sign, and −1, 0 or 1.
func (w *words) difference(a, b programme.Decimal, decimals programme.Whole) (d programme.Decimal, sign int) {
	x, ok1 := new(big.Rat).SetString(a.Text)
	y, ok2 := new(big.Rat).SetString(b.Text)
	if !ok1 || !ok2 {
		return programme.Decimal{}, 0
	}
	places := max(fractionDigits(a.Text), fractionDigits(b.Text))
	if decimals.Set {
		// What people can work out from the two numbers that they see.
		places = decimals.N
		x, _ = new(big.Rat).SetString(x.FloatString(places))
		y, _ = new(big.Rat).SetString(y.FloatString(places))
	}
	x.Sub(x, y)
	sign = x.Sign()
	f, _ := x.Abs(x).Float64()
	return programme.Decimal{Text: x.FloatString(places), F: f}, sign
}

func fractionDigits(s string) int {
	_, fraction, _ := strings.Cut(s, ".")
	return len(fraction)
}

// pluralForm gives the plural form that a number takes as it is shown.
func (w *words) pluralForm(d programme.Decimal, decimals programme.Whole) string {
	s := strings.TrimPrefix(d.Text, "-")
	if r, ok := new(big.Rat).SetString(s); ok && decimals.Set {
		s = r.FloatString(decimals.N)
	}
	integer, fraction, _ := strings.Cut(s, ".")
	trimmed := strings.TrimRight(fraction, "0")
	// Plural rules look at no more than the last digits and whether there are others.
	cut := max(0, len(integer)-6)
	i, _ := strconv.Atoi("1"[:min(1, cut)] + integer[cut:])
	f, _ := strconv.Atoi("0" + fraction[:min(6, len(fraction))])
	t, _ := strconv.Atoi("0" + trimmed[:min(6, len(trimmed))])
	return formOf(plural.Cardinal.MatchPlural(w.tag, i, len(fraction), len(trimmed), f, t))
}
