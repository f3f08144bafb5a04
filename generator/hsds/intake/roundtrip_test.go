package intake_test

import (
	"bytes"
	"encoding/csv"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"sort"
	"strings"
	"testing"

	"elinde/generator/config"
	"elinde/generator/dataset"
	"elinde/generator/disclosure"
	"elinde/generator/finding"
	"elinde/generator/hsds"
	"elinde/generator/hsds/intake"
	"elinde/generator/programme"
	"elinde/generator/table"
)

var addresses = hsds.Addresses{
	Service:  func(id programme.ServiceID) string { return "services/" + string(id) + "/" },
	Provider: func(id programme.ProviderID) string { return "providers/" + string(id) + "/" },
}

// exported reads a data folder and exports what change leaves of it.
func exported(t *testing.T, folder string, s config.Settings, change func(*programme.Tables)) *hsds.Package {
	t.Helper()
	records, _, err := table.Read(os.DirFS(folder), s)
	if err != nil {
		t.Fatal(err)
	}
	change(&records.Tables)
	d, _ := dataset.Check(records, s)
	p, found := disclosure.Protect(d, s)
	if p == nil {
		t.Fatal(found)
	}
	return hsds.Export(p, s, func(_, key string) string { return key }, addresses)
}

// demonstration exports the demonstration without statistics, without confidential
// places, which come back as others, and without rules, which HSDS does not hold.
func demonstration(t *testing.T) (config.Settings, *hsds.Package, map[programme.LocationID]bool) {
	t.Helper()
	root := filepath.Join("..", "..", "..")
	s, _, err := config.Load(filepath.Join(root, "config.toml"))
	if err != nil {
		t.Fatal(err)
	}
	hidden := map[programme.LocationID]bool{}
	p := exported(t, filepath.Join(root, s.Data), s, func(rows *programme.Tables) {
		rows.Observations, rows.Revisions, rows.Rules = nil, nil, nil
		keep := rows.Locations[:0]
		for _, l := range rows.Locations {
			if hidden[l.ID] = l.Confidential != programme.No; !hidden[l.ID] {
				keep = append(keep, l)
			}
		}
		rows.Locations = keep
		pairs := rows.ServiceLocations[:0]
		for _, sl := range rows.ServiceLocations {
			if !hidden[sl.LocationID] {
				pairs = append(pairs, sl)
			}
		}
		rows.ServiceLocations = pairs
		hours := rows.Schedules[:0]
		for _, h := range rows.Schedules {
			if !hidden[h.LocationID] {
				hours = append(hours, h)
			}
		}
		rows.Schedules = hours
		rows.PlaceValidity, rows.PlaceChanges = nil, nil // told, and not taken: see docs/hsds.md
	})
	return s, p, hidden
}

// imported imports files and fails on what must not be. Objects of what was retired are
// told, and become no rows.
func imported(t *testing.T, path string, s config.Settings) []intake.Table {
	t.Helper()
	tables, found, err := intake.Read(path, intake.Options{Languages: s.Codes(), Zone: s.Zone()})
	if err != nil {
		t.Fatal(err)
	}
	found = slices.DeleteFunc(found, func(f finding.Finding) bool { return f.Code == finding.HSDSRetired })
	if len(found) > 0 {
		t.Errorf("%d findings, the first: %+v", len(found), found[0])
	}
	return tables
}

// TestThereAndBack exports the demonstration, imports it, and finds every cell of
// the exports that HSDS holds as it was; what is made of the import again is the
// same package, byte by byte. So it goes by the archive and by the JSON objects.
func TestThereAndBack(t *testing.T) {
	s, p, hidden := demonstration(t)
	work := t.TempDir()
	zip := filepath.Join(work, "package.zip")
	if err := os.WriteFile(zip, p.Tabular(), 0o644); err != nil {
		t.Fatal(err)
	}
	tables := imported(t, zip, s)
	again := filepath.Join(work, "again")
	if err := intake.Write(again, tables); err != nil {
		t.Fatal(err)
	}
	compared := 0
	for _, imp := range tables {
		original := originals(t, filepath.Join("..", "..", "..", s.Data, imp.Name+".csv"), imp.Header, hidden)
		back, err := os.ReadFile(filepath.Join(again, imp.Name+".csv"))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(original, back) {
			a, b := strings.Split(string(original), "\n"), strings.Split(string(back), "\n")
			for i := range min(len(a), len(b)) {
				if a[i] != b[i] {
					t.Errorf("%s, line %d:\n%s\n%s", imp.Name, i+1, a[i], b[i])
					break
				}
			}
		}
		compared += len(imp.Rows)
	}
	if compared < 1000 || len(tables) != 8 {
		t.Errorf("compared only %d rows of %d tables", compared, len(tables))
	}
	second := exported(t, again, s, func(*programme.Tables) {})
	if !bytes.Equal(second.Tabular(), p.Tabular()) {
		t.Error("what is exported again is not the same package")
	}

	objects := filepath.Join(work, "objects")
	for f := range p.Files(s.BaseURL, "openapi.json") {
		if f.Path == hsds.Folder+hsds.Archive {
			continue
		}
		name := filepath.Join(objects, filepath.FromSlash(f.Path))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if got := imported(t, objects, s); !reflect.DeepEqual(sorted(got), sorted(tables)) {
		t.Error("the JSON objects give other tables than the archive")
	}
}

// sorted puts the rows of tables in order: objects come in that of their files.
func sorted(tables []intake.Table) []intake.Table {
	for _, t := range tables {
		sort.Slice(t.Rows, func(i, j int) bool { return strings.Join(t.Rows[i], "\x00") < strings.Join(t.Rows[j], "\x00") })
	}
	return tables
}

// originals gives the columns of a table of ours as import writes them, without the
// rows of confidential locations.
func originals(t *testing.T, name string, header []string, hidden map[programme.LocationID]bool) []byte {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	at := map[string]int{}
	for i, h := range rows[0] {
		at[h] = i
	}
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	_ = w.Write(header)
	for _, row := range rows[1:] {
		location, named := at["location_id"]
		if strings.HasSuffix(name, "locations.csv") && !named {
			location, named = at["id"], true
		}
		if named && hidden[programme.LocationID(row[location])] {
			continue
		}
		cells := make([]string, len(header))
		for i, h := range header {
			if j, ok := at[h]; ok {
				cells[i] = row[j]
			}
		}
		_ = w.Write(cells)
	}
	w.Flush()
	return out.Bytes()
}
