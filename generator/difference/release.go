package difference

import (
	"fmt"
	"io/fs"
	"strings"
)

// Stated is what the file of a release says of a figure.
type Stated struct {
	Value  string // blank where it is withheld or missing
	Status string // SDMX observation status, joined by ";"
}

// Released reads the figures of a published release by their keys: those of all CSV
// files in its folder. It is nil where the folder has none.
func Released(published fs.FS, folder string, dimensions []string) (map[string]Stated, error) {
	names, err := fs.Glob(published, folder+"*.csv")
	if err != nil {
		return nil, fmt.Errorf("cannot list the files of a release: %w", err)
	}
	var figures map[string]Stated
	for _, name := range names {
		if strings.HasSuffix(name, ".sdmx.csv") { // the same figures once more
			continue
		}
		data, err := fs.ReadFile(published, name)
		if err != nil {
			return nil, fmt.Errorf("cannot read the published %s: %w", name, err)
		}
		s, err := parse(data)
		if err != nil {
			return nil, fmt.Errorf("cannot read the published %s: %w", name, err)
		}
		if figures == nil {
			figures = map[string]Stated{}
		}
		for _, row := range s.rows {
			figures[s.key(row, dimensions)] = Stated{s.cell(row, "obs_value"), s.cell(row, "obs_status")}
		}
	}
	return figures, nil
}
