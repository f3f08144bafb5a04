package table

import (
	"maps"
	"regexp"
	"sort"
	"strconv"

	"elinde/generator/finding"
)

var number = regexp.MustCompile(`\d+`)

// Number fills in the row of each finding that has a line: a spreadsheet counts
// a cell with line breaks as one row, and that is what an official sees. In a
// workbook it fills in the letter of the column too.
func (r *Records) Number(found []finding.Finding) {
	for i := range found {
		f := &found[i]
		f.Letter = r.letter[f.File][f.Column]
		if f.Line == 0 {
			continue
		}
		f.Row = r.row(f.File, f.Line)
		// first_line points back to an earlier row, of the same file where
		// first_file does not say otherwise.
		if line, err := strconv.Atoi(f.Args["first_line"]); err == nil {
			file := f.File
			if other := f.Args["first_file"]; other != "" {
				file = other
			}
			f.Args = maps.Clone(f.Args)
			f.Args["first_line"] = strconv.Itoa(r.row(file, line))
		}
		if lines := f.Args["lines"]; lines != "" { // other rows of the same file
			f.Args = maps.Clone(f.Args)
			f.Args["lines"] = number.ReplaceAllStringFunc(lines, func(s string) string {
				line, _ := strconv.Atoi(s) // digits only
				return strconv.Itoa(r.row(f.File, line))
			})
		}
	}
}

func (r *Records) row(file string, line int) int {
	folds := r.folds[file]
	n := sort.Search(len(folds), func(i int) bool { return folds[i].line > line })
	if n > 0 {
		line -= folds[n-1].breaks
	}
	return line
}
