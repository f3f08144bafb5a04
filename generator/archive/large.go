package archive

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"hash/crc32"
	"iter"

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

// addLarge packs an entry in parts.
func (w *Writer) addLarge(e Entry) error {
	var packed bytes.Buffer
	for part, last := range parts(e.Data) {
		packed.Write(w.deflated(part, last))
	}
	h := &zip.FileHeader{Name: e.Name, Method: zip.Deflate, ModifiedDate: firstDay, CRC32: crc32.ChecksumIEEE(e.Data),
		CompressedSize64: uint64(packed.Len()), UncompressedSize64: uint64(len(e.Data)), CreatorVersion: 20, ReaderVersion: 20}
	for i := range len(e.Name) {
		if e.Name[i] >= 0x80 {
			h.Flags = 0x800 // it is UTF-8
		}
	}
	to, err := w.zip.CreateRaw(h)
	if err == nil {
		_, err = to.Write(packed.Bytes())
	}
	return err
}

// deflated packs a part so that the next can follow.
func (w *Writer) deflated(part []byte, last bool) []byte {
	sum := sha256.New()
	sum.Write([]byte("deflated"))
	if last {
		sum.Write([]byte{1})
	}
	sum.Write(part)
	key := ledger.Key(sum.Sum(nil))
	if known, ok := w.ledger.Find(key); ok {
		return known
	}
	var out bytes.Buffer
	d, err := newDeflater(&out)
	if err == nil {
		_, err = d.Write(part)
	}
	if err == nil {
		if last {
			err = d.Close()
		} else {
			err = d.(deflater).flush()
		}
	}
	if err != nil {
		panic(err) // it goes into memory
	}
	w.ledger.Keep(key, out.Bytes())
	return out.Bytes()
}

// flush ends a part and gives the deflater back.
func (d deflater) flush() error {
	err := d.Flush()
	deflaters.Put((*flate.Writer)(d.Writer))
	return err
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
