package hsds_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"elinde/generator/config"
	"elinde/generator/finding"
	"elinde/generator/hsds"
	"elinde/generator/hsds/intake"
	"elinde/generator/programme"
)

var update = flag.Bool("update", false, "write the lists of docs/hsds.md anew")

// TestWhatIsHeld sends a row with every column filled through HSDS and back, and
// holds the list of docs/hsds.md against what did not come back: no column of any
// table may be lost that the list does not name, and none named that is held.
func TestWhatIsHeld(t *testing.T) {
	rows := filledTables(t)
	s := config.Settings{BaseURL: "https://x.example/", UTCOffset: "+05:00", Country: "p1", Languages: []config.Language{{Code: "tk"}, {Code: "en"}}}
	folder := t.TempDir()
	zip := filepath.Join(folder, "package.zip")
	if err := os.WriteFile(zip, hsds.ExportTables(rows, 20261116, s, hsds.PageAddresses).Tabular(), 0o644); err != nil {
		t.Fatal(err)
	}
	tables, found, err := intake.Read(zip, intake.Options{Languages: s.Codes(), Zone: s.Zone()})
	times := []string{"valid_from", "valid_to", "successor_ids"} // of places: the list of what is not taken has them
	found = slices.DeleteFunc(found, func(f finding.Finding) bool { return f.Code == finding.HSDSUnheld && slices.Contains(times, f.Column) })
	if err != nil || len(found) > 0 {
		t.Fatal(err, found)
	}
	back := map[string]intake.Table{}
	for _, table := range tables {
		back[table.Name] = table
	}
	if s := back["schedules"]; len(s.Rows) != 2 || s.Rows[1][0] != "s2" || s.Rows[1][1] != "l1" {
		t.Errorf("schedules are %q", s.Rows)
	}
	rows.Services[0].Needs = rows.Services[0].Needs[:2] // named twice is named once
	var lost strings.Builder
	lost.WriteString("| ours | not held by HSDS |\n|---|---|\n")
	for _, schema := range programme.Schemas() {
		table, held := back[schema.Table]
		if !held {
			fmt.Fprintf(&lost, "| %s | the whole table |\n", schema.Table)
			continue
		}
		var columns []string
		for _, c := range schema.Columns {
			row := reflect.ValueOf(rows).Elem().Field(schema.Field).Index(0)
			if !sameCells(t, table, c, row.FieldByIndex(c.Index)) {
				columns = append(columns, c.Name)
			}
		}
		if len(columns) > 0 {
			fmt.Fprintf(&lost, "| %s | %s |\n", schema.Table, strings.Join(columns, ", "))
		}
	}
	hold(t, "lost", lost.String())
}

// TestWhatIsNotTaken holds the second list: the fields of HSDS that our tables have
// no place for.
func TestWhatIsNotTaken(t *testing.T) {
	var list strings.Builder
	list.WriteString("| HSDS | not taken |\n|---|---|\n")
	for _, r := range hsds.Resources() {
		if fields := intake.Untaken(&r); len(fields) == len(r.Fields) {
			fmt.Fprintf(&list, "| %s | all of it |\n", r.Name)
		} else if len(fields) > 0 {
			fmt.Fprintf(&list, "| %s | %s |\n", r.Name, strings.Join(fields, ", "))
		}
	}
	hold(t, "untaken", list.String())
}

// hold compares a block of docs/hsds.md, between two comments, with what it must be.
func hold(t *testing.T, name, want string) {
	t.Helper()
	file := filepath.Join("..", "..", "docs", "hsds.md")
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	begin, end := "<!-- "+name+" -->\n", "<!-- /"+name+" -->"
	before, rest, ok := strings.Cut(string(data), begin)
	got, after, ok2 := strings.Cut(rest, end)
	if !ok || !ok2 {
		t.Fatalf("docs/hsds.md has no block %s", name)
	}
	if *update {
		if err := os.WriteFile(file, []byte(before+begin+want+end+after), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if got != want {
		t.Errorf("docs/hsds.md is out of date, run with -update; the block should read\n%s", want)
	}
}

// sameCells compares a column of the first row with what came back.
func sameCells(t *testing.T, table intake.Table, c programme.Column, value reflect.Value) bool {
	t.Helper()
	cell := func(name string) string {
		for i, h := range table.Header {
			if h == name {
				return table.Rows[0][i]
			}
		}
		return ""
	}
	if c.IsText() {
		for i, code := range []string{"tk", "en"} {
			if cell(hsds.InLanguage(c.Name, code)) != value.Index(i).String() {
				return false
			}
		}
		return true
	}
	want, got := fmt.Sprint(value.Interface()), cell(c.Name)
	switch v := value.Interface().(type) {
	case programme.List:
		want = strings.Join(v, ";")
	case programme.YesNo:
		want = map[programme.YesNo]string{programme.Yes: "yes", programme.No: "no"}[v]
	case programme.Whole:
		want = fmt.Sprint(v.N)
	case programme.Decimal:
		want = v.Text
	case programme.Weekdays:
		want = "Mo"
	}
	if want == "" {
		t.Fatalf("%s.%s is not filled: the test would prove nothing", table.Name, c.Name)
	}
	return got == want
}
