package pipeline

import (
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/net/html"
)

// sameEverywhere compares the figures of a finished tree: what the CSV of an
// indicator tells, its JSON, its workbooks and its pages with their charts tell too,
// each in every language, and nothing else. Files of releases have the sums that
// their pages show.
func sameEverywhere(t *testing.T, root string) {
	t.Helper()
	read := func(name string) []byte {
		data, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(name)))
		if err != nil {
			t.Error(err)
		}
		return data
	}
	files, err := filepath.Glob(filepath.Join(root, "downloads/indicators/*.csv"))
	if err != nil || len(files) < 30 {
		t.Fatalf("%d indicators: %v", len(files), err)
	}
	all := map[string]string{}
	for _, name := range files {
		id := strings.TrimSuffix(filepath.Base(name), ".csv")
		want := ofCSV(t, read("downloads/indicators/"+id+".csv"))
		for key, v := range want {
			all[whole(key)] = v
		}
		sameFigures(t, id+".json", want, ofJSON(t, id, read("downloads/indicators/"+id+".json")))
		for _, language := range []string{"tk", "ru", "en"} {
			sameFigures(t, id+"."+language+".xlsx", want, ofWorkbook(t, read("downloads/indicators/"+id+"."+language+".xlsx")))
		}
	}
	years := yearsOf(t, read("downloads/years.csv"))
	for key, v := range years {
		all[whole(key)] = v
	}
	shown := map[string]map[string]string{}
	for _, language := range []string{"tk", "ru", "en"} {
		shown[language] = ofPages(t, filepath.Join(root, language), language)
		if len(shown[language]) < 2000 {
			t.Errorf("%s: only %d figures are marked on pages", language, len(shown[language]))
		}
		for key, v := range shown[language] {
			if told, ok := all[key]; ok && told != v && !(told == "" && strings.HasPrefix(v, "[")) {
				t.Errorf("%s: a page tells %s of %s, its file %s", language, v, key, told)
			} else if !ok {
				t.Errorf("%s: no file tells %s", language, key)
			}
		}
		readableSigns(t, root, language)
		sameFigures(t, "pages in "+language, shown["tk"], shown[language])
	}
	sums, err := filepath.Glob(filepath.Join(root, "downloads/releases/*/checksums.txt"))
	if err != nil || len(sums) == 0 {
		t.Fatal("no sums", err)
	}
	for _, name := range sums {
		folder := filepath.Base(filepath.Dir(name))
		for line := range strings.Lines(string(read("downloads/releases/" + folder + "/checksums.txt"))) {
			sum, file, _ := strings.Cut(strings.TrimSpace(line), "  ")
			if got := fmt.Sprintf("%x", sha256.Sum256(read("downloads/releases/"+folder+"/"+file))); got != sum {
				t.Errorf("%s/%s has the sum %s", folder, file, got)
			}
			for _, language := range []string{"tk", "ru", "en"} {
				page := read(language + "/releases/" + folder + "/index.html")
				if !bytes.Contains(page, []byte(sum)) && (!strings.HasSuffix(file, ".xlsx") || strings.HasSuffix(file, "."+language+".xlsx")) {
					t.Errorf("the page of %s in %s does not show the sum of %s", folder, language, file)
				}
			}
		}
	}
}

// whole writes "does not apply" as "total", as pages do in their marks.
func whole(key string) string { return strings.ReplaceAll(key, "_Z", "_T") }

func sameFigures(t *testing.T, what string, want, got map[string]string) {
	t.Helper()
	for key, v := range want {
		if other, ok := got[key]; !ok || other != v {
			t.Errorf("%s: %s is %q there, want %q", what, key, other, v)
		}
	}
	if len(got) != len(want) {
		t.Errorf("%s has %d figures, want %d", what, len(got), len(want))
	}
}

