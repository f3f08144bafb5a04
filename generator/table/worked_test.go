package table

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestWorkedExamplesAreTheRealOnes holds the blocks of docs/config.md against the
// mappings that the tests of real exports read with: word by word.
func TestWorkedExamplesAreTheRealOnes(t *testing.T) {
	document, err := os.ReadFile(filepath.Join("..", "..", "docs", "config.md"))
	if err != nil {
		t.Fatal(err)
	}
	blocks := regexp.MustCompile("(?s)<!-- ([a-z-]+) -->\n```toml\n(.*?)```").FindAllStringSubmatch(string(document), -1)
	seen := map[string]int{}
	for _, b := range blocks {
		mapping, err := os.ReadFile(filepath.Join("testdata", "sites", b[1], "config.toml"))
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(mapping), b[2]) {
			t.Errorf("the mapping of %s does not hold\n%s", b[1], b[2])
		}
		seen[b[1]]++
	}
	if seen["services-advisor"] < 3 || seen["kyrgyzstan"] < 3 {
		t.Errorf("found %v", seen)
	}
}
