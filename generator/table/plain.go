package table

import (
	"io/fs"

	"elinde/generator/config"
	"elinde/generator/finding"
)

// Plain is a CSV file that is none of our tables, as it stands: its header, its
// rows, each as wide as the header, and the line of the file on which each begins.
type Plain struct {
	Header []string
	Rows   [][]string
	Lines  []int
}

// ReadPlain reads a CSV file with the care that an export gets: encoding and
// delimiter are guessed and said, unwanted characters taken out and told, faulty
// rows reported. Known tells headers, for the guess at the delimiter; cells of
// those that secret tells are shown masked.
func ReadPlain(fsys fs.FS, name string, known, secret func(header string) bool) (Plain, []finding.Finding) {
	e := &export{file: name, secret: secret, faulty: config.Mapping{}}
	e.load(fsys, name, known)
	p := Plain{Header: e.header}
	for _, r := range e.records {
		p.Rows = append(p.Rows, r.cells)
		p.Lines = append(p.Lines, r.line)
	}
	return p, e.findings
}
