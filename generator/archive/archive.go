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
)

// Entry is a file of an archive; Name has "/" between folders.
type Entry struct {
	Name string
	Data []byte
}

// firstDay is 1 January 1980, the first day of the format, in its own form.
const firstDay = 1<<5 | 1

// Zip packs the entries. An error means that an entry is too large for the format.
func Zip(entries []Entry) ([]byte, error) {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	w.RegisterCompressor(zip.Deflate, newDeflater)
	for _, e := range entries {
		method := uint16(zip.Deflate)
		if ext := path.Ext(e.Name); ext == ".xlsx" || ext == ".zip" {
			method = zip.Store // packed already
		}
		part, err := w.CreateHeader(&zip.FileHeader{Name: e.Name, Method: method, ModifiedDate: firstDay})
		if err != nil {
			return nil, fmt.Errorf("cannot pack %s: %w", e.Name, err)
		}
		if _, err := part.Write(e.Data); err != nil {
			return nil, fmt.Errorf("cannot pack %s: %w", e.Name, err)
		}
	}
	if err := w.Close(); err != nil {
		return nil, fmt.Errorf("cannot finish the archive: %w", err)
	}
	return out.Bytes(), nil
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
