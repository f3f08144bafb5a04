package withheld

import (
	"encoding/binary"
	"html"
	"slices"
	"strings"
)

// exact looks for many strings at once, byte by byte, in time that hardly grows
// with their number.
type exact struct {
	first [1 << 16 / 64]uint64 // a bit for the hash of each string's first four bytes
	byHas map[uint32][]written // by these four bytes
}

type written struct {
	text  string // as it would stand in a file
	meant string
}

func newExact() *exact { return &exact{byHas: map[uint32][]written{}} }

// add looks for the string as it is or with HTML's character references.
func (e *exact) add(meant string) {
	escaped := html.EscapeString(meant)
	forms := []string{meant, escaped, strings.ReplaceAll(escaped, "+", "&#43;")}
	slices.Sort(forms)
	for _, w := range slices.Compact(forms) {
		if len(w) < 4 {
			continue
		}
		key := binary.LittleEndian.Uint32([]byte(w))
		e.byHas[key] = append(e.byHas[key], written{w, meant})
		bit := bitOf(key)
		e.first[bit/64] |= 1 << (bit % 64)
	}
}

func bitOf(key uint32) uint32 { return key * 2654435761 >> 16 }

// in adds to found what stands in data.
func (e *exact) in(data []byte, found []string) []string {
	if len(e.byHas) == 0 {
		return found
	}
	for i := 0; i+4 <= len(data); i++ {
		key := binary.LittleEndian.Uint32(data[i:])
		bit := bitOf(key)
		if e.first[bit/64]&(1<<(bit%64)) == 0 {
			continue
		}
		for _, w := range e.byHas[key] {
			if len(data)-i >= len(w.text) && string(data[i:i+len(w.text)]) == w.text {
				found = append(found, w.meant)
			}
		}
	}
	return found
}
