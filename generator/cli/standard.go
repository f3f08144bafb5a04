package cli

import (
	"bytes"
	"encoding/csv"
	"io/fs"
	"path/filepath"
	"slices"

	"elinde/data"
	"elinde/generator/programme"
)

// writeStandard writes the tables that every site of the country begins with:
// places and their history, the terms, and the sources that these name. Rows that
// the demonstration calls an illustration are the new site's own.
func (a *app) writeStandard(dir string) error {
	used := map[string]bool{}
	for _, name := range []string{"places", "place_validity", "place_changes", "terms"} {
		rows, err := standardTable(name)
		if err != nil {
			return err
		}
		origin := slices.Index(rows[0], "origin")
		for _, row := range rows[1:] {
			if row[origin] == programme.Illustration {
				row[origin] = ""
			}
			used[row[origin]] = true
		}
		if err := writeNew(filepath.Join(dir, name+".csv"), a.sheet(rows)); err != nil {
			return err
		}
	}
	sources, err := standardTable("sources")
	if err != nil {
		return err
	}
	id := slices.Index(sources[0], "id")
	sources = slices.DeleteFunc(sources, func(row []string) bool { return row[id] != "id" && !used[row[id]] })
	return writeNew(filepath.Join(dir, "sources.csv"), a.sheet(sources))
}

func standardTable(name string) ([][]string, error) {
	text, err := fs.ReadFile(data.Standard, name+".csv")
	if err != nil {
		return nil, err
	}
	return csv.NewReader(bytes.NewReader(text)).ReadAll()
}
