package withheld

import (
	"bytes"
	"html"
	"slices"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// bones are the letters and digits of a text, folded: capitals, marks and
// look-alikes make no difference. Between two digits stands what separates them,
// if anything; nothing else of what is not a letter or digit is kept.
type bones struct {
	out     []byte
	groups  []int32 // where each group of digits begins
	pending byte    // what separates the last digit from what follows
	run     int     // of how many characters that is made
	digit   bool    // out ends with a digit
}

func (b *bones) reset() {
	b.out, b.groups, b.pending, b.run, b.digit = b.out[:0], b.groups[:0], 0, 0, false
}

// put adds what a character became.
func (b *bones) put(k byte) {
	switch {
	case k >= 'a':
		b.out = append(b.out, k)
		b.digit, b.pending, b.run = false, 0, 0
	case k >= '0':
		if !b.digit {
			b.groups = append(b.groups, int32(len(b.out)))
		} else if b.run > 0 {
			b.out = append(b.out, b.pending)
			b.groups = append(b.groups, int32(len(b.out)))
		}
		b.out = append(b.out, k)
		b.digit, b.pending, b.run = true, 0, 0
	case k != nothing && b.digit:
		b.run++
		switch {
		case k == line || b.pending == line || b.run > 8:
			b.pending = line
		case k == degree || b.pending == degree:
			b.pending = degree
		case b.run == 1:
			b.pending = k
		default:
			b.pending = gap
		}
	}
}

// skeleton is what is left of a file: what is shown, and what stands inside tags.
type skeleton struct{ shown, inside bones }

func (s *skeleton) reset() { s.shown.reset(); s.inside.reset() }

// read adds a file. Character references and the escapes of addresses and of
// JavaScript are resolved, so that each form of a character counts.
func (s *skeleton) read(data []byte, tags bool) {
	b := &s.shown
	b.out = slices.Grow(b.out, len(data)+16)
	if !tags {
		b.read(data)
		return
	}
	for open := true; len(data) > 0; {
		at := bytes.IndexByte(data, '<')
		if at < 0 {
			break
		}
		n := 0
		if open {
			n, open = tagAt(data[at:])
		}
		if n == 0 {
			b.read(data[:at+1])
			data = data[at+1:]
			continue
		}
		b.read(data[:at])
		s.tag(data[at : at+n])
		data = data[at+n:]
	}
	b.read(data)
}

// read adds a piece of text. It is the loop through which all bytes of a site go:
// letters after letters are the short way.
func (b *bones) read(data []byte) {
	for i := 0; i < len(data); {
		c := data[i]
		if c < utf8.RuneSelf {
			k := ascii[c]
			switch {
			case k >= 'a':
				b.out = append(b.out, k)
				b.digit, b.run = false, 0
			case k >= '0':
				b.put(k)
			case c == '&' || c == '%' || c == '\\':
				if n := b.escape(data[i:]); n > 0 {
					i += n
					continue
				}
				b.put(k)
			default:
				if b.digit {
					b.put(k)
				}
			}
			i++
			continue
		}
		r, n := rune(c&0x1f)<<6, 2 // two bytes, as nearly all letters beyond ASCII have
		if c >= 0xC2 && c < 0xE0 && i+1 < len(data) && data[i+1]&0xC0 == 0x80 {
			r |= rune(data[i+1] & 0x3f)
		} else {
			r, n = utf8.DecodeRune(data[i:])
		}
		i += n
		if r >= tableSize {
			b.rune(r)
		} else if k := plain[r]; k >= 'a' {
			b.out = append(b.out, k)
			b.digit, b.run = false, 0
		} else {
			b.put(k)
		}
	}
}

// rune adds a character by the long way.
func (b *bones) rune(r rune) {
	if r < utf8.RuneSelf {
		b.put(ascii[r])
		return
	}
	if _, alone := like[r]; !alone && r >= 0x2100 {
		var buf [utf8.UTFMax]byte
		if d := norm.NFKD.Append(nil, buf[:utf8.EncodeRune(buf[:], r)]...); utf8.RuneCount(d) > 1 {
			for _, part := range string(d) {
				b.put(foldSlowly(part))
			}
			return
		}
	}
	b.put(foldSlowly(r))
}

// tagAt gives the length of the tag at the beginning of data, 0 where there is
// none, and whether anything further on may end one.
func tagAt(data []byte) (n int, open bool) {
	if len(data) < 3 || data[1] != '/' && data[1] != '!' && data[1] != '?' && (data[1]|0x20 < 'a' || data[1]|0x20 > 'z') {
		return 0, true
	}
	n = bytes.IndexByte(data, '>') + 1
	return n, n > 0
}

// tag adds a tag: its attributes apart, and a break where it ends a block.
func (s *skeleton) tag(tag []byte) {
	i := 1
	if tag[i] == '/' {
		i++
	}
	end := i
	for end < len(tag) && (tag[end]|0x20 >= 'a' && tag[end]|0x20 <= 'z' || tag[end] >= '0' && tag[end] <= '9') {
		end++
	}
	if s.shown.digit && !inline[string(tag[i:end])] {
		s.shown.put(line)
	}
	if end+1 < len(tag) {
		s.inside.read(tag[end:])
		s.inside.put(line)
	}
}

// inline are elements that do not part words.
var inline = map[string]bool{"a": true, "b": true, "i": true, "em": true, "strong": true, "span": true, "u": true, "s": true, "small": true,
	"sub": true, "sup": true, "mark": true, "code": true, "abbr": true, "bdi": true, "bdo": true, "wbr": true, "font": true, "ins": true,
	"del": true, "q": true, "time": true, "data": true, "kbd": true, "samp": true, "var": true, "cite": true, "dfn": true, "label": true,
	"tspan": true, "text": true, "tt": true, "big": true}

// escape adds an escaped character at the beginning of data and gives its
// length; 0: there is none.
func (b *bones) escape(data []byte) int {
	switch data[0] {
	case '&':
		end := bytes.IndexByte(data[:min(len(data), 34)], ';')
		if end < 2 {
			return 0
		}
		for _, r := range html.UnescapeString(string(data[:end+1])) {
			b.rune(r)
		}
		return end + 1
	case '%':
		var raw []byte
		for n := 0; n+3 <= len(data) && data[n] == '%'; n += 3 {
			v, err := strconv.ParseUint(string(data[n+1:n+3]), 16, 8)
			if err != nil {
				break
			}
			raw = append(raw, byte(v))
		}
		for _, r := range string(raw) {
			b.rune(r)
		}
		return 3 * len(raw)
	}
	return backslash(b, data)
}

// backslash adds an escape of JSON or JavaScript.
func backslash(b *bones, data []byte) int {
	if len(data) < 2 {
		return 0
	}
	hex := func(from, digits int) (rune, bool) {
		if len(data) < from+digits {
			return 0, false
		}
		v, err := strconv.ParseUint(string(data[from:from+digits]), 16, 32)
		return rune(v), err == nil
	}
	switch data[1] {
	case 'u':
		if r, ok := hex(2, 4); ok {
			if utf16.IsSurrogate(r) && len(data) >= 12 && data[6] == '\\' && data[7] == 'u' {
				if low, ok := hex(8, 4); ok {
					b.rune(utf16.DecodeRune(r, low))
					return 12
				}
			}
			b.rune(r)
			return 6
		}
	case 'x':
		if r, ok := hex(2, 2); ok {
			b.rune(r)
			return 4
		}
	case 'n', 'r', 't':
		b.put(gap)
		return 2
	}
	return 0
}
