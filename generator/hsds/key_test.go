package hsds_test

import (
	"bytes"
	"fmt"
	"reflect"
	"slices"
	"testing"

	"elinde/generator/config"
	"elinde/generator/hsds"
	"elinde/generator/programme"
)

// TestKeysHold changes every cell of services, and leaves out every row: no file may
// change under its key, and most keep it.
func TestKeysHold(t *testing.T) {
	s := config.Settings{BaseURL: "https://x.example/", UTCOffset: "+05:00", Country: "p1", Languages: []config.Language{{Code: "tk"}, {Code: "en"}}}
	keyed := func(change func(*programme.Tables)) (keys, files map[string][]byte) {
		rows := filledTables(t)
		change(rows)
		p := hsds.ExportTables(rows, 20261116, s, hsds.PageAddresses)
		p.Key([]byte("the rest"), programme.NewIndex(rows).Sums(), nil)
		keys, files = map[string][]byte{}, map[string][]byte{}
		for f := range p.Files(s.BaseURL, "openapi.json") {
			if f.Make != nil {
				keys[f.Path], files[f.Path] = f.Key, f.Make()
			}
		}
		return keys, files
	}
	keys, files := keyed(func(*programme.Tables) {})
	kept, changed := 0, 0
	hold := func(what string, change func(*programme.Tables)) {
		newKeys, newFiles := keyed(change)
		for path, key := range newKeys {
			switch {
			case !bytes.Equal(key, keys[path]):
				changed++
			case !bytes.Equal(files[path], newFiles[path]):
				t.Errorf("%s: %s changed under its key", what, path)
			default:
				kept++
			}
		}
	}
	schemas := programme.Schemas()
	services := schemas[slices.IndexFunc(schemas, func(s programme.Schema) bool { return s.Table == "services" })]
	for row := range filledTables(t).Services {
		hold(fmt.Sprintf("without row %d", row), func(rows *programme.Tables) { rows.Services = slices.Delete(rows.Services, row, row+1) })
		for _, c := range services.Columns {
			if c.Name != "id" {
				hold(fmt.Sprintf("%s of row %d", c.Name, row), func(rows *programme.Tables) {
					reflect.ValueOf(&rows.Services[row]).Elem().FieldByIndex(c.Index).SetZero()
				})
			}
		}
	}
	if kept < 100 || changed < 100 {
		t.Errorf("%d files kept their keys, %d got others", kept, changed)
	}
}
