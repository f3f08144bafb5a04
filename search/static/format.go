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
)

// Version is the version of the format; readers refuse others.
const Version = 8

// magic begins each file, then come the id of the build and a check of the rest.
const magic = "E\x08"

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

func deflate(payload []byte) ([]byte, error) {
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, flate.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(payload); err != nil {
		return nil, err
	}
	err = w.Close()
	return b.Bytes(), err
}

func inflate(data []byte) ([]byte, error) {
	payload, err := io.ReadAll(io.LimitReader(flate.NewReader(bytes.NewReader(data)), maxFile+1))
	if err != nil || len(payload) > maxFile {
		return nil, ErrDamaged
	}
	return payload, nil
}
