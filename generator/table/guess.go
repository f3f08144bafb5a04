package table

import (
	"maps"
	"slices"
	"strings"

	"elinde/generator/config"
	"elinde/generator/finding"
)

// guess finds, for columns that the file lacks, the header that seems to be meant.
// The rows are read as if config.toml said so; that the file needs a mapping is an
// error of the checks, which know what its values mean too, see Outline.
func (e *export) guess(r reader, set config.Settings) map[string]string {
	taken := map[string]bool{}
	r.takes(taken, set)
	header := map[string]int{}
	for i, h := range e.header {
		header[h] = i
	}
	var missing []string
	for _, name := range r.names(set) {
		if _, ok := source(name, header, r.mapping); !ok {
			missing = append(missing, name)
		}
	}
	columns := map[string]string{}
	for _, h := range e.header {
		if h == "" || taken[h] || matches(r.mapping.Ignore, h) || languageOf(h, []reader{r}) {
			continue
		}
		name := resembling(h, missing, nil)
		// Beside statistics a header that is like one of ours may well be another.
		if name == "" || !r.schema.Statistical() && Fold(h) != Fold(name) {
			continue
		}
		columns[name] = h
		missing = slices.DeleteFunc(missing, func(s string) bool { return s == name })
	}
	return columns
}

// names lists the cells of our table in their order, each language of a text by itself.
func (r reader) names(set config.Settings) []string {
	var names []string
	for i := range r.schema.Columns {
		names = append(names, cellNames(&r.schema.Columns[i], set)...)
	}
	if r.schema.Table == "observations" {
		for _, d := range set.Dimensions {
			names = append(names, d.ID)
		}
	}
	return names
}

// with gives the reader with further columns mapped.
func (r reader) with(columns map[string]string) reader {
	if len(columns) > 0 {
		all := maps.Clone(columns)
		maps.Copy(all, r.mapping.Columns)
		r.mapping.Columns = all
	}
	return r
}

// Outline is how a file is read that feeds one table: its path in the data folder,
// whether a block of config.toml names it, and the columns that were guessed.
type Outline struct {
	Table, Path string
	Mapping     config.Mapping // with what was guessed
	Guessed     map[string]string
}

// Outline gives that of a file, as findings name it; ok is false where several tables
// are read from it.
func (r *Records) Outline(file string) (o Outline, ok bool) {
	o, ok = r.outline[file]
	return o, ok
}

// Outlines lists the files that have one, sorted.
func (r *Records) Outlines() []string { return slices.Sorted(maps.Keys(r.outline)) }

// Ours gives the name of our column that stands under a header.
func (o Outline) Ours(header string) string {
	for name, h := range o.Mapping.Columns {
		if h == header {
			return name
		}
	}
	return header
}

// Block writes the mapping of the file with codes for its values: lines to paste at the
// end of config.toml, or, where a block names the file already, what that block should
// say. codes are our column, their value, ours.
func (o Outline) Block(codes map[string]map[string]string) string {
	var b strings.Builder
	if len(o.Mapping.Files) == 0 {
		b.WriteString("\n[[tables." + o.Table + "]]\nfiles = [" + quoted(o.Path) + "]")
	}
	if len(o.Mapping.Columns) > 0 && len(o.Guessed) > 0 {
		b.WriteString("\ncolumns = " + inline(o.Mapping.Columns, false))
	}
	for _, column := range slices.Sorted(maps.Keys(codes)) {
		all := maps.Clone(codes[column])
		maps.Copy(all, o.Mapping.Codes[column])
		b.WriteString("\ncodes." + column + " = " + inline(all, true))
	}
	return b.String()
}

func inline(pairs map[string]string, quoteKeys bool) string {
	var list []string
	for _, k := range slices.Sorted(maps.Keys(pairs)) {
		key := k
		if quoteKeys {
			key = quoted(k)
		}
		list = append(list, key+" = "+quoted(pairs[k]))
	}
	return "{ " + strings.Join(list, ", ") + " }"
}

// quoted writes a basic string of TOML; control characters were taken out of cells.
func quoted(s string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\t", `\t`, "\r", `\r`).Replace(s) + `"`
}

// leastHeaders is how many names of columns make a row a header.
const leastHeaders = 3

// titled looks whether the first row is a title and a row below it the header, as
// offices write their tables. It says so, and goes on with that header.
func (e *export) titled(known func(string) bool) {
	like := func(cells []string) (n int) {
		for _, c := range cells {
			if c != "" && (known(c) || slices.ContainsFunc(slices.Collect(maps.Values(spoken)), func(words []string) bool {
				return slices.ContainsFunc(words, func(w string) bool { return Fold(w) == Fold(c) })
			})) {
				n++
			}
		}
		return n
	}
	if e.header == nil || like(e.header) > 0 {
		return
	}
	for i, r := range e.records[:min(10, len(e.records))] {
		if like(r.cells) >= leastHeaders {
			e.report(finding.HeaderBelow, finding.Error, r.line, "", strings.TrimSpace(strings.Join(e.header, " ")))
			e.header, e.headed, e.records, e.read = r.cells, r.line, e.records[i+1:], e.read-i-1
			return
		}
	}
}