func ofCSV(t *testing.T, data []byte) map[string]string {
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil || len(rows) == 0 {
		t.Fatal(err)
	}
	at := map[string]int{}
	for i, name := range rows[0] {
		at[strings.TrimPrefix(name, "\ufeff")] = i
	}
	figures := map[string]string{}
	for _, row := range rows[1:] {
		var key []string
		for _, c := range []string{"freq", "ref_area", "indicator", "service_type", "sex", "age", "target_group", "time_period"} {
			key = append(key, row[at[c]])
		}
		figures[strings.Join(key, ".")] = plainNumber(row[at["obs_value"]], ".")
	}
	return figures
}

// yearsOf reads the sums of quarters: the frequency S and the last quarter name one.
func yearsOf(t *testing.T, data []byte) map[string]string {
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil || len(rows) < 100 {
		t.Fatal(len(rows), err)
	}
	figures := map[string]string{}
	for _, row := range rows[1:] {
		cell := func(name string) string { return row[slices.Index(rows[0], name)] }
		quarters := strings.Split(cell("quarters"), ";")
		key := []string{"S"}
		for _, c := range []string{"ref_area", "indicator", "service_type", "sex", "age", "target_group"} {
			key = append(key, cell(c))
		}
		figures[strings.Join(append(key, quarters[len(quarters)-1]), ".")] = plainNumber(cell("obs_value"), ".")
	}
	return figures
}

func ofJSON(t *testing.T, id string, data []byte) map[string]string {
	var d struct {
		Observations []struct {
			Freq       string            `json:"freq"`
			Area       string            `json:"ref_area"`
			Dimensions map[string]string `json:"dimensions"`
			Period     string            `json:"time_period"`
			Value      *json.Number      `json:"value"`
		} `json:"observations"`
	}
	if err := json.Unmarshal(data, &d); err != nil {
		t.Fatal(err)
	}
	figures := map[string]string{}
	for _, o := range d.Observations {
		v := ""
		if o.Value != nil {
			v = plainNumber(o.Value.String(), ".")
		}
		m := o.Dimensions
		figures[strings.Join([]string{o.Freq, o.Area, id, m["service_type"], m["sex"], m["age"], m["target_group"], o.Period}, ".")] = v
	}
	return figures
}

