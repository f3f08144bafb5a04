package readback

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
)

// zipOf makes a zip of files.
func zipOf(t *testing.T, files map[string]string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(files[name])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

const series = "Q.mary.served._T.F._T._Z"

// book is a workbook with a sheet of one series over two periods.
func book(t *testing.T, cells string, change func(files map[string]string)) string {
	files := map[string]string{
		"[Content_Types].xml": `<Types/>`, "_rels/.rels": `<Relationships/>`, "xl/_rels/workbook.xml.rels": `<Relationships/>`,
		"xl/workbook.xml":      `<workbook><sheets><sheet name="served" sheetId="1"/></sheets></workbook>`,
		"xl/styles.xml":        `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0&quot;[p]&quot;"/></numFmts></styleSheet>`,
		"xl/sharedStrings.xml": `<sst><si><t>Place</t></si><si><t>2026-Q1</t></si><si><t>Mary</t></si><si><t>` + series + `</t></si><si><t>[c]</t></si></sst>`,
		"xl/worksheets/sheet1.xml": `<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><t>Key</t></is></c></row>
			<row r="2"><c r="A2" t="s"><v>2</v></c>` + cells + `<c r="C2" t="s"><v>3</v></c></row></sheetData></worksheet>`,
	}
	if change != nil {
		change(files)
	}
	return zipOf(t, files)
}

const withheldCell = `<c r="B2" t="s"><v>4</v></c>`

// TestWorkbooks: a workbook is read whole, shown or hidden.
func TestWorkbooks(t *testing.T) {
	sheet := "xl/worksheets/sheet1.xml"
	add := func(name, text string) func(map[string]string) {
		return func(files map[string]string) { files[name] = text }
	}
	replace := func(name, old, text string) func(map[string]string) {
		return func(files map[string]string) {
			if !strings.Contains(files[name], old) {
				t.Fatalf("%s has no %s", name, old)
			}
			files[name] = strings.Replace(files[name], old, text, 1)
		}
	}
	for _, c := range []struct {
		name, cell string
		change     func(map[string]string)
		code       string // "": no fault
	}{
		{"honest", withheldCell, nil, ""},
		{"a withheld figure", `<c r="B2"><v>3</v></c>`, nil, Withheld},
		{"a head in words", withheldCell, replace("xl/sharedStrings.xml", "2026-Q1", "1st quarter, 2026"), ""},
		{"a withheld figure under a head in words", `<c r="B2"><v>3</v></c>`, replace("xl/sharedStrings.xml", "2026-Q1", "1st quarter, 2026"), Withheld},
		{"a figure under a head in words that nobody knows", `<c r="B2"><v>3</v></c>`, replace("xl/sharedStrings.xml", "2026-Q1", "Quarter 1, 2026"), Foreign},
		{"a text for a figure", `<c r="B2" t="inlineStr"><is><t>3</t></is></c>`, nil, Withheld},
		{"a hidden sheet", withheldCell, replace("xl/workbook.xml", `<sheet name`, `<sheet state="veryHidden" name`), Unread},
		{"figures on another sheet", withheldCell, add("xl/worksheets/sheet2.xml", `<worksheet><sheetData><row r="1"><c r="A1"><v>3</v></c></row></sheetData></worksheet>`), Foreign},
		{"a hidden row", withheldCell, replace(sheet, `<row r="2">`, `<row r="2" hidden="1">`), Unread},
		{"a cell far out", withheldCell, replace(sheet, `</row></sheetData>`, `<c r="XFD2"><v>3</v></c></row></sheetData>`), Foreign},
		{"a formula", withheldCell, replace(sheet, `</row></sheetData>`, `<c r="D2"><f>22-19</f><v></v></c></row></sheetData>`), Unread},
		{"a comment", withheldCell, add("xl/comments1.xml", `<comments/>`), Unread},
		{"a chart's own copy", withheldCell, add("xl/charts/chart1.xml", `<chart/>`), Unread},
		{"a number format", withheldCell, replace("xl/styles.xml", "[p]", "3"), Unread},
		{"a text of no cell", withheldCell, replace("xl/sharedStrings.xml", "</sst>", "<si><t>3</t></si></sst>"), Foreign},
		{"properties", withheldCell, add("docProps/core.xml", `<p><title>Persons served: 19</title></p>`), Foreign},
	} {
		t.Run(c.name, func(t *testing.T) {
			data := book(t, c.cell, c.change)
			for name, text := range map[string]string{"downloads/served.en.xlsx": data, "downloads/all.zip": zipOf(t, map[string]string{"served.en.xlsx": data})} {
				found := New(source).Tree(inOrder(map[string]string{name: text}))
				if c.code == "" && len(found) > 0 || c.code != "" && !slices.ContainsFunc(found, func(f Fault) bool { return f.Code == c.code }) {
					t.Errorf("%s: want %q, got %+v", name, c.code, found)
				}
			}
		})
	}
}

// indexFile gives a file of the index a header, which says how search/FORMAT.md does.
func indexFile(payload string) string { return "E\x08-build" + payload }

func deflated(t *testing.T, payload string) string {
	t.Helper()
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, flate.BestSpeed)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write([]byte(payload)); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// bits packs ones and zeros, the lowest bit of a byte first.
func bits(s string) string {
	var b []byte
	for i, c := range s {
		if i%8 == 0 {
			b = append(b, 0)
		}
		b[i/8] |= byte(c-'0') << (i % 8)
	}
	return string(b)
}

// written writes a text in a code of which all letters have six bits.
func written(s string) string {
	var b strings.Builder
	for _, c := range s {
		fmt.Fprintf(&b, "%06b", strings.IndexRune(letters, c)+1)
	}
	return b.String()
}

const letters = "\n abcdefghijklmnopqrstuvwxyz0123456789/,.MPA=\x1f"

// term is a file of one entry: a stem that one of 6 documents has once, whose number is a
// fourth of it in ones, a zero, two bits for the rest, and a zero.
func term(word string, document int) string {
	return bits("0" + written("0"+word+" \n") + "0" + strings.Repeat("1", document>>2) + fmt.Sprintf("0%02b0", document&3))
}

// TestSearchIndex: what hits show is read, and by which numbers they are found.
func TestSearchIndex(t *testing.T) {
	lengths := strings.Repeat("6", len(letters)+1)
	code, err := json.Marshal([]string{"0\t0" + strings.Join(strings.Split(letters, ""), "\t0"), lengths, lengths, lengths, lengths})
	if err != nil {
		t.Fatal(err)
	}
	tree := func(summary, word string) map[string]string {
		return map[string]string{
			"search/en/contents.bin": indexFile(deflated(t, fmt.Sprintf(`{"block":4,"documents":6,"display":["kind","summary"],"code":%s}`, code))),
			"search/en/d/1.bin":      indexFile(bits(written("Mary 7\nen/places/mary/\n\n\nPersons served\nen/statistics/served/\nindicator\n" + summary + "\n"))),
			"search/en/t/0.bin":      indexFile(term(word, 5)),
		}
	}
	for _, c := range []struct{ name, summary, word, code string }{
		{"honest", "Persons aged 18 and over, 1,271 in all.", "18", ""},
		{"a summary", "3 women in Mary", "18", Foreign},
		{"a term", "Persons aged 18 and over", "19", Foreign},
		{"a name of terms", "Persons aged 18 and over", "mari\x1f19\x1f", Foreign},
	} {
		t.Run(c.name, func(t *testing.T) {
			found := New(source).Tree(inOrder(tree(c.summary, c.word)))
			if c.code == "" && len(found) > 0 || c.code != "" && !slices.ContainsFunc(found, func(f Fault) bool { return f.Code == c.code }) {
				t.Errorf("want %q, got %+v", c.code, found)
			}
		})
	}
}
