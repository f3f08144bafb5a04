package readback

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// number is one that stands in a text, with its neighbours.
type number struct {
	text         string // plain digits, "-" and point
	before, next string // neighbouring words, in small letters; "" at the ends
	glued        bool   // part of a word or a code: Q3, 3-nji, 1.0.0
}

// machine are forms that are no numbers to a reader: dates, instants, times,
// periods, versions, fingerprints, addresses.
var machine = regexp.MustCompile(`\d{4}-\d{2}(?:-\d{2})?(?:T[0-9:.]+(?:Z|[+-]\d{2}:?\d{2})?)?\b|\d{4}-Q\d|\d{1,2}:\d{2}(?::\d{2})?|\d+\.\d+\.\d+[0-9.]*|\b[0-9a-f]{16,}\b|https?://\S+|sha256-\S+|urn:\S+|[\w.+-]+@[\w-]+\.[\w.-]+`)

// mayBeMachine says false only of texts in which machine finds nothing: it needs a
// colon, an at sign, a hyphen after a digit, a point between digits or sixteen
// hexadecimal digits. Most texts have none, and looking is cheaper than matching.
func mayBeMachine(s string) bool {
	isDigit := func(i int) bool { return i >= 0 && i < len(s) && '0' <= s[i] && s[i] <= '9' }
	run := 0
	for i := range len(s) {
		c := s[i]
		if isDigit(i) || 'a' <= c && c <= 'f' {
			if run++; run == 16 {
				return true
			}
			continue
		}
		run = 0
		if c == ':' || c == '@' || c == '-' && isDigit(i-1) || c == '.' && isDigit(i-1) && isDigit(i+1) {
			return true
		}
	}
	return false
}

// numbers lists the numbers of a text as a language writes them.
func numbers(s string, l *Language) []number {
	if !strings.ContainsAny(s, "0123456789") {
		if !hasOtherDigits(s) {
			return nil
		}
		s = westernDigits(s)
	}
	return numbersOf(masked(s), l)
}

// masked gives a text without the forms that are no numbers. None of them holds a
// space, so that it is enough to match the few words in which one may be.
func masked(s string) string {
	if !mayBeMachine(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for s != "" {
		word := s
		if i := strings.IndexAny(s, " \t\n\f\r"); i >= 0 {
			word = s[:i+1]
		}
		s = s[len(word):]
		if mayBeMachine(word) {
			word = machine.ReplaceAllString(word, "·")
		}
		b.WriteString(word)
	}
	return b.String()
}

// numbersOf does what numbers does with a masked text.
func numbersOf(s string, l *Language) []number {
	var list []number
	last := "" // the word before
	pending := -1
	word := func(w string) {
		w = strings.ToLower(w)
		if pending >= 0 {
			list[pending].next = w
			pending = -1
		}
		last = w
	}
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case unicode.IsLetter(r) || unicode.IsMark(r):
			end := i + strings.IndexFunc(s[i:]+" ", func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsDigit(r) })
			w := s[i:end]
			word(w)
			i = end
		case '0' <= r && r <= '9':
			text, end := scan(s, i, l)
			n := number{text: text, before: last}
			if sign, ok := signBefore(s[:i]); ok {
				n.text = sign + n.text
			}
			n.glued = gluedAfter(s[end:]) || gluedBefore(s[:i])
			word(text)
			list = append(list, n)
			pending = len(list) - 1
			i = end
		default:
			i += size
		}
	}
	return list
}

// scan reads digits with the language's signs between them.
func scan(s string, i int, l *Language) (text string, end int) {
	var b strings.Builder
	digits := func(at int) int {
		n := at
		for n < len(s) && '0' <= s[n] && s[n] <= '9' {
			n++
		}
		return n
	}
	end = digits(i)
	b.WriteString(s[i:end])
	if l != nil && end-i <= 3 {
		groups := []string{l.Group, "\u00a0", "\u202f"}
		if l.Group == groups[1] {
			groups = append(groups, " ") // where lines are broken by hand, a space is a space
		}
		for _, group := range groups {
			for group != "" && strings.HasPrefix(s[end:], group) && digits(end+len(group)) == end+len(group)+3 {
				b.WriteString(s[end+len(group) : end+len(group)+3])
				end += len(group) + 3
			}
		}
	}
	point := "."
	if l != nil {
		point = l.Decimal
	}
	if point != "" && strings.HasPrefix(s[end:], point) {
		if e := digits(end + len(point)); e > end+len(point) {
			b.WriteString("." + s[end+len(point):e])
			end = e
		}
	}
	return b.String(), end
}

// signBefore says whether a minus stands directly before, and no span or word
// before that.
func signBefore(s string) (string, bool) {
	for _, sign := range []string{"−", "-"} {
		if rest, ok := strings.CutSuffix(s, sign); ok {
			r, _ := utf8.DecodeLastRuneInString(rest)
			if rest == "" || unicode.IsSpace(r) || r == '(' || r == '"' {
				return "-", true
			}
		}
	}
	return "", false
}

// gluedAfter says whether a word goes on after the digits: 3-nji, 15m, 2nd.
func gluedAfter(s string) bool {
	s = strings.TrimPrefix(strings.TrimPrefix(s, "-"), "\u2060")
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(r) || r == '_'
}

// gluedBefore says whether a code comes before the digits: CC-BY-4.0.
func gluedBefore(s string) bool {
	rest, ok := strings.CutSuffix(s, "-")
	r, _ := utf8.DecodeLastRuneInString(rest)
	return ok && unicode.IsLetter(r)
}

// plain gives a number in one form: no sign of zero, no zeros that mean nothing.
func plain(s string) string {
	s = strings.ReplaceAll(s, "−", "-")
	s, negative := strings.CutPrefix(s, "-")
	integer, part, _ := strings.Cut(s, ".")
	integer, part = strings.TrimLeft(integer, "0"), strings.TrimRight(part, "0")
	if integer == "" {
		integer = "0"
	}
	if part != "" {
		integer += "." + part
	}
	if negative && integer != "0" {
		integer = "-" + integer
	}
	return integer
}

// isYear says whether a number without groups is a year.
func (n number) isYear() bool {
	return len(n.text) == 4 && (strings.HasPrefix(n.text, "19") || strings.HasPrefix(n.text, "20"))
}

func hasOtherDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return strings.IndexFunc(s, func(r rune) bool { return r > 0x7f && unicode.IsDigit(r) }) >= 0
		}
	}
	return false
}

// westernDigits turns the digits of other scripts into 0 to 9: they stand in tens
// in Unicode.
func westernDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if r <= 0x7f || !unicode.IsDigit(r) {
			return r
		}
		zero := r
		for zero-1 > 0x7f && unicode.IsDigit(zero-1) && r-zero < 9 {
			zero--
		}
		return '0' + (r - zero)
	}, s)
}
