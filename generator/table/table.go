// Package table reads the CSV exports: in comes a folder of files as somebody's
// program wrote them, out come typed rows that know their file, line and column,
// and findings. Encodings, delimiters and line ends are guessed and said;
// mappings of config.toml bring foreign exports onto our tables. It is the only
// package that knows gocsv. No file makes it panic, and no row disappears
// without being counted.
package table

import (
	"cmp"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"reflect"
	"runtime"
	"sync"

	"elinde/generator/config"
	"elinde/generator/finding"
	"elinde/generator/programme"
)

// Read reads every table of the data folder, which Open gives. The error tells
// of a folder that cannot be read; everything else is a finding, sorted.
func Read(fsys fs.FS, set config.Settings) (*Records, []finding.Finding, error) {
	list, found, err := readers(fsys, set)
	if err != nil {
		return nil, nil, fmt.Errorf("cannot read the data folder: %w", err)
	}
	if len(list) == 0 {
		found = append(found, finding.Finding{Code: finding.DataEmpty, Severity: finding.Error, File: set.Data})
	}
	sheets, exports := readSheets(fsys, set, list)
	r := &Records{raw: map[string][]origin{}, folds: map[string][]rowFold{}, letter: map[string]map[string]string{}, files: map[string][]string{}, outline: map[string]Outline{}}
	for _, own := range list {
		r.files[own.schema.Table] = append(r.files[own.schema.Table], shown(set, own.file))
	}
	for _, f := range found {
		switch f.Code {
		case finding.FileWorkbook, finding.WorkbookLocked, finding.FileUnreadable, finding.FileTooLarge: // services.xls stands where services.csv belongs
			r.files[stem(f.File)] = append(r.files[stem(f.File)], f.File)
		case finding.FileMissing:
			r.files[f.Args["table"]] = append(r.files[f.Args["table"]], f.File)
		}
	}
	for _, sh := range sheets {
		if sh != nil {
			r.add(sh)
		}
	}
	tellRepeated(exports)
	r.inputs = inputsOf(list, exports)
	for _, e := range exports {
		found = append(found, e.findings...)
		r.folds[e.file], r.letter[e.file] = e.folds, e.letters()
		if e.outline != nil && e.header != nil {
			r.outline[e.file] = *e.outline
		}
	}
	found = append(found, r.outlines(fsys, set)...)
	finding.Sort(found)
	return r, found, nil
}

// readSheets reads each file once, several at a time, and gives the sheets in
// the order of the readers (nil where a file has no header) and the exports in
// the order of their first reader.
func readSheets(fsys fs.FS, set config.Settings, list []reader) ([]*sheet, []*export) {
	byFile := map[string][]int{}
	var files []string
	for i, r := range list {
		if byFile[r.file] == nil {
			files = append(files, r.file)
		}
		byFile[r.file] = append(byFile[r.file], i)
	}
	sheets := make([]*sheet, len(list))
	exports := make([]*export, len(files))
	var wait sync.WaitGroup
	room := make(chan struct{}, runtime.GOMAXPROCS(0))
	for i, file := range files {
		wait.Go(func() {
			room <- struct{}{}
			defer func() { <-room }()
			var own []reader
			for _, n := range byFile[file] {
				own = append(own, list[n])
			}
			e, guessed := open(fsys, file, own, set)
			exports[i] = e
			if len(own) == 1 {
				list[byFile[file][0]] = own[0].with(guessed)
				e.outline = &Outline{own[0].schema.Table, file, list[byFile[file][0]].mapping, guessed}
			}
			if e.header == nil {
				return // empty or unreadable, and said so
			}
			for _, n := range byFile[file] {
				sheets[n] = e.sheetOf(list[n], set)
			}
		})
	}
	wait.Wait()
	return sheets, exports
}

// tellRepeated reports files that hold the same bytes as one before them: often
// one was exported under two names.
func tellRepeated(exports []*export) {
	first := map[[sha256.Size]byte]string{}
	for _, e := range exports {
		other, ok := first[e.sum]
		switch {
		case e.header == nil:
		case ok:
			e.report(finding.FileRepeated, finding.Note, 0, "", "", "other", other)
		default:
			first[e.sum] = e.file
		}
	}
}

// open loads a file for its readers, and guesses what headers mean where one table is
// read from it.
func open(fsys fs.FS, file string, own []reader, set config.Settings) (e *export, guessed map[string]string) {
	known, hidden := map[string]bool{}, map[string]bool{}
	e = &export{file: shown(set, file), secret: func(h string) bool { return hidden[h] }, faulty: config.Mapping{Faulty: map[string]string{}}}
	for _, r := range own {
		r.takes(known, set)
		r.hides(hidden, set)
		e.faulty.Encoding = cmp.Or(e.faulty.Encoding, r.mapping.Encoding)
		e.faulty.Delimiter = cmp.Or(e.faulty.Delimiter, r.mapping.Delimiter)
		e.mapped = e.mapped || len(r.mapping.Columns) > 0
		for code, policy := range r.mapping.Faulty {
			e.faulty.Faulty[code] = cmp.Or(e.faulty.Faulty[code], policy)
		}
	}
	if own[0].sheet != nil {
		e.loadSheet(*own[0].sheet)
	} else {
		e.load(fsys, file, func(h string) bool { return known[h] })
	}
	e.titled(func(h string) bool { return known[h] })
	if e.header != nil {
		if len(own) == 1 {
			guessed = e.guess(own[0], set)
			own = []reader{own[0].with(guessed)}
			own[0].hides(hidden, set)
			e.below(own[0], set)
		}
		e.undeclared(own, set)
	}
	return e, guessed
}

// add appends the rows of a sheet to their table and gives them positions.
func (r *Records) add(sh *sheet) {
	schema := sh.reader.schema
	into := reflect.ValueOf(&r.Tables).Elem().Field(schema.Field)
	list := r.raw[schema.Table]
	for i := range sh.kept {
		row := sh.rows.Index(i).Addr().Interface().(programme.Record).At()
		row.Position = programme.Position{File: sh.file, Line: sh.records[sh.kept[i]].line}
		row.Index = len(list)
		list = append(list, origin{sh, sh.kept[i]})
		if o, ok := sh.rows.Index(i).Addr().Interface().(*programme.Observation); ok && sh.extra != nil {
			o.Extra = sh.extra[i]
		}
	}
	r.raw[schema.Table] = list
	if into.Len() == 0 {
		into.Set(sh.rows)
	} else {
		into.Set(reflect.AppendSlice(into, sh.rows))
	}
	sh.rows, sh.extra = reflect.Value{}, nil
	for code, n := range sh.skipped {
		sh.leftOut[string(code)] += n
	}
	r.counts = append(r.counts, Count{File: sh.file, Table: schema.Table, Read: sh.read, Kept: len(sh.kept),
		LeftOut: sh.leftOut, Encoding: sh.encoding, Delimiter: delimiterName(sh.delimiter)})
}
