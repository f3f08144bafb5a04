package archive

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"iter"
	"sync"

	"github.com/klauspost/compress/flate"

	"elinde/generator/ledger"
)

// An entry of at least so many bytes is packed in parts, of which those that the ledger
// knows are not packed again.
const large = 1 << 20

// Sizes of parts: where one ends depends on the bytes before, so that a change moves
// few ends.
const (
	partLeast = 64 << 10
	partMost  = 1 << 20
	partBits  = 18 // 256 KB more on average
)

// inParts packs data in parts.
func inParts(known *ledger.Ledger, data []byte) []byte {
	var packed bytes.Buffer
	for part, last := range parts(data) {
		sum := sha256.New()
		fmt.Fprintf(sum, "deflated %t ", last)
		sum.Write(part)
		key := ledger.Key(sum.Sum(nil))
		piece, ok := known.Find(key)
		if !ok {
			piece = deflated(part, last)
			known.Keep(key, piece)
		}
		packed.Write(piece)
	}
	return packed.Bytes()
}

// deflaters are used again: each has tables of a megabyte.
var deflaters = sync.Pool{New: func() any {
	w, err := flate.NewWriter(nil, 6)
	if err != nil {
		panic(err) // there is such a level
	}
	return w
}}

// deflated packs data, so that more can follow unless it is the last.
func deflated(data []byte, last bool) []byte {
	var out bytes.Buffer
	w := deflaters.Get().(*flate.Writer)
	defer deflaters.Put(w)
	w.Reset(&out)
	_, err := w.Write(data)
	if err == nil && last {
		err = w.Close()
	} else if err == nil {
		err = w.Flush()
	}
	if err != nil {
		panic(err) // it goes into memory
	}
	return out.Bytes()
}

// parts cuts data; the last part is marked.
func parts(data []byte) iter.Seq2[[]byte, bool] {
	return func(yield func([]byte, bool) bool) {
		for {
			n := cut(data)
			if !yield(data[:n], n == len(data)) || n == len(data) {
				return
			}
			data = data[n:]
		}
	}
}

// cut gives where the first part ends: where a sum over the last 64 bytes has a pattern.
func cut(data []byte) int {
	if len(data) <= partLeast {
		return len(data)
	}
	most := min(len(data), partMost)
	var sum uint64
	for i := partLeast - 64; i < most; i++ {
		if sum = sum<<1 + gear[data[i]]; i >= partLeast && sum>>(64-partBits) == 0 {
			return i + 1
		}
	}
	return most
}

// gear spreads bytes over 64 bits (splitmix64).
var gear = func() (table [256]uint64) {
	var state uint64
	for i := range table {
		state += 0x9e3779b97f4a7c15
		z := state
		z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
		z = (z ^ z>>27) * 0x94d049bb133111eb
		table[i] = z ^ z>>31
	}
	return table
}()
