package dataset

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"elinde/generator/finding"
	"elinde/generator/programme"
)

// missing reports tables and vocabularies that have nothing in them although
// other rows refer to them: one fault, however many references fail.
func (c *check) missing() []finding.Finding {
	tables, schemes := map[string]*references{}, map[string]*references{}
	for i := range c.settled {
		f := &c.settled[i]
		if f.Severity != finding.Error {
			continue
		}
		switch f.Code {
		case finding.ReferenceUnknown:
			note(tables, f.Args["table"], f)
		case finding.TermUnknown, finding.DimensionUnknown:
			if len(c.tables.Terms) == 0 {
				note(tables, "terms", f)
			} else {
				note(schemes, f.Args["scheme"], f)
			}
		}
	}
	for _, rel := range c.outByTime() {
		note(tables, "observations", &finding.Finding{File: rel.File})
	}
	var list []finding.Finding
	for _, table := range slices.Sorted(maps.Keys(tables)) {
		if schema := c.schemas[table]; schema != nil && c.rows(schema).Len() == 0 && len(c.gone[table]) == 0 {
			list = append(list, tables[table].finding(finding.TableMissing, c.fileOf(table), "table", table))
		}
	}
	for _, scheme := range slices.Sorted(maps.Keys(schemes)) {
		if len(c.index.Term[scheme]) == 0 {
			list = append(list, schemes[scheme].finding(finding.VocabularyMissing, c.fileOf("terms"), "scheme", scheme))
		}
	}
	return list
}

// references counts what refers to one table, and from which files.
type references struct {
	count int
	files map[string]bool
}

func note(all map[string]*references, name string, f *finding.Finding) {
	if all[name] == nil {
		all[name] = &references{files: map[string]bool{}}
	}
	all[name].count++
	all[name].files[f.File] = true
}

func (r *references) finding(code finding.Code, file, key, name string) finding.Finding {
	args := map[string]string{key: name, "count": strconv.Itoa(r.count), "files": strings.Join(slices.Sorted(maps.Keys(r.files)), ", ")}
	return finding.Finding{Code: code, Severity: finding.Error, File: file, Args: args}
}

// fileOf gives the file in which a table belongs: the one that config.toml
// names, or the usual one.
func (c *check) fileOf(table string) string {
	for _, m := range c.settings.Tables[table] {
		if len(m.Files) > 0 {
			return c.settings.Data + "/" + m.Files[0]
		}
	}
	return c.settings.Data + "/" + table + ".csv"
}

// out reports whether a release is public on the day of the build.
func (c *check) out(r *programme.Release) bool {
	return !r.PublishAt.IsZero() && !r.PublishAt.After(c.settings.AsOf)
}
