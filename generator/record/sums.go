package record

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"
)

// listed gives the checksums by file.
func listed(sums []byte) map[string]string {
	known := map[string]string{}
	for line := range strings.Lines(string(sums)) {
		if sum, name, ok := strings.Cut(strings.TrimSpace(line), "  "); ok {
			known[name] = sum
		}
	}
	return known
}

func sum(data []byte) string { return fmt.Sprintf("%x", sha256.Sum256(data)) }

func sorted[V any](m map[string]V) []string {
	var keys []string
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
