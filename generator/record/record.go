// Package record keeps what was published of each release: its figures, and which
// of them were withheld, never a withheld value. In come the files of a published
// site, out go plain CSV files beside the data, and a list of their checksums as
// the program sha256sum writes it. A record is written once; a file that is not
// what was written is told and never read.
package record

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
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
