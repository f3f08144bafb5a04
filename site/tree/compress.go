package tree

import (
	"bytes"
	"sync"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/gzip"
)

var suffixes = []string{".br", ".gz"}

// Levels: brotli 5 packs 219 MB in about three seconds of two processors, 11 in
// about 150; the difference is a fiftieth of the size.
const (
	brotliLevel = 5
	gzipLevel   = 6
)

var (
	brotliWriters = sync.Pool{New: func() any { return brotli.NewWriterLevel(nil, brotliLevel) }}
	gzipWriters   = sync.Pool{New: func() any { w, _ := gzip.NewWriterLevel(nil, gzipLevel); return w }}
)

// Brotli packs data as the .br twins are packed; the same bytes every time.
func Brotli(data []byte) []byte { return compress(".br", data) }

func compress(suffix string, data []byte) []byte {
	var packed bytes.Buffer
	packed.Grow(len(data)/3 + 64)
	// A write into memory does not fail.
	if suffix == ".br" {
		w := brotliWriters.Get().(*brotli.Writer)
		defer brotliWriters.Put(w)
		w.Reset(&packed)
		w.Write(data)
		w.Close()
		return packed.Bytes()
	}
	w := gzipWriters.Get().(*gzip.Writer)
	defer gzipWriters.Put(w)
	w.Reset(&packed)
	w.Write(data)
	w.Close()
	return packed.Bytes()
}
