package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
)

// A finding in a workbook names workbook, sheet, row, column and its letter, as an
// official sees them.
func TestFindingsNameTheCellOfAWorkbook(t *testing.T) {
	site := t.TempDir()
	if err := os.MkdirAll(filepath.Join(site, "data"), 0o755); err != nil {
		t.Fatal(err)
	}
	config := "base_url = \"https://example.org/\"\ntitle = { en = \"x\" }\n[[languages]]\ncode = \"en\"\n"
	if err := os.WriteFile(filepath.Join(site, "config.toml"), []byte(config), 0o644); err != nil {
		t.Fatal(err)
	}
	f := excelize.NewFile()
	defer f.Close()
	if err := f.SetSheetName("Sheet1", "providers"); err != nil {
		t.Fatal(err)
	}
	for at, row := range map[string][]any{"A1": {"id", "kind", "name_en", "last_verified"}, "A2": {"a", "state", "Office", time.Date(2026, 10, 1, 0, 0, 0, 0, time.UTC)}, "A4": {"b", "royal", "Court", "1 May"}} {
		if err := f.SetSheetRow("providers", at, &row); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.SaveAs(filepath.Join(site, "data", "2026.xlsx")); err != nil {
		t.Fatal(err)
	}
	var out, report bytes.Buffer
	code := Main([]string{"check", "-c", filepath.Join(site, "config.toml"), "--lang", "en"}, Environment{Out: &out, Err: &report,
		Getenv: func(string) string { return "" }, Now: func() time.Time { return time.Date(2026, 11, 16, 0, 0, 0, 0, time.UTC) }})
	if code != exitFindings {
		t.Errorf("exit code %d", code)
	}
	for _, want := range []string{"data/2026.xlsx/providers", "row 4, last_verified (D), \"1 May\"", "row 4, kind (B), \"royal\"", "xlsx"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("the report lacks %q:\n%s%s", want, out.String(), report.String())
		}
	}
	if strings.Contains(out.String(), "row 2") {
		t.Errorf("a sound row is told:\n%s", out.String())
	}
}

// A workbook that stands where a table is expected, and whose sheets are named
// otherwise, stops a build: its rows would be missed.
func TestSheetsThatNobodyReads(t *testing.T) {
	site := t.TempDir()
	if err := os.MkdirAll(filepath.Join(site, "data", "observations"), 0o755); err != nil {
		t.Fatal(err)
	}
	config := "base_url = \"https://example.org/\"\ntitle = { en = \"x\" }\n[[languages]]\ncode = \"en\"\n"
	if err := os.WriteFile(filepath.Join(site, "config.toml"), []byte(config), 0o644); err != nil {
		t.Fatal(err)
	}
	f := excelize.NewFile()
	defer f.Close()
	if _, err := f.NewSheet("Сводка"); err != nil {
		t.Fatal(err)
	}
	if err := f.SaveAs(filepath.Join(site, "data", "observations", "2026-q4.xlsx")); err != nil {
		t.Fatal(err)
	}
	check := func() (string, int) {
		var out bytes.Buffer
		code := Main([]string{"check", "-c", filepath.Join(site, "config.toml"), "--lang", "en"}, Environment{Out: &out, Err: &out,
			Getenv: func(string) string { return "" }, Now: func() time.Time { return time.Date(2026, 11, 16, 0, 0, 0, 0, time.UTC) }})
		return out.String(), code
	}
	report, code := check()
	for _, want := range []string{"data/observations/2026-q4.xlsx\n", "Its sheets: Sheet1, Сводка. [sheets-unread]", `Name the sheet that holds the rows “observations”`} {
		if !strings.Contains(report, want) || code != exitFindings {
			t.Errorf("the report (%d) lacks %q:\n%s", code, want, report)
		}
	}
	// One that is read is enough: what others hold is told as a warning.
	if err := f.SetSheetName("Sheet1", "observations"); err != nil {
		t.Fatal(err)
	}
	if err := f.Save(); err != nil {
		t.Fatal(err)
	}
	if report, _ := check(); strings.Contains(report, "sheets-unread") || !strings.Contains(report, "[file-unread]") {
		t.Errorf("a workbook with a sheet that is read:\n%s", report)
	}
}

// A workbook with a password says so, in the reader's language.
func TestWorkbookWithAPassword(t *testing.T) {
	site := t.TempDir()
	if err := os.MkdirAll(filepath.Join(site, "data"), 0o755); err != nil {
		t.Fatal(err)
	}
	config := "base_url = \"https://example.org/\"\ntitle = { en = \"x\" }\n[[languages]]\ncode = \"en\"\n"
	if err := os.WriteFile(filepath.Join(site, "config.toml"), []byte(config), 0o644); err != nil {
		t.Fatal(err)
	}
	f := excelize.NewFile()
	defer f.Close()
	if err := f.SaveAs(filepath.Join(site, "data", "services.xlsx"), excelize.Options{Password: "secret"}); err != nil {
		t.Fatal(err)
	}
	for language, want := range map[string]string{"en": "protected by a password", "ru": "защищена паролем", "tk": "açar söz bilen goralan"} {
		var out bytes.Buffer
		code := Main([]string{"check", "-c", filepath.Join(site, "config.toml"), "--lang", language}, Environment{Out: &out, Err: &out,
			Getenv: func(string) string { return "" }, Now: func() time.Time { return time.Date(2026, 11, 16, 0, 0, 0, 0, time.UTC) }})
		if report := out.String(); code != exitFindings || !strings.Contains(report, want) || !strings.Contains(report, "[workbook-locked]") || strings.Contains(report, "unsupported") {
			t.Errorf("%s (%d):\n%s", language, code, report)
		}
	}
}
