package table

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// Names of the encodings as settings and reports write them.
const (
	utf8Name    = "utf-8"
	utf16LE     = "utf-16le"
	utf16BE     = "utf-16be"
	windows1251 = "windows-1251"
	windows1250 = "windows-1250"
)

var decoders = map[string]encoding.Encoding{
	utf16LE:     unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM),
	utf16BE:     unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM),
	windows1251: charmap.Windows1251,
	windows1250: charmap.Windows1250,
}

// decode turns the bytes of a file into text without BOM. The name is that of
// the encoding used; an empty wanted name leaves the guess to the content. What
// the encoding does not have becomes U+FFFD, which the reader reports.
func decode(raw, wanted string) (text, name string) {
	if name = wanted; name == "" {
		name = guessEncoding(raw)
	}
	if d, ok := decoders[name]; ok {
		if s, err := d.NewDecoder().String(raw); err == nil {
			return strings.TrimPrefix(s, "\ufeff"), name
		}
	}
	return strings.ToValidUTF8(strings.TrimPrefix(raw, "\ufeff"), "\ufffd"), utf8Name
}

// guessEncoding goes by the BOM, then by zero bytes, then by validity: a text in
// another encoding is practically never valid UTF-8. One broken character in a
// long UTF-8 file must not turn the rest into nonsense.
func guessEncoding(raw string) string {
	switch {
	case strings.HasPrefix(raw, "\xef\xbb\xbf"):
		return utf8Name
	case strings.HasPrefix(raw, "\xff\xfe"):
		return utf16LE
	case strings.HasPrefix(raw, "\xfe\xff"):
		return utf16BE
	}
	if name := guessUTF16(raw); name != "" {
		return name
	}
	if good, bad := countUTF8(raw); bad == 0 || good > 4*bad {
		return utf8Name
	}
	if scoreCyrillic(raw) > scoreTurkmen(raw) {
		return windows1251
	}
	return windows1250
}

// guessUTF16 recognises UTF-16 without BOM: delimiters, digits and line ends
// have a zero byte always on the same side.
func guessUTF16(raw string) string {
	if len(raw) < 4 || len(raw)%2 != 0 {
		return ""
	}
	var zero [2]int
	n := min(len(raw), 4096)
	for i := range n {
		if raw[i] == 0 {
			zero[i%2]++
		}
	}
	switch few := n / 16; {
	case zero[1] > few && zero[0] == 0:
		return utf16LE
	case zero[0] > few && zero[1] == 0:
		return utf16BE
	}
	return ""
}

// countUTF8 counts the characters of several bytes that are whole, and the
// bytes that belong to none.
func countUTF8(raw string) (good, bad int) {
	if utf8.ValidString(raw) {
		return 0, 0
	}
	for _, r := range raw {
		switch {
		case r == utf8.RuneError:
			bad++
		case r >= utf8.RuneSelf:
			good++
		}
	}
	return good, bad
}
