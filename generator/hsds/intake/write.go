package intake

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// ErrNotEmpty: the folder to write holds something already.
var ErrNotEmpty = errors.New("the folder is not empty")

// Write writes the tables as CSV files (UTF-8, commas, LF) of a new folder. They are
// written aside and appear at once: whatever fails leaves nothing behind.
func Write(folder string, tables []Table) (err error) {
	entries, err := os.ReadDir(folder)
	switch {
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return err
	case len(entries) > 0:
		return fmt.Errorf("cannot write %s: %w", folder, ErrNotEmpty)
	}
	if err := os.MkdirAll(filepath.Dir(folder), 0o755); err != nil {
		return err
	}
	aside, err := os.MkdirTemp(filepath.Dir(folder), ".import-*")
	if err != nil {
		return err
	}
	defer os.RemoveAll(aside)
	for _, t := range tables {
		if err := writeTable(filepath.Join(aside, t.Name+".csv"), t); err != nil {
			return fmt.Errorf("cannot write %s: %w", t.Name, err)
		}
	}
	if err := os.Chmod(aside, 0o755); err != nil {
		return err
	}
	if err := os.Remove(folder); err != nil && !errors.Is(err, fs.ErrNotExist) { // an empty one
		return err
	}
	return os.Rename(aside, folder)
}

func writeTable(name string, t Table) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	w := csv.NewWriter(f)
	err = w.Write(t.Header)
	if err == nil {
		err = w.WriteAll(t.Rows)
	}
	return errors.Join(err, f.Close())
}
