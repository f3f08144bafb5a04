// Package static turns a search index into small files that browsers read
// without a server, and reads them again. FORMAT.md beside package search
// specifies each file; client/ is the reader in JavaScript.
//
// In comes a *search.Index, out come Files. Two indexes of the same documents
// give the same bytes.
package static

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"path"
)

// Version is the version of the format; readers refuse others.
const Version = 6

// magic begins each file, then come the id of the build and a check of the rest.
const magic = "E\x06"

const (
	idSize     = 4 // bytes of the id of a build
	headerSize = len(magic) + idSize + 2
	maxFile    = 64 << 20 // bytes of an inflated file; more is damage
)

// Errors of reading.
var (
	ErrDamaged = errors.New("the file is damaged")
	ErrMixed   = errors.New("the file is of another build")
)

// buildID names a build: files of different ids must not be read together.
type buildID [idSize]byte

// seal writes a file: header, then the payload.
func seal(id buildID, payload []byte) []byte {
	b := append([]byte(magic), id[:]...)
	return append(binary.LittleEndian.AppendUint16(b, check(payload)), payload...)
}

// unseal reads what seal wrote. want is the id of the build, nil for any.
func unseal(data []byte, want *buildID) ([]byte, buildID, error) {
	var id buildID
	if len(data) < headerSize || data[0] != magic[0] {
		return nil, id, ErrDamaged
	}
	if v := data[1]; v != Version {
		return nil, id, fmt.Errorf("%w: version %d, want %d", ErrMixed, v, Version)
	}
	copy(id[:], data[len(magic):])
	if want != nil && id != *want {
		return nil, id, ErrMixed
	}
	payload := data[headerSize:]
	if binary.LittleEndian.Uint16(data[headerSize-2:]) != check(payload) {
		return nil, id, ErrDamaged
	}
	return payload, id, nil
}

// check gives a number that most damage changes.
func check(payload []byte) uint16 {
	h := hash(payload, Version)
	return uint16(h ^ h>>16)
}

// deflated says whether a file is compressed by DEFLATE. The others are written bit by bit.
func deflated(name string) bool {
	switch path.Base(path.Dir(name)) {
	case "t", "n", "d":
		return false
	}
	return true
}

// deflate compresses by w, which is used again and again because making one costs more
// than a small file does.
func deflate(w *flate.Writer, payload []byte) ([]byte, error) {
	var b bytes.Buffer
	w.Reset(&b)
	if _, err := w.Write(payload); err != nil {
		return nil, err
	}
	err := w.Close()
	return b.Bytes(), err
}

func inflate(data []byte) ([]byte, error) {
	payload, err := io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(data)), maxFile+1))
	if err != nil || len(payload) > maxFile {
		return nil, ErrDamaged
	}
	return payload, nil
}

// writer builds a payload.
type writer struct{ bytes.Buffer }

func (w *writer) number(n int) {
	var b [binary.MaxVarintLen64]byte
	w.Write(b[:binary.PutUvarint(b[:], uint64(n))])
}

func (w *writer) text(s string) {
	w.number(len(s))
	w.WriteString(s)
}

// reader takes a payload apart. After the first fault it gives zeros, and err
// says so: callers check once.
type reader struct {
	data []byte
	err  error
}

func (r *reader) number() int {
	n, size := binary.Uvarint(r.data)
	if size <= 0 || n > 1<<40 {
		r.fail()
		return 0
	}
	r.data = r.data[size:]
	return int(n)
}

func (r *reader) bytes(n int) []byte {
	if n < 0 || n > len(r.data) {
		r.fail()
		return nil
	}
	b := r.data[:n]
	r.data = r.data[n:]
	return b
}

func (r *reader) text() string { return string(r.bytes(r.number())) }

// count reads a number of things that take at least one byte each, so that a
// damaged number cannot ask for more memory than the file has bytes.
func (r *reader) count() int {
	n := r.number()
	if n > len(r.data) {
		r.fail()
		return 0
	}
	return n
}

func (r *reader) fail() { r.data, r.err = nil, ErrDamaged }
