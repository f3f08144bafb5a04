package table

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"

	"elinde/generator/config"
	"elinde/generator/finding"
	"elinde/generator/sdmx"
)

// Limits of an export. What lies beyond is a finding, never a swapping machine.
const (
	maxFile    = 256 << 20 // bytes of a file
	maxColumns = 2000      // of a file
	maxCell    = 100_000   // bytes of a cell
)

// export is one file, split into records and not yet understood.
type export struct {
	file      string // as the user knows it
	stem      string // name without folder and extension
	encoding  string
	sum       [sha256.Size]byte // of its bytes
	delimiter byte
	header    []string
	headed    int // the line of the header
	records   []record
	folds     []rowFold
	read      int                      // rows of the file, those left out too
	skipped   map[finding.Code]int     // rows left out before any table saw them
	faulty    config.Mapping           // whose policies decide about them
	mapped    bool                     // a mapping names columns of the file
	secret    func(header string) bool // cells of the column are shown masked
	findings  []finding.Finding
	outline   *Outline // nil where several tables are read from the file
}

// record is one row of a file: the line where it begins and its raw cells, as
// many as the header has.
type record struct {
	line  int
	cells []string
}

// load reads a file of the data folder into e. Known tells the headers that the
// readers of the file take.
func (e *export) load(fsys fs.FS, name string, known func(string) bool) {
	e.stem, e.skipped = stem(name), map[finding.Code]int{}
	raw, err := readAll(fsys, name)
	switch {
	case err != nil:
		e.report(finding.FileUnreadable, finding.Error, 0, "", "", "reason", err.Error())
		return
	case len(raw) > maxFile:
		e.report(finding.FileTooLarge, finding.Error, 0, "", "", "limit", fmt.Sprint(maxFile>>20))
		return
	}
	if kind := foreign(raw); kind != "" {
		e.report(finding.FileForeign, finding.Error, 0, "", "", "kind", kind)
		return
	}
	e.sum = sha256.Sum256([]byte(raw))
	text, name := decode(raw, e.faulty.Encoding)
	e.encoding = name
	if name != utf8Name {
		e.report(finding.EncodingAssumed, finding.Note, 0, "", "", "encoding", name)
	}
	e.split(text, e.faulty.Delimiter, known)
	if !e.mapped {
		e.fromSDMX()
	}
}

// fromSDMX brings a message of SDMX-CSV into the columns of observations. Where
// the mapping names columns of the file, it stays as it is.
func (e *export) fromSDMX() {
	layout, ok := sdmx.NewLayout(e.header)
	if !ok {
		return
	}
	e.report(finding.SDMXRead, finding.Note, 0, "", "")
	for i := range e.records {
		r := &e.records[i]
		if layout.Deletes(r.cells) {
			e.report(finding.SDMXDelete, finding.Error, r.line, "ACTION", "D")
		}
		r.cells = layout.Cells(r.cells)
	}
	e.header = layout.Header
}

// readAll reads at most one byte more than the limit.
func readAll(fsys fs.FS, name string) (string, error) {
	info, err := fs.Stat(fsys, name)
	if err != nil {
		return "", err
	}
	if !info.Mode().IsRegular() { // opening a pipe waits for who writes into it
		return "", &fs.PathError{Op: "read", Path: name, Err: errors.New("not a regular file")}
	}
	f, err := fsys.Open(name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	var b strings.Builder
	if info.Size() <= maxFile {
		b.Grow(int(info.Size()) + 1)
	}
	_, err = io.Copy(&b, io.LimitReader(f, maxFile+1))
	return b.String(), err
}

// stem gives the file's name without folder and extension.
func stem(name string) string {
	name = name[strings.LastIndexByte(name, '/')+1:]
	if i := strings.LastIndexByte(name, '.'); i > 0 {
		name = name[:i]
	}
	return name
}

// report adds a finding about the file. Args are names and values in turn.
func (e *export) report(code finding.Code, severity finding.Severity, line int, column, value string, args ...string) {
	f := finding.Finding{Code: code, Severity: severity, File: e.file, Line: line, Column: column, Value: finding.Short(value)}
	for i := 0; i+1 < len(args); i += 2 {
		if args[i+1] == "" {
			continue
		}
		if f.Args == nil {
			f.Args = map[string]string{}
		}
		f.Args[args[i]] = args[i+1]
	}
	e.findings = append(e.findings, f)
}
