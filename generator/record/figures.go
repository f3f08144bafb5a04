package record

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"elinde/generator/programme"
)

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
