// Package archive makes zip files whose bytes depend on what they hold and on
// nothing else. In come names and contents, out comes a zip file: entries in the
// given order, packed, dated to the first day that the format knows, readable by
// everybody. It knows neither clock nor file system.
package archive

import (
	"archive/zip"
	"bytes"
	"fmt"
	"hash/crc32"
	"path"
	"strings"
	"unicode"

	"elinde/generator/ledger"
)

// Entry is a file of an archive; Name has "/" between folders.
type Entry struct {
	Name string
	Data []byte
}

// firstDay is 1 January 1980, the first day of the format, in its own form.
const firstDay = 1<<5 | 1

// Writer packs one entry after the other and keeps the packed bytes only.
type Writer struct {
	out    bytes.Buffer
	zip    *zip.Writer
	ledger *ledger.Ledger
}

// NewWriter begins an archive. The ledger, which may be nil, knows packed parts of large
// entries.
func NewWriter(known *ledger.Ledger) *Writer {
	w := &Writer{ledger: known}
	w.zip = zip.NewWriter(&w.out)
	return w
}

// Packed is an entry as it stands in an archive, ready to be put into another.
type Packed struct {
	Name   string
	Method uint16
	Sum    uint32 // CRC-32 of the content
	Size   int    // of the content
	Data   []byte // packed
}

// Pack packs an entry; for the ledger see NewWriter.
func Pack(known *ledger.Ledger, e Entry) Packed {
	p := Packed{Name: e.Name, Method: zip.Store, Sum: crc32.ChecksumIEEE(e.Data), Size: len(e.Data), Data: e.Data}
	if ext := path.Ext(e.Name); ext == ".xlsx" || ext == ".zip" {
		return p // packed already
	}
	p.Method = zip.Deflate
	if len(e.Data) < large {
		p.Data = deflated(e.Data, true)
	} else {
		p.Data = inParts(known, e.Data)
	}
	return p
}

// Add packs an entry. An error means that it is too large for the format.
func (w *Writer) Add(e Entry) error { return w.AddPacked(Pack(w.ledger, e)) }

// AddPacked puts in what was packed before.
func (w *Writer) AddPacked(p Packed) error {
	h := &zip.FileHeader{Name: p.Name, Method: p.Method, ModifiedDate: firstDay, CRC32: p.Sum, CompressedSize64: uint64(len(p.Data)),
		UncompressedSize64: uint64(p.Size), CreatorVersion: version, ReaderVersion: version}
	if strings.IndexFunc(p.Name, func(r rune) bool { return r > unicode.MaxASCII }) >= 0 {
		h.Flags = utf8Names
	}
	to, err := w.zip.CreateRaw(h)
	if err == nil {
		_, err = to.Write(p.Data)
	}
	if err != nil {
		return fmt.Errorf("cannot pack %s: %w", p.Name, err)
	}
	return nil
}

// As the format writes that entries are deflated, and that names are UTF-8.
const (
	version   = 20
	utf8Names = 0x800
)

// Bytes finishes the archive and gives it.
func (w *Writer) Bytes() ([]byte, error) {
	if err := w.zip.Close(); err != nil {
		return nil, fmt.Errorf("cannot finish the archive: %w", err)
	}
	return w.out.Bytes(), nil
}

// Zip packs the entries; for the ledger see NewWriter.
func Zip(known *ledger.Ledger, entries []Entry) ([]byte, error) {
	w := NewWriter(known)
	for _, e := range entries {
		if err := w.Add(e); err != nil {
			return nil, err
		}
	}
	return w.Bytes()
}
