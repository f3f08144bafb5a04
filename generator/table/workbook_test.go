package table

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/xuri/excelize/v2"

	"elinde/generator/config"
	"elinde/generator/finding"
)

var twoLanguages = config.Settings{Data: "data", Languages: []config.Language{{Code: "tk"}, {Code: "en"}}}

// book makes a workbook as Excel does.
func book(t testing.TB, fill func(f *excelize.File)) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	fill(f)
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// set writes a row of cells.
func set(t testing.TB, f *excelize.File, sheet, at string, cells ...any) {
	t.Helper()
	if err := f.SetSheetRow(sheet, at, &cells); err != nil {
		t.Fatal(err)
	}
}

func style(t testing.TB, f *excelize.File, sheet, from, to string, s excelize.Style) {
	t.Helper()
	id, err := f.NewStyle(&s)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.SetCellStyle(sheet, from, to, id); err != nil {
		t.Fatal(err)
	}
}

// readBook reads a folder of one file and gives the rows, and the findings as
// "code file:line column (letter) value count".
func readBook(t *testing.T, s config.Settings, files map[string][]byte) (*Records, []string) {
	t.Helper()
	fsys := fstest.MapFS{}
	for name, data := range files {
		fsys[name] = &fstest.MapFile{Data: data}
	}
	r, found, err := Read(fsys, s)
	if err != nil {
		t.Fatal(err)
	}
	r.Number(found)
	var list []string
	for _, f := range found {
		if f.Code == finding.ColumnMissing || f.Code == finding.LanguageMissing {
			continue
		}
		list = append(list, strings.Join(strings.Fields(fmt.Sprintf("%s %s:%d %s%s %s %s", f.Code, f.File, f.Line, f.Column, f.Letter, f.Value, f.Args["count"])), " "))
	}
	return r, list
}

