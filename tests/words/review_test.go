package words

import (
	"bytes"
	"encoding/csv"
	"flag"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write docs/turkmen-review.csv anew")

// TestReview holds docs/turkmen-review.csv against the texts: every Turkmen text
// once, with its Russian and English and an empty column for the reviewer's
// words. It begins with a byte order mark, without which Excel garbles it.
func TestReview(t *testing.T) {
	var made bytes.Buffer
	made.WriteString("\uFEFF")
	table := csv.NewWriter(&made)
	rows := [][]string{{"where", "tk", "ru", "en", "remark"}}
	seen := map[string]bool{}
	for _, one := range texts(t) {
		row := []string{one.where, one.in["tk"], one.in["ru"], one.in["en"], ""}
		key := strings.Join(row[1:], "\x00")
		if seen[key] || row[1] == "" || !word.MatchString(row[1]) {
			continue
		}
		seen[key] = true
		rows = append(rows, row)
	}
	if err := table.WriteAll(rows); err != nil {
		t.Fatal(err)
	}
	const file = root + "/docs/turkmen-review.csv"
	if *update {
		if err := os.WriteFile(file, made.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(read(t, file), made.Bytes()) {
		t.Error("docs/turkmen-review.csv is out of date: go test ./tests/words -update")
	}
}