// ofWorkbook reads the sheets of figures: a series a row, which its last cell names,
// under a head of periods.
func ofWorkbook(t *testing.T, data []byte) map[string]string {
	book, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	figures := map[string]string{}
	for _, sheet := range book.GetSheetList() {
		rows, err := book.GetRows(sheet, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		var head []string
		for _, row := range rows {
			if len(row) == 0 {
				continue
			}
			key := row[len(row)-1]
			if strings.Count(key, ".") < 6 || strings.Contains(key, " ") {
				if len(row) > 2 {
					head = row
				}
				continue
			}
			for i, cell := range row[:len(row)-1] {
				p := head[i]
				if i > 0 && strings.HasSuffix(p, " "+head[i-1]) { // the symbols of the figure before
					if strings.HasPrefix(cell, "[") && row[i-1] == "" {
						figures[key+"."+periodOf(head[i-1])] = ""
					}
				} else if p := periodOf(p); cell != "" && p != "" {
					figures[key+"."+p] = plainNumber(cell, ".")
				}
			}
		}
	}
	return figures
}

var (
	yearHead    = regexp.MustCompile(`^\d{4}$`)
	quarterHead = regexp.MustCompile(`^(?:Q?([1-4])|(I{1,3}|IV))(?:-nji| кв\.)?(?: çärýek)?$`)
)

// periodOf reads the head of a column as a reader does: "IV кв. 2023", "2023, 4-nji
// çärýek", "Q4 2023", "2023"; "" for what is none.
func periodOf(head string) string {
	year, quarter := head, ""
	if yearHead.MatchString(head[max(0, len(head)-4):]) {
		year, quarter = head[len(head)-4:], strings.TrimSpace(head[:len(head)-4])
	} else if before, after, ok := strings.Cut(head, ", "); ok {
		year, quarter = before, after
	}
	m := quarterHead.FindStringSubmatch(quarter)
	switch {
	case !yearHead.MatchString(year) || quarter != "" && m == nil:
		return ""
	case quarter == "":
		return year
	case m[1] != "":
		return year + "-Q" + m[1]
	}
	return year + "-Q" + map[string]string{"I": "1", "II": "2", "III": "3", "IV": "4"}[m[2]]
}

// ofPages gathers what elements of pages with a mark tell, drawings by the value
// that stands in their attribute.
func ofPages(t *testing.T, root, language string) map[string]string {
	letters := signLetters(t, language)
	figures := map[string]string{}
	for _, room := range []string{"statistics", "compare"} {
		err := filepath.WalkDir(filepath.Join(root, room), func(name string, d os.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(name, ".html") {
				return err
			}
			data, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			page, err := html.Parse(bytes.NewReader(data))
			if err != nil {
				return err
			}
			ofElement(page, "", "", func(key string, n *html.Node) {
				v, exact := attr(n, "data-value")
				if n.Namespace == "svg" && !exact {
					return // the points of lines tell more than a number
				}
				if v = plainNumber(v, "."); !exact {
					v = toldBy(n, language, letters)
				}
				if before, twice := figures[whole(key)]; twice && before != v {
					t.Errorf("%s tells %q of %s, another place %q", name, v, key, before)
				}
				figures[whole(key)] = v
			})
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return figures
}

// ofElement visits what carries a mark; rows and columns fill in that of a table.
func ofElement(n *html.Node, table, row string, visit func(string, *html.Node)) {
	if v, ok := attr(n, "data-release"); ok && v != "" {
		return // as an earlier release told it
	}
	key, _ := attr(n, "data-key")
	switch {
	case n.Data == "table":
		table = key
	case n.Data == "tr":
		row = key
	case n.Data == "td" && key == "" && table != "":
		i := -1
		for c := n; c != nil; c = c.PrevSibling {
			if c.Type == html.ElementNode {
				i++
			}
		}
		key = strings.Replace(table, "{row}", row, 1)
		if strings.Contains(key, "{col}") {
			key = strings.Replace(key, "{col}", columnKeys(n)[i], 1)
		}
		visit(key, n)
	case key != "" && n.Data != "th" && n.Data != "svg":
		visit(key, n)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		ofElement(c, table, row, visit)
	}
}

func columnKeys(n *html.Node) (keys []string) {
	for n.Data != "table" {
		n = n.Parent
	}
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if n.Data == "tbody" {
			return
		}
		if n.Data == "th" {
			key, _ := attr(n, "data-key")
			keys = append(keys, key)
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(n)
	return keys
}

func attr(n *html.Node, name string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val, true
		}
	}
	return "", false
}

// toldBy gives the number that an element shows, or the letter of its first sign.
func toldBy(n *html.Node, language string, letters map[string]string) string {
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if class, _ := attr(n, "class"); n.Data == "sup" || class == "vh" {
			return
		}
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(n)
	text := b.String()
	text, signs, signed := strings.Cut(text, "[")
	text = strings.TrimSpace(text)
	if n.Data == "li" && !signed { // a tile: its name, then its number or a sign
		text = text[strings.LastIndexAny(text, " \n")+1:]
	} else if n.Data == "li" {
		text = ""
	}
	if text == "" && signed {
		sign, _, _ := strings.Cut(signs, "]")
		return "[" + letters[sign] + "]"
	}
	point := ","
	if language == "en" {
		point = "."
	}
	return plainNumber(text, point)
}

// plainNumber writes a number as its shortest digits.
func plainNumber(s, point string) string {
	for _, group := range []string{",", "\u00a0", "\u202f", " "} {
		if group != point {
			s = strings.ReplaceAll(s, group, "")
		}
	}
	v, err := strconv.ParseFloat(strings.ReplaceAll(strings.ReplaceAll(s, point, "."), "−", "-"), 64)
	if err != nil {
		return s
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}
