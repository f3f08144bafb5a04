package pipeline

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"strings"

	"elinde/generator/config"
	"elinde/generator/downloads"
	"elinde/generator/finding"
	"elinde/generator/programme"
	"elinde/generator/record"
)

// recordsOf reads the records of published releases, with an error for each that
// is damaged: without it nobody knows what is out.
func recordsOf(s config.Settings) (*record.Kept, []finding.Finding, error) {
	kept, err := record.Read(os.DirFS(recordFolder(s)), keyColumns(s))
	if err != nil {
		return nil, nil, err
	}
	var found []finding.Finding
	for _, name := range kept.Damaged {
		found = append(found, finding.Finding{Code: finding.RecordDamaged, Severity: finding.Error, File: path.Join(filepath.ToSlash(s.Data), record.Folder, name)})
	}
	return kept, found, nil
}

func recordFolder(s config.Settings) string { return filepath.Join(s.Path(s.Data), record.Folder) }

// HasRecord reports whether a release has its record.
func HasRecord(s config.Settings, id string) bool {
	_, err := os.Stat(filepath.Join(recordFolder(s), id+".csv"))
	return id != "" && err == nil
}

// HasRecords reports whether a release was ever recorded.
func HasRecords(s config.Settings) bool {
	_, err := os.Stat(filepath.Join(recordFolder(s), record.Sums))
	return err == nil
}

// Recorded is what Record did, by release.
type Recorded struct {
	Published int // releases of the published site
	Written   []programme.ReleaseID
	// Refused have a record of other figures than the published site shows, and
	// config.toml does not say why.
	Refused []programme.ReleaseID
}

// Record writes what the published site says of each release into the data folder.
// A record stays as it is, unless config.toml says that the release was corrected.
func Record(s config.Settings) (*Recorded, error) {
	kept, _, err := recordsOf(s)
	if err != nil {
		return nil, err
	}
	site := os.DirFS(s.Path(s.Output))
	folders, err := fs.ReadDir(site, path.Clean(downloads.ReleaseFolder("")))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("cannot list the published releases: %w", err)
	}
	done := &Recorded{Published: len(folders)}
	for _, folder := range folders {
		id := programme.ReleaseID(strings.ToUpper(folder.Name())) // 2026-Q1: addresses have small letters
		now, err := record.Published(site, downloads.ReleaseFolder(id), keyColumns(s))
		if err != nil {
			return nil, err
		}
		before, is := kept.Releases[id]
		switch {
		case is && maps.Equal(before, now):
		case is && s.Corrected[string(id)] == "" && !s.Illustration:
			done.Refused = append(done.Refused, id)
		default:
			if err := record.Write(recordFolder(s), id, keyColumns(s), now); err != nil {
				return nil, err
			}
			done.Written = append(done.Written, id)
		}
	}
	return done, nil
}
