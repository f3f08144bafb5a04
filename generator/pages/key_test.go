package pages

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"iter"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"elinde/site"
	"elinde/themes"
)

// keyed plans pages from other services of the small country, in one language, and
// gives the key and the params of those that have one.
func keyed(t *testing.T, services [][]string) (keys, params map[string][]byte) {
	t.Helper()
	var file bytes.Buffer
	csv.NewWriter(&file).WriteAll(services)
	files := tinyFiles(t)
	files["services.csv"] = &fstest.MapFile{Data: file.Bytes()}
	s := tinySettings()
	p := protected(t, files, s)
	w, err := newPlanner(p, s, themes.Elinde(), newGraph(p.Index(), p.Today(), true), newStatistics(p, s, nil), []byte("all else"), 1)
	if err != nil {
		t.Fatal(err)
	}
	keys, params = map[string][]byte{}, map[string][]byte{}
	for _, room := range []func(*planner) iter.Seq[site.Page]{(*planner).servicePages, (*planner).serviceLists,
		(*planner).letterPages, (*planner).termPages, (*planner).placePages, (*planner).providerPages} {
		for page := range room(w) {
			if page.Key == nil {
				continue
			}
			data, err := json.Marshal(page.Params.(func() any)())
			if err != nil {
				t.Fatal(err)
			}
			keys[page.Path], params[page.Path] = page.Key, data
		}
	}
	return keys, params
}

// TestKeysHold changes every cell of services, and leaves out every row: no page
// may change under its key, and a page may keep its key.
func TestKeysHold(t *testing.T) {
	rows, err := csv.NewReader(bytes.NewReader(tinyFiles(t)["services.csv"].Data)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	keys, params := keyed(t, rows)
	if len(keys) < 2*len(rows) {
		t.Fatalf("%d pages have keys, want those of services and lists", len(keys))
	}
	kept, changed := 0, 0
	hold := func(what string, services [][]string) {
		newKeys, newParams := keyed(t, services)
		for path, key := range newKeys {
			same := bytes.Equal(params[path], newParams[path])
			switch {
			case !bytes.Equal(key, keys[path]):
				changed++
			case !same:
				t.Errorf("%s: %s changed under its key", what, path)
			default:
				kept++
			}
		}
	}
	for row := 1; row < len(rows); row++ {
		hold(fmt.Sprintf("without row %d", row), slices.Delete(slices.Clone(rows), row, row+1))
		for column, name := range rows[0] {
			if name == "id" {
				continue
			}
			other := rows[1+row%(len(rows)-1)][column] // of the next row
			if other == rows[row][column] {
				other += " x"
			}
			services := slices.Clone(rows)
			services[row] = slices.Clone(rows[row])
			services[row][column] = strings.TrimSpace(other)
			hold(fmt.Sprintf("row %d, %s", row, name), services)
		}
	}
	if kept == 0 || changed == 0 {
		t.Errorf("%d pages kept their key, %d did not", kept, changed)
	}
}
