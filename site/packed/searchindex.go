package packed

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"strings"
	"sync"
)

// IndexVersion is the version of the files of a search index that are read here
// (search/FORMAT.md).
const IndexVersion = 8

const indexHeader = 8 // version, build and check

// isIndex tells a file of a search index by its header.
func isIndex(data []byte) bool {
	if len(data) < indexHeader || data[0] != 'E' || data[1] != IndexVersion {
		return false
	}
	h := uint32(IndexVersion)
	for _, b := range data[indexHeader:] {
		h = (h ^ uint32(b)) * 16777619
	}
	return uint16(h^h>>16) == binary.LittleEndian.Uint16(data[6:])
}

// seen holds the codes of indexes by their build: other files of an index can be read by
// that of contents.bin alone, which stands before them in any list by name. What is seen
// of more indexes than so many is forgotten.
var seen = struct {
	sync.Mutex
	codes map[string]*IndexCode
}{codes: map[string]*IndexCode{}}

const mostCodes = 256

// searchIndex opens a file of a search index. Its name may not be known: it is read in each
// way that it can be written in.
func (o *opener) searchIndex(name string, data []byte) error {
	build, payload := string(data[2:6]), data[indexHeader:]
	r, err := inflate(bytes.NewReader(payload))
	if err != nil {
		return err
	}
	before := o.left
	if plain, err := o.read(r); err == nil {
		o.take(name, plain)
		if code, err := ReadIndexCode(plain); err == nil {
			seen.Lock()
			if len(seen.codes) >= mostCodes {
				clear(seen.codes)
			}
			seen.codes[build] = code
			seen.Unlock()
			return nil
		}
	} else if o.left < 0 {
		return err
	}
	o.left = before // what only looks compressed may be written bit by bit
	seen.Lock()
	code := seen.codes[build]
	seen.Unlock()
	if code == nil {
		return ErrUnreadable
	}
	for _, way := range []struct {
		counted bool
		kind    TextKind
	}{{false, ShownText}, {true, ShownText}, {true, TermText}} {
		in := &indexBits{data: payload}
		if way.counted { // a number stands before the text, as long again as its ones
			ones := 0
			for in.bit() == 1 {
				ones++
			}
			in.at += ones
		}
		var text strings.Builder
		for token, ok := code.Next(in.bit, way.kind, ""); ok && in.at <= 8*len(payload); token, ok = code.Next(in.bit, way.kind, token) {
			text.WriteString(token)
		}
		if o.left -= int64(text.Len()); o.left < 0 {
			return ErrUnreadable
		}
		o.take(name, []byte(text.String()))
	}
	return nil
}

// indexBits reads bits, the lowest of a byte first; after the end come zeros.
type indexBits struct {
	data []byte
	at   int
}

func (b *indexBits) bit() int {
	b.at++
	if b.at > 8*len(b.data) {
		return 0
	}
	return int(b.data[(b.at-1)/8] >> ((b.at - 1) % 8) & 1)
}

// TextKind is that of a text: others are written by other codes.
type TextKind int

// Texts that are shown, and terms.
const (
	ShownText TextKind = iota
	TermText
	textKinds
)

const digits = "0123456789abcdefghijklmnopqrstuvwxyz"

// IndexCode is the code of the texts of a search index.
type IndexCode struct {
	tokens  []string
	classes [2 * textKinds]struct {
		order  []int // tokens by their codes
		counts []int // of the codes of each length
	}
}

// ReadIndexCode reads the code in an inflated contents.bin.
func ReadIndexCode(contents []byte) (*IndexCode, error) {
	var head struct{ Code []string }
	if err := json.Unmarshal(contents, &head); err != nil {
		return nil, err
	}
	c := &IndexCode{}
	if len(head.Code) != 1+len(c.classes) {
		return nil, ErrUnreadable
	}
	var before []rune
	for part := range strings.SplitSeq(head.Code[0], "\t") {
		shared := -1
		if part != "" {
			shared = strings.IndexByte(digits, part[0])
		}
		if shared < 0 || shared > len(before) {
			return nil, ErrUnreadable
		}
		before = append(before[:shared:shared], []rune(part[1:])...)
		c.tokens = append(c.tokens, string(before))
	}
	for i := range c.classes {
		lengths, class := head.Code[1+i], &c.classes[i]
		if len(lengths) != len(c.tokens) {
			return nil, ErrUnreadable
		}
		for bits := 1; bits < len(digits); bits++ {
			class.counts = append(class.counts, strings.Count(lengths, digits[bits:bits+1]))
			for token := range lengths {
				if lengths[token] == digits[bits] {
					class.order = append(class.order, token)
				}
			}
		}
	}
	return c, nil
}

// Next gives the next token of a text, of bits that bit gives, where before is the token
// before it, "" at the beginning; false where there is no such code.
func (c *IndexCode) Next(bit func() int, kind TextKind, before string) (string, bool) {
	class := c.classes[2*kind]
	if before != "" && !strings.ContainsAny(before[len(before)-1:], " \n"[kind:]) {
		class = c.classes[2*kind+1]
	}
	value, first, index := 0, 0, 0
	for _, count := range class.counts {
		value |= bit()
		if value-first < count {
			if token := c.tokens[class.order[index+value-first]]; token != "" {
				return token, true
			}
			letter := 0
			for range 21 {
				letter = letter<<1 | bit()
			}
			return string(rune(letter)), true
		}
		index += count
		first = (first + count) << 1
		value <<= 1
	}
	return "", false
}
