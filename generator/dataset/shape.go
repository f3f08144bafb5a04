package dataset

import (
	"regexp/syntax"
	"strconv"
	"strings"
	"unicode"
)

// shape shows how a value is written without telling it: digits become 9,
// letters a or A, those of another script than Latin я or Я; the rest stands.
func shape(value string) string {
	return strings.Map(func(r rune) rune {
		upper := unicode.IsUpper(r)
		switch {
		case unicode.IsDigit(r):
			return '9'
		case unicode.Is(unicode.Latin, r) && upper:
			return 'A'
		case unicode.Is(unicode.Latin, r):
			return 'a'
		case unicode.IsLetter(r) && upper:
			return 'Я'
		case unicode.IsLetter(r):
			return 'я'
		}
		return r
	}, value)
}

// digits counts the digits of a value.
func digits(value string) string {
	n := 0
	for _, r := range value {
		if unicode.IsDigit(r) {
			n++
		}
	}
	return strconv.Itoa(n)
}

// shapeOf gives the shape of the shortest text that a regular expression
// matches, "" where it has none worth showing.
func shapeOf(pattern string) string {
	re, err := syntax.Parse(pattern, syntax.Perl)
	if err != nil {
		return ""
	}
	var b strings.Builder
	write(&b, re.Simplify())
	return shape(b.String())
}

func write(b *strings.Builder, re *syntax.Regexp) {
	switch re.Op {
	case syntax.OpLiteral:
		for _, r := range re.Rune {
			b.WriteRune(r)
		}
	case syntax.OpCharClass:
		b.WriteRune(ofClass(re.Rune))
	case syntax.OpAnyChar, syntax.OpAnyCharNotNL:
		b.WriteRune('…')
	case syntax.OpConcat:
		for _, sub := range re.Sub {
			write(b, sub)
		}
	case syntax.OpCapture, syntax.OpPlus, syntax.OpAlternate:
		write(b, re.Sub[0])
	case syntax.OpRepeat:
		for range re.Min {
			write(b, re.Sub[0])
		}
	}
}

// ofClass gives a character of a class: a digit where it has one.
func ofClass(pairs []rune) rune {
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i] <= '9' && pairs[i+1] >= '0' {
			return '9'
		}
	}
	if len(pairs) == 0 {
		return '…'
	}
	return pairs[0]
}
