package main

import (
	"bufio"
	"encoding/csv"
	"errors"
	"os"
	"path/filepath"
)

// tableFile is a CSV file that is being written.
type tableFile struct {
	file   *os.File
	buffer *bufio.Writer
	csv    *csv.Writer
}

// row appends a row to a table, which is made with its header at the first one.
// The first error is kept and ends the run in close.
func (m *maker) row(table string, header []string, cells ...string) {
	if m.err != nil {
		return
	}
	t := m.tables[table]
	if t == nil {
		f, err := os.Create(filepath.Join(m.output, "data", table+".csv"))
		if err != nil {
			m.err = err
			return
		}
		buffer := bufio.NewWriterSize(f, 1<<20)
		t = &tableFile{f, buffer, csv.NewWriter(buffer)}
		m.tables[table] = t
		m.err = t.csv.Write(header)
	}
	if len(cells) != len(header) {
		m.err = errors.New(table + ": cells and header differ")
		return
	}
	m.err = errors.Join(m.err, t.csv.Write(cells))
}

func (m *maker) close() error {
	err := m.err
	for _, t := range m.tables {
		t.csv.Flush()
		err = errors.Join(err, t.csv.Error(), t.buffer.Flush(), t.file.Close())
	}
	return err
}
