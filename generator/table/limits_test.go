package table

import (
	"runtime"
	"strings"
	"testing"
	"testing/fstest"

	"elinde/generator/config"
	"elinde/generator/finding"
)

func read(t testing.TB, files map[string]string) (*Records, []finding.Finding) {
	t.Helper()
	data := fstest.MapFS{}
	for name, text := range files {
		data[name] = &fstest.MapFile{Data: []byte(text)}
	}
	records, found, err := Read(data, trilingual())
	if err != nil {
		t.Fatal(err)
	}
	return records, found
}

func TestReadRefusesWhatIsTooLarge(t *testing.T) {
	const header = "scheme,id,name_tk,name_ru,name_en\n"
	for _, c := range []struct {
		what, text string
		code       finding.Code
		line       int
		column     string
	}{
		{"a cell of a megabyte", header + "need,a,b,c,d\nneed,b,x," + strings.Repeat("ä", 500_000) + ",y\n", finding.CellTooLarge, 3, "name_ru"},
		{"a million columns", strings.Repeat("c,", 1_000_000) + "\n1\n", finding.ColumnsTooMany, 1, ""},
		{"a million cells in a row", header + strings.Repeat("x,", 1_000_000) + "\n", finding.RowTooLong, 2, ""},
		{"a header of a megabyte", strings.Repeat("h", 1<<20) + "\n1\n", finding.CellTooLarge, 1, ""},
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, found := read(t, map[string]string{"terms.csv": c.text})
		runtime.ReadMemStats(&after)
		if mb := (after.TotalAlloc - before.TotalAlloc) >> 20; mb > 40 {
			t.Errorf("%s: %d MB were allocated for %d MB", c.what, mb, len(c.text)>>20)
		}
		seen := false
		for _, f := range found {
			seen = seen || f.Code == c.code && f.Line == c.line && f.Column == c.column && f.Severity == finding.Error
			if len(f.Value) > 400 {
				t.Errorf("%s: a finding shows %d bytes", c.what, len(f.Value))
			}
		}
		if !seen {
			t.Errorf("%s: no %s on line %d, but %v", c.what, c.code, c.line, found)
		}
	}
}

func TestReadGivesBackTheRawCell(t *testing.T) {
	records, _ := read(t, map[string]string{"places.csv": "id;latitude;name_en;name_tk;level\nmary;37,9;Mary, the city; Mary ;city\n"})
	p := &records.Tables.Places[0].Row
	for _, c := range []struct{ column, value, header string }{
		{"latitude", "37,9", "latitude"},
		{"name_en", "Mary, the city", "name_en"},
		{"name", "Mary", "name_tk"},
		{"name_ru", "", "name_ru"},
		{"longitude", "", ""},
		{"nothing", "", ""},
	} {
		value, header := records.Cell(p, "places", c.column)
		if value != c.value || header != c.header && c.column != "name_ru" {
			t.Errorf("cell %s is %q under %q, want %q under %q", c.column, value, header, c.value, c.header)
		}
	}
	if p.Index = 7; records.Policy(p, "places", finding.IDRepeated) != PolicyStop {
		t.Error("a row that was not read has a policy")
	}
}

// FuzzRead holds that no file makes Read panic, that every row is kept or
// counted, and that the same file gives the same findings.
func FuzzRead(f *testing.F) {
	for _, s := range []string{"", "scheme,id,name_tk\nneed,a,b\n", "id;position\n1;2,5\n", "\xff\xfei\x00d\x00", "id\t\"x\n", "\x00,\x1f", "id,id,,\n1\n1,2,3,4,5\n", "scheme,id\nr\xe4,?a?\n"} {
		f.Add([]byte(s), uint8(0))
		f.Add([]byte(s), uint8(130))
	}
	f.Fuzz(func(t *testing.T, raw []byte, which uint8) {
		name := []string{"terms.csv", "services.csv", "observations.csv", "schedules.csv", "outlines.geojson"}[which%5]
		data := fstest.MapFS{name: {Data: raw}}
		set := trilingual()
		if which >= 128 { // with a mapping that leaves rows out for every reason
			set.Tables = map[string][]config.Mapping{
				"terms":     {{Distinct: []string{"id", "name_ru"}, Faulty: map[string]string{"*": PolicySkip}, Codes: map[string]map[string]string{"name_en": {"": "x", "*": "y"}}}},
				"schedules": {{Where: map[string]string{"weekdays": "."}, Templates: map[string]string{"service_id": "{file}-{to|slug}"}, Faulty: map[string]string{"*": PolicyBlank}}},
			}
		}
		records, found, err := Read(data, set)
		if err != nil {
			t.Fatal(err)
		}
		balance(t, records)
		again, foundAgain, _ := Read(data, set)
		if a, b := report(records, found), report(again, foundAgain); a != b {
			t.Fatalf("two readings differ:\n%s\n%s", a, b)
		}
	})
}
