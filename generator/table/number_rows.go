package table

import (
	"sort"

	"elinde/generator/finding"
)

// Number fills in the row of each finding that has a line: a spreadsheet counts
// a cell with line breaks as one row, and that is what an official sees.
func (r *Records) Number(found []finding.Finding) {
	for i := range found {
		f := &found[i]
		if f.Line == 0 {
			continue
		}
		folds := r.folds[f.File]
		n := sort.Search(len(folds), func(i int) bool { return folds[i].line > f.Line })
		f.Row = f.Line
		if n > 0 {
			f.Row -= folds[n-1].breaks
		}
	}
}
