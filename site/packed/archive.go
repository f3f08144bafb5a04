package packed

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/bzip2"
	"errors"
	"fmt"
	"io"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/flate"
	"github.com/klauspost/compress/gzip"
	"github.com/klauspost/compress/zstd"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

type unpacker func(io.Reader) (io.Reader, error)

func gunzip(r io.Reader) (io.Reader, error)   { return gzip.NewReader(r) }
func bunzip(r io.Reader) (io.Reader, error)   { return bzip2.NewReader(r), nil }
func unbrotli(r io.Reader) (io.Reader, error) { return brotli.NewReader(r), nil }
func inflate(r io.Reader) (io.Reader, error)  { return flate.NewReader(r), nil }
func unzstd(r io.Reader) (io.Reader, error) {
	return zstd.NewReader(r, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(maxBytes))
}

// stream opens a file that is one compressed stream.
func (o *opener) stream(name, suffix string, unpack unpacker, data []byte, depth int) error {
	r, err := unpack(bytes.NewReader(data))
	if err != nil {
		return fmt.Errorf("%w: %w", ErrUnreadable, err)
	}
	if d, ok := r.(*zstd.Decoder); ok {
		defer d.Close()
	}
	plain, err := o.read(r)
	if err != nil {
		return err
	}
	return o.piece(bare(name, suffix), plain, depth)
}

// read takes a stream whole, as far as the file's share of memory goes.
func (o *opener) read(r io.Reader) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, o.left+1))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrUnreadable, err)
	}
	if o.left -= int64(len(data)); o.left < 0 {
		return nil, fmt.Errorf("more than %d bytes: %w", maxBytes, ErrUnreadable)
	}
	return data, nil
}

// encrypted is the flag of a file in an archive that asks for a password.
const encrypted = 1

func (o *opener) zip(name string, data []byte, depth int) error {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return fmt.Errorf("%w: %w", ErrUnreadable, err)
	}
	o.take(name, []byte(archive.Comment))
	for _, f := range archive.File {
		o.take(name, []byte(f.Name+"\n"+f.Comment))
		if f.FileInfo().IsDir() {
			continue
		}
		if f.Flags&encrypted != 0 {
			return fmt.Errorf("%s is encrypted: %w", f.Name, ErrUnreadable)
		}
		before := o.left
		r, err := f.Open()
		if err != nil {
			return fmt.Errorf("%s: %w: %w", f.Name, ErrUnreadable, err)
		}
		plain, err := o.read(r)
		r.Close()
		if err != nil {
			return fmt.Errorf("%s: %w", f.Name, err)
		}
		if err := o.piece(name+"/"+f.Name, plain, depth); err != nil {
			return err
		}
		o.release(before)
	}
	return nil
}

func (o *opener) tar(name string, data []byte, depth int) error {
	r := tar.NewReader(bytes.NewReader(data))
	for {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("%w: %w", ErrUnreadable, err)
		}
		o.take(name, []byte(h.Name+"\n"+h.Linkname))
		before := o.left
		plain, err := o.read(r)
		if err != nil {
			return err
		}
		if err := o.piece(name+"/"+h.Name, plain, depth); err != nil {
			return err
		}
		o.release(before)
	}
}

// Encodings that a text without a mark may be in.
var (
	wide   = []encoding.Encoding{unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), unicode.UTF16(unicode.BigEndian, unicode.UseBOM)}
	narrow = []encoding.Encoding{charmap.Windows1251, charmap.Windows1250, charmap.Windows1252, charmap.Windows1254, charmap.KOI8R, charmap.CodePage866}
)

func (o *opener) decoded(name string, e encoding.Encoding, data []byte) {
	if plain, err := e.NewDecoder().Bytes(data); err == nil {
		o.take(name, plain)
	}
}
