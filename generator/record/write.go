package record

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"elinde/generator/programme"
)

// Write writes the record of a release and its checksum.
func Write(folder string, id programme.ReleaseID, columns []string, r Release) error {
	var data bytes.Buffer
	w := csv.NewWriter(&data)
	w.Write(append(slices.Clone(columns), "obs_value", "obs_status"))
	for _, key := range sorted(r) {
		w.Write(append(strings.Split(key, "."), r[key].Value, r[key].Status))
	}
	w.Flush()
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return fmt.Errorf("cannot make the folder of records: %w", err)
	}
	sums, err := os.ReadFile(filepath.Join(folder, Sums))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("cannot read the checksums of the records: %w", err)
	}
	name := string(id) + ".csv"
	known := listed(sums)
	known[name] = sum(data.Bytes())
	var list strings.Builder
	for _, n := range sorted(known) {
		fmt.Fprintf(&list, "%s  %s\n", known[n], n)
	}
	// Whatever stops between the two is told as damage, and written again.
	if err := os.WriteFile(filepath.Join(folder, name), data.Bytes(), 0o666); err != nil {
		return fmt.Errorf("cannot write the record %s: %w", name, err)
	}
	if err := os.WriteFile(filepath.Join(folder, Sums), []byte(list.String()), 0o666); err != nil {
		return fmt.Errorf("cannot write the checksums of the records: %w", err)
	}
	return nil
}
