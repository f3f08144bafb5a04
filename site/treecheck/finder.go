package treecheck

import (
	"encoding/binary"
	"html"
	"slices"
	"strings"
)

// Finder looks for many strings at once, in time that hardly grows with their
// number: a page of the site is searched for every withheld value.
type Finder struct {
	first [1 << 16 / 64]uint64   // a bit for the hash of each string's first four bytes
	byHas map[uint32][]forbidden // by these four bytes
}

type forbidden struct {
	written string // as it would stand in a file
	meant   string
}

// NewFinder prepares to look for the strings, each of at least four bytes,
// written plainly or with HTML's character references.
func NewFinder(list []string) *Finder {
	f := &Finder{byHas: map[uint32][]forbidden{}}
	for _, meant := range list {
		escaped := html.EscapeString(meant)
		written := []string{meant, escaped, strings.ReplaceAll(escaped, "+", "&#43;")}
		slices.Sort(written)
		for _, w := range slices.Compact(written) {
			if len(w) < 4 {
				continue
			}
			key := binary.LittleEndian.Uint32([]byte(w))
			f.byHas[key] = append(f.byHas[key], forbidden{w, meant})
			bit := bitOf(key)
			f.first[bit/64] |= 1 << (bit % 64)
		}
	}
	return f
}

func bitOf(key uint32) uint32 { return key * 2654435761 >> 16 }

// In gives the strings that stand in data, without repetitions, sorted.
func (f *Finder) In(data []byte) []string {
	if f == nil || len(f.byHas) == 0 {
		return nil
	}
	var found []string
	for i := 0; i+4 <= len(data); i++ {
		key := binary.LittleEndian.Uint32(data[i:])
		bit := bitOf(key)
		if f.first[bit/64]&(1<<(bit%64)) == 0 {
			continue
		}
		for _, w := range f.byHas[key] {
			if len(data)-i >= len(w.written) && string(data[i:i+len(w.written)]) == w.written {
				found = append(found, w.meant)
			}
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}
