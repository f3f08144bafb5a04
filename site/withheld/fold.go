package withheld

import (
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// What a character becomes: a letter from a to z or a byte from 0x80, a digit,
// or one of these.
const (
	nothing byte = iota // invisible, or a mark on a letter: as if it were not there
	gap                 // between words
	dot                 // a decimal sign
	dash
	degree
	line // the end of a line, of a block or of a cell
)

// tableSize is where the table of folded characters ends; those beyond are rare.
const tableSize = 0x2100

// plain holds what characters below tableSize become.
var plain = func() (t [tableSize]byte) {
	for r := range t {
		t[r] = foldSlowly(rune(r))
	}
	return t
}()

// ascii is the same for single bytes. A line feed alone is a space, as in HTML and
// in Markdown; rows of CSV end with a carriage return as well.
var ascii = func() (t [128]byte) {
	for c := range t {
		t[c] = gap
		switch {
		case c >= '0' && c <= '9', c >= 'a' && c <= 'z':
			t[c] = byte(c)
		case c >= 'A' && c <= 'Z':
			t[c] = byte(c) | 0x20
		case c == '.' || c == ',':
			t[c] = dot
		case c == '-':
			t[c] = dash
		case c == '\r' || c == '|' || c == ';':
			t[c] = line
		case c == 0 || c == 0x7f:
			t[c] = nothing
		}
	}
	t['*'], t['_'], t['`'], t['~'] = nothing, nothing, nothing, nothing // marks of Markdown
	return t
}()

// lookalikes are pairs of a letter and the Latin one that it looks like or is a
// variant of, beyond what compatibility decomposition says.
const lookalikes = "аaвbеeкkмmнhоoрpсcтtуyхxіiјjѕsһhԁdԛqԝwґгєeүyҳxқkңhөoәeӏlѵvиuйuпnгr" +
	"αaβbγyεeηnιiκkνvοoρpτtυuχxωwζzμuσoϲcϳj" +
	"ıiłløođdħhŧtƀbɑaɡgɩiɪiʏyʙbɴnʀrɢgʜhʟlᴀaᴄcᴅdᴇeᴊjᴋkᴍmᴏoᴘpᴛtᴜuᴠvᴡwᴢzꜱsſsəeǝeŋnþpƅbȷjʋuʌvʘo" +
	"аaօoսuցgոnհhսuяrљl" +
	"ᎪaᎬeᎻhᎫjᏦkᏞlᎷmᏢpᏚsᎢtᏙvᏃzᏴb"

var like = func() map[rune]byte {
	m := map[rune]byte{}
	list := []rune(lookalikes)
	for i := 0; i+1 < len(list); i += 2 {
		if list[i+1] < 0x80 {
			m[list[i]] = byte(list[i+1])
		}
	}
	return m
}()

// foldSlowly works out what a character becomes. One that decomposes into
// several counts by its first; foldAll goes through them.
func foldSlowly(r rune) byte {
	if r < 0x80 {
		return ascii[r]
	}
	if b, ok := like[unicode.ToLower(r)]; ok {
		return b
	}
	switch {
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf, unicode.Variation_Selector), invisible(r):
		return nothing
	case r == 0x2028, r == 0x2029, r == 0x85, r == 0x3b, r == 0x37e:
		return line
	case r == '°' || r == 'º' || r == '˚' || r == '∘' || r == '⁰' || r == '゜':
		return degree
	case r == '٫' || r == '·' || r == '․' || r == '，' || r == '．' || r == '‚' || r == '、':
		return dot
	case unicode.Is(unicode.Pd, r) || r == '−':
		return dash
	case unicode.Is(unicode.Nd, r):
		return '0' + digit(r)
	}
	for _, d := range norm.NFKD.String(string(r)) {
		if d == r {
			break
		}
		return foldSlowly(d)
	}
	if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.So, r) {
		return gap
	}
	if unicode.Is(unicode.So, r) {
		if r >= 0x1F1E6 && r <= 0x1F1FF { // letters of flags
			return 'a' + byte(r-0x1F1E6)
		}
		return gap
	}
	return 0x80 | byte(unicode.ToLower(r))&0x7f
}

// invisible lists letters and signs that show nothing.
func invisible(r rune) bool {
	return r == 0x115F || r == 0x1160 || r == 0x3164 || r == 0xFFA0 || r == 0x17B4 || r == 0x17B5 || r == 0x2800 || r == 0xFFFD ||
		r >= 0xE0000 && r <= 0xE0FFF
}

// digit gives the value of a decimal digit: each range of them begins with a
// nought and holds whole tens.
func digit(r rune) byte {
	for _, x := range unicode.Nd.R16 {
		if r >= rune(x.Lo) && r <= rune(x.Hi) {
			return byte((r - rune(x.Lo)) % 10)
		}
	}
	for _, x := range unicode.Nd.R32 {
		if r >= rune(x.Lo) && r <= rune(x.Hi) {
			return byte((r - rune(x.Lo)) % 10)
		}
	}
	return 0
}
