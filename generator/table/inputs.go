package table

import (
	"crypto/sha256"
	"fmt"
	"slices"
)

// input is a file that was read, and the tables that it feeds.
type input struct {
	file   string
	sum    [sha256.Size]byte
	tables []string
}

func inputsOf(list []reader, exports []*export) []input {
	var inputs []input
	for _, e := range exports {
		inputs = append(inputs, input{file: e.file, sum: e.sum})
	}
	// Exports stand in the order of their first reader.
	at := map[string]int{}
	for _, r := range list {
		if _, ok := at[r.file]; !ok {
			at[r.file] = len(at)
		}
		in := &inputs[at[r.file]]
		in.tables = append(in.tables, r.schema.Table)
	}
	return inputs
}

// SumBut gives the fingerprint of all files that were read, by name and bytes,
// but those that feed the given table alone.
func (r *Records) SumBut(table string) [sha256.Size]byte {
	sum := sha256.New()
	for _, in := range r.inputs {
		if !slices.Equal(in.tables, []string{table}) {
			fmt.Fprintf(sum, "%q %x %q\n", in.file, in.sum, in.tables)
		}
	}
	return [sha256.Size]byte(sum.Sum(nil))
}
