package workbook

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

func book() *Book {
	return &Book{Title: "Hyzmatlar", Author: "Ministrlik", Language: "tk", Created: time.Date(2026, 10, 30, 5, 0, 0, 0, time.UTC), Sheets: []Sheet{
		{Name: "Cover", Title: "Hyzmatlar", Lead: []string{"=1+1"}},
		{Name: "served", Title: "Served", Header: []string{"Place", "2026-Q1", "2026-Q2"}, Widths: []float64{30},
			Rows: [][]Cell{{{Text: "=HYPERLINK(\"x\")"}, {Number: "1234.5", Decimals: 1}, {Text: "[c]"}},
				{{Text: "-2"}, {Number: "0"}, {}}}},
		{Name: "empty", Title: "Empty", Header: []string{"Place"}},
	}}
}

func TestNumbersAreNumbersAndTextsAreTexts(t *testing.T) {
	data, err := book().Bytes()
	if err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		cell, shown, raw string
		kind             excelize.CellType
	}{
		{"A3", "=HYPERLINK(\"x\")", "=HYPERLINK(\"x\")", excelize.CellTypeInlineString},
		{"B3", "1,234.5", "1234.5", excelize.CellTypeUnset},
		{"C3", "[c]", "[c]", excelize.CellTypeInlineString},
		{"A4", "-2", "-2", excelize.CellTypeInlineString},
		{"B4", "0", "0", excelize.CellTypeUnset},
		{"C4", "", "", excelize.CellTypeUnset},
	} {
		shown, _ := f.GetCellValue("served", c.cell)
		raw, _ := f.GetCellValue("served", c.cell, excelize.Options{RawCellValue: true})
		kind, _ := f.GetCellType("served", c.cell)
		formula, _ := f.GetCellFormula("served", c.cell)
		if shown != c.shown || raw != c.raw || kind != c.kind || formula != "" {
			t.Errorf("%s: shown %q, raw %q, kind %d, formula %q", c.cell, shown, raw, kind, formula)
		}
	}
	for sheet, want := range map[string]string{"Cover": "A1:A2", "served": "A1:C4", "empty": "A1:A2"} {
		if got, err := f.GetSheetDimension(sheet); err != nil || got != want {
			t.Errorf("%s says that it holds %s (%v), want %s", sheet, got, err, want)
		}
	}
	if merged, _ := f.GetMergeCells("served"); len(merged) > 0 {
		t.Errorf("merged cells: %v", merged)
	}
	if tables, err := f.GetTables("served"); err != nil || len(tables) != 1 || tables[0].Range != "A2:C4" {
		t.Errorf("tables %v (%v)", tables, err)
	}
}

func TestSameBookGivesTheSameBytes(t *testing.T) {
	first, err := book().Bytes()
	if err != nil {
		t.Fatal(err)
	}
	for range 5 {
		again, err := book().Bytes()
		if err != nil || !bytes.Equal(first, again) {
			t.Fatalf("the same book differs (%v)", err)
		}
	}
}

func TestWhatDoesNotFitIsAnError(t *testing.T) {
	b := book()
	b.Sheets[1].Header = strings.Split(strings.Repeat("x,", MostColumns+1), ",")
	if _, err := b.Bytes(); err == nil {
		t.Error("a sheet of too many columns was written")
	}
	b = book()
	b.Sheets[1].Rows[0][1].Number = "abc"
	if _, err := b.Bytes(); err == nil {
		t.Error("a number that is none was written")
	}
	b = book()
	b.Sheets[1].Name = strings.ToUpper(b.Sheets[0].Name)
	if _, err := b.Bytes(); err == nil {
		t.Error("two sheets that differ by case only were written: the second over the first")
	}
}
