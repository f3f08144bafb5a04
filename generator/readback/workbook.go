package readback

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
)

// largest is what one packed file may hold.
const largest = 256 << 20

// archive reads all files of a zip.
func (r *reading) archive(name string, data []byte) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		r.fault(Unread, name, "")
		return
	}
	for _, f := range z.File {
		if strings.HasSuffix(f.Name, "/") {
			continue
		}
		inner, err := unzip(f)
		if err != nil {
			r.fault(Unread, name+"/"+f.Name, "")
			continue
		}
		if same, isData := r.identify(name+"/"+f.Name, inner); isData {
			if _, sound := r.sound.Load(same); sound {
				continue
			}
		}
		r.file(name+"/"+f.Name, inner)
	}
}

func unzip(f *zip.File) ([]byte, error) {
	in, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer in.Close()
	data, err := io.ReadAll(io.LimitReader(in, largest+1))
	if err == nil && len(data) > largest {
		err = io.ErrShortBuffer
	}
	return data, err
}

// parts of a workbook that hold no figures, or those that are read below. Charts,
// comments, pivot tables, macros and what else a workbook can carry are refused.
var parts = regexp.MustCompile(`^(\[Content_Types\]\.xml|_rels/\.rels|docProps/(core|app)\.xml|xl/_rels/workbook\.xml\.rels|xl/(workbook|styles|sharedStrings)\.xml|xl/theme/theme\d+\.xml|xl/worksheets/sheet\d+\.xml|xl/worksheets/_rels/sheet\d+\.xml\.rels|xl/tables/table\d+\.xml)$`)

// workbook reads a workbook of Office Open XML: all sheets, shown or not.
func (r *reading) workbook(name string, data []byte) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		r.fault(Unread, name, "")
		return
	}
	files := map[string][]byte{}
	for _, f := range z.File {
		if !parts.MatchString(f.Name) {
			r.fault(Unread, name+"/"+f.Name, "")
			continue
		}
		if files[f.Name], err = unzip(f); err != nil {
			r.fault(Unread, name+"/"+f.Name, "")
			return
		}
	}
	if hiddenSheet.Match(files["xl/workbook.xml"]) || definedName.Match(files["xl/workbook.xml"]) {
		r.fault(Unread, name+": hidden sheet or defined name", "")
	}
	if spelledFormat.Match(files["xl/styles.xml"]) {
		r.fault(Unread, name+": a number format that spells digits", "")
	}
	shared, ok := sharedStrings(files["xl/sharedStrings.xml"])
	if !ok {
		r.fault(Unread, name, "")
		return
	}
	used := make([]bool, len(shared))
	for part, sheet := range files {
		if path.Dir(part) != "xl/worksheets" {
			continue
		}
		rows, lines, hides, ok := readSheet(sheet, shared, used)
		if !ok {
			r.fault(Unread, name+"/"+part, "")
			continue
		}
		if hides {
			r.fault(Unread, name+"/"+part+": hidden rows or columns, formulas, or marks of data", "")
		}
		r.table(name, slices.All(rows), func(i int) string { return fmt.Sprintf("%s: %s row %d", name, path.Base(part), lines[i]) }, true)
	}
	for i, text := range shared {
		if !used[i] {
			r.line(name+": a text of no cell", text)
			if strings.ContainsAny(text, "0123456789") {
				r.fault(Foreign, name+": a text of no cell", "")
			}
		}
	}
	for _, part := range []string{"docProps/core.xml", "docProps/app.xml"} {
		r.xml(name+"/"+part, files[part])
	}
}

var (
	hiddenSheet = regexp.MustCompile(`<(?:\w+:)?sheet\b[^>]*\bstate\s*=`)
	definedName = regexp.MustCompile(`<(?:\w+:)?definedName\b[^>]*>[^<]*"`)
	// A format may print digits beside or instead of a value: "3"0, or \3.
	spelledFormat = regexp.MustCompile(`formatCode\s*=\s*"[^"]*(?:&quot;[^"]*?[0-9][^"]*?&quot;|\\[0-9])`)
)

// sharedStrings reads the texts that cells refer to.
func sharedStrings(data []byte) ([]string, bool) {
	if data == nil {
		return nil, true
	}
	var doc struct {
		Items []struct {
			Text string `xml:"t"`
			Runs []struct {
				Text string `xml:"t"`
			} `xml:"r"`
		} `xml:"si"`
	}
	if xml.Unmarshal(data, &doc) != nil {
		return nil, false
	}
	list := make([]string, len(doc.Items))
	for i, item := range doc.Items {
		list[i] = item.Text
		for _, run := range item.Runs {
			list[i] += run.Text
		}
	}
	return list, true
}

// readSheet reads the rows of a sheet, each cell in its column, and their numbers.
// hides says that it has rows or columns that nobody sees, formulas, or marks of data.
func readSheet(data []byte, shared []string, used []bool) (rows [][]string, lines []int, hides, ok bool) {
	z := html.NewTokenizer(bytes.NewReader(data)) // reads XML as it is, and faster
	z.AllowCDATA(true)
	var row []string
	var text strings.Builder
	at, kind, inText := 0, "", false
	for {
		token := z.Next()
		switch token {
		case html.ErrorToken:
			return rows, lines, hides, errors.Is(z.Err(), io.EOF)
		case html.TextToken:
			if inText {
				text.Write(z.Text())
			}
			continue
		case html.StartTagToken, html.SelfClosingTagToken, html.EndTagToken:
		default:
			continue
		}
		raw, more := z.TagName()
		name := string(raw[bytes.LastIndexByte(raw, ':')+1:])
		var address, form string
		hidden := false
		for more && (name == "c" || name == "row" || name == "col") {
			var key, value []byte
			key, value, more = z.TagAttr()
			switch string(key) {
			case "r":
				address = string(value)
			case "t":
				form = string(value)
			case "hidden", "zeroheight":
				hidden = hidden || string(value) == "1" || string(value) == "true"
			}
		}
		ends := token != html.StartTagToken
		switch name {
		case "f", "datavalidation", "cfrule", "headerfooter":
			hides = true
		case "row", "col":
			hides = hides || hidden
			if name == "row" && token != html.EndTagToken {
				row = nil
				number, err := strconv.Atoi(address)
				if err != nil {
					number = len(rows) + 1
				}
				lines = append(lines, number)
			}
			if name == "row" && ends {
				rows = append(rows, row)
			}
		case "c":
			if token != html.EndTagToken {
				at, kind = column(address, len(row)), form
				text.Reset()
			}
			if !ends {
				continue
			}
			value := text.String()
			if kind == "s" {
				n, err := strconv.Atoi(value)
				if err != nil || n < 0 || n >= len(shared) {
					return nil, nil, false, false
				}
				value, used[n] = shared[n], true
			}
			for len(row) <= at {
				row = append(row, "")
			}
			row[at] = value
		case "v", "t":
			inText = !ends
		}
	}
}

// column gives the number of a column from an address such as AB12.
func column(address string, otherwise int) int {
	n := 0
	for _, c := range address {
		if c < 'A' || c > 'Z' {
			break
		}
		n = n*26 + int(c-'A') + 1
	}
	if n == 0 || n > 16384 {
		return otherwise
	}
	return n - 1
}
