package hugo

import (
	"errors"
	"fmt"
	"io"
	"iter"

	"elinde/site/shard"
)

// records hands the records of a job to Hugo.
type records struct {
	from interface{ Next() (shard.Record, error) }
	// unwritten are the files of records that Hugo was given and did not yet publish.
	unwritten map[string]struct{}
	failure   error // what cut them short
}

// All gives each record decoded, once. Hugo's content adapter ranges over it
// before the first page is rendered.
func (r *records) All() iter.Seq[map[string]any] {
	return func(yield func(map[string]any) bool) {
		decode := newDecoder()
		for {
			record, err := r.from.Next()
			if errors.Is(err, io.EOF) {
				return
			}
			var page map[string]any
			if err == nil {
				page, err = decode.object(record.JSON)
			}
			if err != nil {
				r.failure = fmt.Errorf("record %q: %w", record.Path, err)
				return
			}
			r.unwritten[record.Path] = struct{}{}
			if !yield(page) {
				return
			}
		}
	}
}
