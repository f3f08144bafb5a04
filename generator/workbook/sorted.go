package workbook

import (
	"bytes"
	"cmp"
	"errors"
	"io"
	"io/fs"
	"slices"

	"github.com/xuri/excelize/v2"

	"elinde/generator/archive"
)

// sorted collects the parts of a workbook and packs them in the order of their
// names: excelize hands streamed sheets over in the order of a map.
type sorted struct {
	to    io.Writer
	parts []*part
}

type part struct {
	bytes.Buffer
	name string
}

func newSorted(to io.Writer) excelize.ZipWriter { return &sorted{to: to} }

func (s *sorted) Create(name string) (io.Writer, error) {
	p := &part{name: name}
	s.parts = append(s.parts, p)
	return p, nil
}

// AddFS is never called for a workbook that was not read from a file.
func (s *sorted) AddFS(fs.FS) error { return errors.New("cannot take a file system") }

func (s *sorted) Close() error {
	const types = "[Content_Types].xml" // readers want it first
	slices.SortFunc(s.parts, func(a, b *part) int {
		return cmp.Or(-cmp.Compare(btoi(a.name == types), btoi(b.name == types)), cmp.Compare(a.name, b.name))
	})
	entries := make([]archive.Entry, len(s.parts))
	for i, p := range s.parts {
		entries[i] = archive.Entry{Name: p.name, Data: p.Bytes()}
	}
	data, err := archive.Zip(nil, entries)
	if err != nil {
		return err
	}
	_, err = s.to.Write(data)
	return err
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}
