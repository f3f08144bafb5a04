// Package archive makes zip files whose bytes depend on what they hold and on
// nothing else. In come names and contents, out comes a zip file: entries in the
// given order, packed, dated to the first day that the format knows, readable by
// everybody. It knows neither clock nor file system.
package archive

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"path"
	"sync"

	"github.com/klauspost/compress/flate"

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
	w.zip.RegisterCompressor(zip.Deflate, newDeflater)
	return w
}

// Add packs an entry. An error means that it is too large for the format.
func (w *Writer) Add(e Entry) error {
	method := uint16(zip.Deflate)
	if ext := path.Ext(e.Name); ext == ".xlsx" || ext == ".zip" {
		method = zip.Store // packed already
	}
	if method == zip.Deflate && len(e.Data) >= large {
		if err := w.addLarge(e); err != nil {
			return fmt.Errorf("cannot pack %s: %w", e.Name, err)
		}
		return nil
	}
	part, err := w.zip.CreateHeader(&zip.FileHeader{Name: e.Name, Method: method, ModifiedDate: firstDay})
	if err == nil {
		_, err = part.Write(e.Data)
	}
	if err != nil {
		return fmt.Errorf("cannot pack %s: %w", e.Name, err)
	}
	return nil
}

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

// deflaters are used again: each has tables of a megabyte.
var deflaters sync.Pool

type deflater struct{ *flate.Writer }

func newDeflater(to io.Writer) (io.WriteCloser, error) {
	if w, ok := deflaters.Get().(*flate.Writer); ok {
		w.Reset(to)
		return deflater{w}, nil
	}
	w, err := flate.NewWriter(to, 6)
	return deflater{w}, err
}

func (d deflater) Close() error {
	err := d.Writer.Close()
	deflaters.Put(d.Writer)
	return err
}
