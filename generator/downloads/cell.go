package downloads

import (
	"bytes"
	"encoding/csv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"elinde/generator/programme"
)

// formulaStarts are the characters with which a spreadsheet may take a cell for a
// formula; their small and full-width forms are read as the plain ones by some.
const formulaStarts = "=+-@"

// safe makes a cell of text harmless: one that could start a formula gets an
// apostrophe before it. Spaces, controls and what is not seen do not hide the
// sign, since some programs drop them. Numbers are not passed through here.
func safe(s string) string {
	for _, r := range s {
		switch {
		case unicode.IsControl(r), strings.Contains(formulaStarts, norm.NFKC.String(string(r))):
			return "'" + s
		case unicode.IsSpace(r), unicode.In(r, unicode.Cf, unicode.Z, unicode.M, unicode.Co, unicode.Other_Default_Ignorable_Code_Point), r == '\u2800', r == utf8.RuneError:
			continue
		}
		return s
	}
	return s
}

// sheet writes a CSV file: UTF-8 without a mark, commas, CRLF (RFC 4180).
type sheet struct {
	buffer bytes.Buffer
	writer *csv.Writer
	codes  []string // of the languages
	row    []string
}

func newSheet(codes []string) *sheet {
	t := &sheet{codes: codes}
	t.writer = csv.NewWriter(&t.buffer)
	t.writer.UseCRLF = true
	return t
}

// word adds a cell of text.
func (t *sheet) word(s string) { t.row = append(t.row, safe(s)) }

// phone adds a telephone number: one that begins with the code of a country as a URI
// (RFC 3966), which no spreadsheet takes for a formula and programs can dial.
func (t *sheet) phone(number string) {
	if digits, ok := strings.CutPrefix(number, "+"); ok {
		number = "tel:+" + strings.Map(func(r rune) rune {
			if r < '0' || r > '9' {
				return -1
			}
			return r
		}, digits)
	}
	t.word(number)
}

// page adds the address of a page in each language; blank where the row has none.
func (t *sheet) page(base, path string) {
	for _, code := range t.codes {
		if path == "" {
			t.word("")
		} else {
			t.word(base + code + "/" + path)
		}
	}
}

// amount adds a number as it was written; blank where there is none.
func (t *sheet) amount(d programme.Decimal) { t.row = append(t.row, d.Text) }

// day adds a date in ISO form; blank for none.
func (t *sheet) day(d programme.Date) { t.row = append(t.row, d.String()) }

// list adds a cell with several codes.
func (t *sheet) list(l programme.List) { t.word(strings.Join(l, ";")) }

// yes adds a boolean.
func (t *sheet) yes(b programme.YesNo) {
	t.row = append(t.row, map[programme.YesNo]string{programme.Yes: "yes", programme.No: "no"}[b])
}

// text adds one cell per language; a missing translation stays blank here, so
// that nobody takes one language for another.
func (t *sheet) text(x programme.Text) {
	for i := range t.codes {
		s := ""
		if i < len(x) {
			s = x[i]
		}
		t.word(s)
	}
}

// head adds column names; one that ends in "[L]" stands for one per language.
func (t *sheet) head(names ...string) {
	for _, n := range names {
		base, each := strings.CutSuffix(n, "[L]")
		if !each {
			t.word(n)
			continue
		}
		for _, code := range t.codes {
			t.word(base + "_" + code)
		}
	}
	t.end()
}

// end finishes the row.
func (t *sheet) end() {
	_ = t.writer.Write(t.row) // a bytes.Buffer does not fail
	t.row = t.row[:0]
}

// bytes gives the finished file.
func (t *sheet) bytes() []byte {
	t.writer.Flush()
	return t.buffer.Bytes()
}