// Each cell of the sheet is typed as people do, in their formats, and must come out
// as our tables want it.
func TestCellsAsTypedInExcel(t *testing.T) {
	code := func(s string) excelize.Style { return excelize.Style{CustomNumFmt: &s} }
	for _, old := range []bool{false, true} {
		data := book(t, func(f *excelize.File) {
			if err := f.SetWorkbookProps(&excelize.WorkbookPropsOptions{Date1904: &old}); err != nil {
				t.Fatal(err)
			}
			day := time.Date(2026, 11, 16, 0, 0, 0, 0, time.UTC)
			serial := day.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24
			if old {
				serial -= 1462
			}
			set(t, f, "Sheet1", "A1", "builtin", "russian", "custom", "moment", "time", "end", "noise", "sum", "yes", "no", "percent", "text", "rich", "error", "large", "minutes")
			set(t, f, "Sheet1", "A2", serial, serial, serial, serial+0.375, 0.375, 1, 0.1+0.2, "", true, false, 0.485, "00123", "", "", 12345678901234, 0.5)
			style(t, f, "Sheet1", "A2", "A2", excelize.Style{NumFmt: 14})
			style(t, f, "Sheet1", "B2", "B2", code(`dd\.mm\.yyyy;@`))
			style(t, f, "Sheet1", "C2", "C2", code(`[$-419]d mmmm yyyy "г.";@`))
			style(t, f, "Sheet1", "D2", "D2", excelize.Style{NumFmt: 22})
			style(t, f, "Sheet1", "E2", "E2", excelize.Style{NumFmt: 20})
			style(t, f, "Sheet1", "F2", "F2", code("[h]:mm"))
			style(t, f, "Sheet1", "K2", "K2", excelize.Style{NumFmt: 10})
			style(t, f, "Sheet1", "P2", "P2", code("#,##0.00 \"mins\""))
			if err := f.SetCellRichText("Sheet1", "M2", []excelize.RichTextRun{{Text: "Da"}, {Text: "ý", Font: &excelize.Font{Bold: true}}}); err != nil {
				t.Fatal(err)
			}
		})
		w, err := openWorkbook(fstest.MapFS{"b.xlsx": {Data: data}}, "b.xlsx")
		if err != nil {
			t.Fatal(err)
		}
		got := map[string]string{}
		var header []sheetCell
		_, err = w.rows(w.sheets[0], func(r sheetRow) error {
			for _, c := range r.cells {
				if r.number == 1 {
					header = append(header, c)
				} else {
					got[header[c.column].text] = c.text
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		for name, want := range map[string]string{"builtin": "2026-11-16", "russian": "2026-11-16", "custom": "2026-11-16", "moment": "2026-11-16T09:00:00",
			"time": "09:00", "end": "24:00", "noise": "0.3", "yes": "yes", "no": "no", "percent": "48.5", "text": "00123", "rich": "Daý", "large": "12345678901234", "minutes": "0.5"} {
			if got[name] != want {
				t.Errorf("1904 %v: %s is %q, want %q", old, name, got[name], want)
			}
		}
	}
}

// A sheet named as a table, the only sheet of a workbook named as one, and a sheet
// that a mapping names are read; others are told. Findings say sheet, row, column
// and its letter.
func TestSheetsAreTables(t *testing.T) {
	many := book(t, func(f *excelize.File) {
		for _, name := range []string{"providers", "Notes", "Лист3"} {
			if _, err := f.NewSheet(name); err != nil {
				t.Fatal(err)
			}
		}
		if err := f.DeleteSheet("Sheet1"); err != nil {
			t.Fatal(err)
		}
		set(t, f, "providers", "B3", "id", "kind", "name_tk", "last_verified")
		set(t, f, "providers", "B5", "ministry", "state", "Ministrlik", "sometime")
		set(t, f, "Notes", "A1", "do not forget")
		set(t, f, "Лист3", "A1", "Код", "Ady")
		set(t, f, "Лист3", "A2", "mary", "Mary")
	})
	alone := book(t, func(f *excelize.File) {
		set(t, f, "Sheet1", "A1", "date", "name_tk")
		set(t, f, "Sheet1", "A2", time.Date(2027, 3, 8, 0, 0, 0, 0, time.UTC), "Zenanlar güni")
	})
	s := twoLanguages
	s.Tables = map[string][]config.Mapping{"places": {{Files: []string{"all.xlsx/Лист3"}, Columns: map[string]string{"id": "Код", "name_tk": "Ady"}, Constants: map[string]string{"level": "city"}}}}
	r, found := readBook(t, s, map[string][]byte{"all.xlsx": many, "holidays.xlsx": alone})
	if p := r.Tables.Providers; len(p) != 1 || p[0].ID != "ministry" || p[0].Line != 5 || p[0].File != "data/all.xlsx/providers" {
		t.Errorf("providers are %+v", p)
	}
	if h := r.Tables.Holidays; len(h) != 1 || h[0].Date != 20270308 || h[0].Name[0] != "Zenanlar güni" {
		t.Errorf("holidays are %+v", h)
	}
	if p := r.Tables.Places; len(p) != 1 || p[0].ID != "mary" || p[0].Level != "city" {
		t.Errorf("places are %+v", p)
	}
	want := []string{"file-unread data/all.xlsx/Notes:0", "date-invalid data/all.xlsx/providers:5 last_verifiedE sometime"}
	if !slices.Equal(found, want) {
		t.Errorf("found %q, want %q", found, want)
	}
	for _, c := range r.Counts() {
		if c.Encoding != "xlsx" || c.Delimiter != "" || c.Read != c.Kept {
			t.Errorf("count %+v", c)
		}
	}
}

func TestWhatASheetHidesIsTold(t *testing.T) {
	data := book(t, func(f *excelize.File) {
		set(t, f, "Sheet1", "A1", "id", "kind", "name_tk", "name_en", "website", "", "legal_status")
		set(t, f, "Sheet1", "A2", "a", "state", "A", "A", "", "", 0.5)
		set(t, f, "Sheet1", "A3", "b", "state", "B", "B", "", "stray", "")
		set(t, f, "Sheet1", "A4", "c", "state", "C", "C")
		style(t, f, "Sheet1", "G2", "G2", excelize.Style{NumFmt: 9})
		if err := f.SetCellFormula("Sheet1", "E4", "=A4&\".org\""); err != nil {
			t.Fatal(err)
		}
		if err := f.MergeCell("Sheet1", "B3", "B4"); err != nil {
			t.Fatal(err)
		}
		if err := f.SetRowVisible("Sheet1", 3, false); err != nil {
			t.Fatal(err)
		}
	})
	r, found := readBook(t, twoLanguages, map[string][]byte{"providers.xlsx": data})
	if len(r.Tables.Providers) != 3 || r.Tables.Providers[0].LegalStatus != "50" {
		t.Errorf("providers are %+v", r.Tables.Providers)
	}
	const at = "data/providers.xlsx/Sheet1"
	want := []string{"workbook-merged " + at + ":0 B3:B4 1", "column-unnamed " + at + ":1", "workbook-percent " + at + ":2 legal_statusG 50 1",
		"workbook-hidden " + at + ":3 1", "workbook-formula " + at + ":4 websiteE 1"}
	if !slices.Equal(found, want) {
		t.Errorf("found\n%s\nwant\n%s", strings.Join(found, "\n"), strings.Join(want, "\n"))
	}
}

// The demonstration's tables say the same as sheets of one workbook as they do in
// CSV files.
func TestWorkbookSaysWhatFilesSay(t *testing.T) {
	fromFiles := fstest.MapFS{}
	data := book(t, func(f *excelize.File) {
		for _, name := range []string{"providers", "locations", "schedules", "holidays", "places"} {
			raw, err := os.ReadFile(filepath.Join("..", "..", "data", name+".csv"))
			if err != nil {
				t.Fatal(err)
			}
			fromFiles[name+".csv"] = &fstest.MapFile{Data: raw}
			if _, err := f.NewSheet(name); err != nil {
				t.Fatal(err)
			}
			s := &scanner{text: string(raw), comma: ',', line: 1}
			for row := 1; ; row++ {
				cells, _, line, _ := s.next(nil)
				if line == 0 {
					break
				}
				typed := make([]any, len(cells))
				for i, c := range cells {
					if typed[i] = c; c == "" {
						typed[i] = nil
					}
				}
				set(t, f, name, fmt.Sprintf("A%d", row), typed...)
			}
		}
	})
	s := config.Settings{Data: "data", Languages: []config.Language{{Code: "tk"}, {Code: "ru"}, {Code: "en"}}}
	csv, _, err := Read(fromFiles, s)
	if err != nil {
		t.Fatal(err)
	}
	xlsx, found, err := Read(fstest.MapFS{"all.xlsx": {Data: data}}, s)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range found {
		if f.Code != finding.FileUnread { // the library's first sheet
			t.Errorf("found %+v", f)
		}
	}
	for _, rows := range [][2]any{{csv.Tables.Providers, xlsx.Tables.Providers}, {csv.Tables.Locations, xlsx.Tables.Locations}, {csv.Tables.Schedules, xlsx.Tables.Schedules}, {csv.Tables.Places, xlsx.Tables.Places}, {csv.Tables.Holidays, xlsx.Tables.Holidays}} {
		a, b := fmt.Sprintf("%+v", rows[0]), fmt.Sprintf("%+v", rows[1])
		if clean(a) != clean(b) || len(a) < 1000 {
			t.Errorf("differ:\n%.300s\n%.300s", a, b)
		}
	}
}

var position = regexp.MustCompile(`Position:\{File:[^ ]* Line:\d+\}`)

// clean takes positions out of printed rows.
func clean(rows string) string {
	return position.ReplaceAllString(rows, "")
}

func TestWorkbooksThatAreNone(t *testing.T) {
	good := book(t, func(f *excelize.File) { set(t, f, "Sheet1", "A1", "id") })
	for name, c := range map[string]struct {
		data []byte
		want finding.Code
	}{
		"no zip":            {[]byte("PK"), finding.FileUnreadable},
		"an old workbook":   {[]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and more"), finding.WorkbookLocked},
		"a bomb":            {part(t, good, "xl/worksheets/sheet1.xml", "<worksheet><sheetData>"+strings.Repeat(" ", 80<<20)+"</sheetData></worksheet>"), finding.FileTooLarge},
		"broken XML":        {part(t, good, "xl/worksheets/sheet1.xml", "<worksheet><sheetData><row>"), finding.FileUnreadable},
		"a cell far away":   {part(t, good, "xl/worksheets/sheet1.xml", sheetOf(`<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>1</v></c></row>`)), finding.ColumnsTooMany},
		"a cell beyond all": {part(t, good, "xl/worksheets/sheet1.xml", sheetOf(`<row r="1"><c r="ZZZZ1"><v>1</v></c></row>`)), finding.FileUnreadable},
		"rows backwards":    {part(t, good, "xl/worksheets/sheet1.xml", sheetOf(`<row r="2"/><row r="1"/>`)), finding.FileUnreadable},
		"a million holes":   {part(t, good, "xl/worksheets/sheet1.xml", sheetOf(`<row r="1"><c r="A1"><v>1</v></c></row>`+holes())), finding.FileHeaderOnly},
		"an empty sheet":    {part(t, good, "xl/worksheets/sheet1.xml", sheetOf("")), finding.FileEmpty},
		"entities":          {part(t, good, "xl/worksheets/sheet1.xml", `<!DOCTYPE x [<!ENTITY a "aaaa">]>`+sheetOf(`<row><c><v>&a;</v></c></row>`)), finding.FileUnreadable},
	} {
		t.Run(name, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			_, found := readBook(t, twoLanguages, map[string][]byte{"providers.xlsx": c.data})
			runtime.ReadMemStats(&after)
			if !slices.ContainsFunc(found, func(f string) bool { return strings.HasPrefix(f, string(c.want)+" ") }) {
				t.Errorf("found %q, want %s", found, c.want)
			}
			if spent := (after.TotalAlloc - before.TotalAlloc) >> 20; spent > 800 {
				t.Errorf("%d MB of memory were asked for", spent)
			}
		})
	}
}

// A stray cell far to the right of a long sheet is told by as many columns as so long a
// sheet may have.
func TestAWideAndLongSheet(t *testing.T) {
	var rows strings.Builder
	for i := 1; i <= 12_000; i++ {
		fmt.Fprintf(&rows, `<row r="%d"><c r="A%d"><v>1</v></c></row>`, i, i)
	}
	fmt.Fprintf(&rows, `<row r="12001"><c r="%s12001"><v>1</v></c></row>`, letter(1899))
	good := book(t, func(f *excelize.File) { set(t, f, "Sheet1", "A1", "id") })
	_, found, err := Read(fstest.MapFS{"providers.xlsx": {Data: part(t, good, "xl/worksheets/sheet1.xml", sheetOf(rows.String()))}}, twoLanguages)
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(found, func(f finding.Finding) bool { return f.Code == finding.ColumnsTooMany })
	if i < 0 || found[i].Args["count"] != "1900" || found[i].Args["limit"] != "1666" {
		t.Errorf("found %+v", found)
	}
}

func sheetOf(rows string) string {
	return `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>` + rows + `</sheetData></worksheet>`
}

// holes names the last column of many rows and puts nothing there.
func holes() string {
	var b strings.Builder
	for i := 2; i < 20_000; i++ {
		fmt.Fprintf(&b, `<row r="%d"><c r="XFD%d" s="0"/></row>`, i, i)
	}
	return b.String()
}

// part replaces a part of a workbook.
func part(t testing.TB, data []byte, name, text string) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range z.File {
		to, err := w.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if f.Name == name {
			_, err = io.WriteString(to, text)
		} else {
			var from io.ReadCloser
			if from, err = f.Open(); err == nil {
				_, err = io.Copy(to, from)
				from.Close()
			}
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// FuzzSheet reads whatever stands in a sheet, its texts and its formats; it may
// find what it likes, but rows are square and nothing panics.
func FuzzSheet(f *testing.F) {
	good := book(f, func(x *excelize.File) { set(f, x, "Sheet1", "A1", "id") })
	f.Add(sheetOf(`<row r="1"><c r="A1" t="s"><v>0</v></c><c t="b"><v>1</v></c></row><row r="3"><c r="B3" s="1"><f>A1</f></c></row>`), `<sst><si><t>id</t></si></sst>`, `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="[h]:mm"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>`)
	f.Add(sheetOf(`<row><c t="inlineStr"><is><r><t>id</t></r><rPh><t>x</t></rPh></is></c></row>`), "", "")
	f.Fuzz(func(t *testing.T, sheet, texts, styles string) {
		data := part(t, good, "xl/worksheets/sheet1.xml", sheet)
		data = part(t, data, "xl/sharedStrings.xml", texts)
		data = part(t, data, "xl/styles.xml", styles)
		r, _, err := Read(fstest.MapFS{"providers.xlsx": {Data: data}}, twoLanguages)
		if err != nil {
			t.Fatal(err)
		}
		for _, list := range r.raw {
			for _, o := range list {
				if len(o.sheet.records[o.record].cells) != len(o.sheet.header) {
					t.Fatal("a row is not as wide as the header")
				}
			}
		}
	})
}
