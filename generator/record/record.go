// Package record keeps what was published of each release: its figures, and which
// of them were withheld, never a withheld value. In come the files of a published
// site, out go plain CSV files beside the data, and a list of their checksums as
// the program sha256sum writes it. A record is written once; a file that is not
// what was written is told and never read.
package record

import (
	"bytes"
	"crypto/sha256"
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

// Folder stands in the data folder, which is read without it.
const Folder = "published"

// Sums lists the checksums of the records.
const Sums = "SHA256SUMS"

// Figure is what was published of a figure.
type Figure struct {
	Value  string // blank where it is withheld or missing
	Status string // SDMX observation status, joined by ";"
}

// Withheld reports whether readers were told that there is a figure, and not which.
func (f Figure) Withheld() bool {
	return f.Value == "" && slices.Contains(strings.Split(f.Status, ";"), "Q")
}

// Release holds the figures of a release by their keys, as in table revisions.
type Release map[string]Figure

// Kept is what a folder of records holds.
type Kept struct {
	Releases map[programme.ReleaseID]Release
	Sum      [sha256.Size]byte // of all records
	Damaged  []string          // files that are not what was written, or gone
}

// Read reads the records of a folder; one that is not there holds none. columns
// name a figure, in the order of its key; a column that the record lacks was
// declared later, and its figures are totals in it.
func Read(folder fs.FS, columns []string) (*Kept, error) {
	k := &Kept{Releases: map[programme.ReleaseID]Release{}}
	sums, err := fs.ReadFile(folder, Sums)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("cannot read the checksums of the records: %w", err)
	}
	k.Sum = sha256.Sum256(sums)
	names, err := fs.Glob(folder, "*.csv")
	if err != nil {
		return nil, fmt.Errorf("cannot list the records: %w", err)
	}
	known := listed(sums)
	for name := range known {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range slices.Compact(names) {
		data, err := fs.ReadFile(folder, name)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("cannot read the record %s: %w", name, err)
		}
		figures, wrong := parse(data, columns)
		if err != nil || wrong != nil || known[name] != sum(data) {
			k.Damaged = append(k.Damaged, name)
			continue
		}
		k.Releases[programme.ReleaseID(strings.TrimSuffix(name, ".csv"))] = figures
	}
	return k, nil
}

// revisions is the file of a release's folder that tells earlier figures too.
const revisions = "revisions.csv"

// Published reads the figures of a release from its files in a published site: all
// CSV files of figures in the folder. It is nil where there are none.
func Published(site fs.FS, folder string, columns []string) (Release, error) {
	names, err := fs.Glob(site, folder+"*.csv")
	if err != nil {
		return nil, fmt.Errorf("cannot list the files of a release: %w", err)
	}
	var all Release
	for _, name := range names {
		if strings.HasSuffix(name, ".sdmx.csv") || strings.HasSuffix(name, "/"+revisions) { // the same figures once more
			continue
		}
		data, err := fs.ReadFile(site, name)
		if err != nil {
			return nil, fmt.Errorf("cannot read the published %s: %w", name, err)
		}
		figures, err := parse(data, columns)
		if err != nil {
			return nil, fmt.Errorf("cannot read the published %s: %w", name, err)
		}
		if all == nil {
			all = Release{}
		}
		for key, f := range figures {
			all[key] = f
		}
	}
	return all, nil
}

// parse reads figures by the names of their columns.
func parse(data []byte, columns []string) (Release, error) {
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil || len(rows) == 0 {
		return Release{}, err
	}
	at := map[string]int{}
	for i, name := range rows[0] {
		at[name] = i
	}
	value, hasValue := at["obs_value"]
	status, hasStatus := at["obs_status"]
	if !hasValue || !hasStatus {
		return nil, errors.New("no column obs_value or obs_status")
	}
	figures := make(Release, len(rows)-1)
	key := make([]string, len(columns))
	for _, row := range rows[1:] {
		for i, column := range columns {
			key[i] = programme.Total
			if n, ok := at[column]; ok {
				key[i] = row[n]
			}
		}
		figures[strings.Join(key, ".")] = Figure{row[value], row[status]}
	}
	return figures, nil
}

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

// listed gives the checksums by file.
func listed(sums []byte) map[string]string {
	known := map[string]string{}
	for line := range strings.Lines(string(sums)) {
		if sum, name, ok := strings.Cut(strings.TrimSpace(line), "  "); ok {
			known[name] = sum
		}
	}
	return known
}

func sum(data []byte) string { return fmt.Sprintf("%x", sha256.Sum256(data)) }

func sorted[V any](m map[string]V) []string {
	var keys []string
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
