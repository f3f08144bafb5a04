package table

import (
	"encoding/csv"
	"slices"
	"strings"
	"testing"
)

// scanAll gives every record of a text, and whether the scanner saw a fault.
func scanAll(text string) (records [][]string, lines []int, faulty bool) {
	s := &scanner{text: text, comma: ',', line: 1}
	for {
		cells, count, line, worst := s.next(nil)
		if line == 0 {
			return records, lines, faulty
		}
		if count != len(cells) {
			panic("cells were lost")
		}
		records, lines = append(records, cells), append(lines, line)
		faulty = faulty || worst.kind != sound
	}
}

// FuzzScanner holds the scanner to encoding/csv: where that finds a text sound,
// ours reads the same cells on the same lines.
func FuzzScanner(f *testing.F) {
	for _, s := range []string{"", "a,b\n1,2\n", "a\r\n\"x\r\ny\",z\n", "\"a\"\"b\",\n\n,c", "a\rb", "\"", " \"a\" ,b", "a\"b,c\n", "\"a\"b\nc", ",\n\",\"", "\"a\n\nb\"\r\rc"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		records, lines, faulty := scanAll(text)
		for i := 1; i < len(lines); i++ {
			if lines[i] <= lines[i-1] {
				t.Fatalf("lines do not grow: %v in %q", lines, text)
			}
		}
		// encoding/csv does not know CR alone, nor spaces around quotes.
		if faulty || strings.Contains(strings.ReplaceAll(text, "\r\n", ""), "\r") || strings.Contains(text, " ") {
			return
		}
		r := csv.NewReader(strings.NewReader(text))
		r.FieldsPerRecord = -1
		for i := 0; ; i++ {
			want, err := r.Read()
			if err != nil {
				if i != len(records) {
					t.Fatalf("read %d records of %q, encoding/csv %d: %v", len(records), text, i, err)
				}
				return
			}
			line, _ := r.FieldPos(0)
			if i >= len(records) || !slices.Equal(records[i], want) || lines[i] != line {
				t.Fatalf("%q: read %q %v, encoding/csv has %q on line %d", text, records, lines, want, line)
			}
		}
	})
}

func TestScannerKeepsNoMoreCellsThanWanted(t *testing.T) {
	s := &scanner{text: strings.Repeat(",", 1_000_000) + "\n", comma: ',', width: 3, line: 1}
	cells, count, _, _ := s.next(nil)
	if len(cells) != 3 || count != 1_000_001 {
		t.Errorf("kept %d of %d cells", len(cells), count)
	}
}
