package readback

import (
	"encoding/binary"
	"iter"
	"strings"
)

// finder looks for many names in much text: most places are passed over by four
// bytes alone.
type finder struct {
	first [1 << 13]byte // bits of the first four bytes, hashed
	names map[uint32][]named
}

type named struct {
	text, means string
	whole       bool // the text is the whole name
}

func newFinder() *finder { return &finder{names: map[uint32][]named{}} }

// add takes a name. Signs that files write in several ways ("&", quotes) part it:
// the longest piece between them is looked for.
func (f *finder) add(name, means string) {
	best := ""
	for _, piece := range strings.FieldsFunc(name, func(r rune) bool { return strings.ContainsRune(`&<>"'’+\`, r) }) {
		if piece = strings.TrimSpace(piece); len(piece) > len(best) {
			best = piece
		}
	}
	if len(best) < 4 {
		return
	}
	start := binary.LittleEndian.Uint32([]byte(best))
	h := spread(start)
	f.first[h>>3] |= 1 << (h & 7)
	f.names[start] = append(f.names[start], named{best, means, best == name})
}

func spread(n uint32) uint32 { return (n * 2654435761) >> 16 }

// in gives what the names that stand in the data mean, in the order of their
// places; one may come more than once. A name that is part of a longer word is none.
func (f *finder) in(data []byte) iter.Seq2[string, int] {
	return func(yield func(string, int) bool) {
		for i := 0; i+4 <= len(data); i++ {
			start := binary.LittleEndian.Uint32(data[i:])
			if h := spread(start); f.first[h>>3]>>(h&7)&1 == 0 {
				continue
			}
			for _, n := range f.names[start] {
				end := i + len(n.text)
				if end > len(data) || string(data[i:end]) != n.text || n.whole && (i > 0 && inWord(data[i-1]) || end < len(data) && inWord(data[end])) {
					continue
				}
				if !yield(n.means, i) {
					return
				}
			}
		}
	}
}

func inWord(c byte) bool {
	return c == '-' || c == '_' || c >= 0x80 || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}
