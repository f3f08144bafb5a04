package config

import (
	"fmt"
	"maps"
	"path"
	"regexp"
	"slices"

	"elinde/generator/finding"
	"elinde/generator/programme"
)

// table checks the mappings of one table.
func (l *loader) table(name string, mappings []Mapping, s *Settings) {
	t := schema(name)
	if t == nil {
		key := "tables." + name
		l.found = append(l.found, finding.Finding{Code: finding.ConfigTable, Severity: finding.Error, File: l.file,
			Line: l.line(key + ".0"), Column: key, Value: name})
		return
	}
	for i, m := range mappings {
		l.mapping(fmt.Sprintf("tables.%s.%d", name, i), t, m, s)
	}
}

func (l *loader) mapping(key string, t *programme.Schema, m Mapping, s *Settings) {
	known := cellNames(t, s)
	names := func(part string, columns []string) {
		for _, c := range columns {
			if !known[c] {
				l.unknownColumn(key+"."+part+"."+c, c, t.Table)
			}
		}
	}
	names("columns", keys(m.Columns))
	names("constants", keys(m.Constants))
	names("codes", keys(m.Codes))
	names("templates", keys(m.Templates))
	names("patterns", keys(m.Patterns))
	names("distinct", m.Distinct)
	for _, g := range m.Files {
		if _, err := path.Match(g, ""); err != nil {
			l.invalid(key+".files", g, "*.csv")
		}
	}
	for column, pattern := range m.Where {
		l.pattern(key+".where."+column, pattern)
	}
	for column, list := range m.Patterns {
		for _, p := range list {
			l.pattern(key+".patterns."+column, p.Match)
		}
	}
	for code, policy := range m.Faulty {
		if code != "*" && finding.Usual(finding.Code(code)) == "" {
			l.invalid(key+".faulty."+code, code, "date-invalid")
		}
		if !slices.Contains(policies, policy) {
			l.invalid(key+".faulty."+code, policy, "stop, skip, blank, keep-first")
		}
	}
	if !slices.Contains(encodings, m.Encoding) {
		l.invalid(key+".encoding", m.Encoding, "utf-8, utf-16le, utf-16be, windows-1251, windows-1250")
	}
	if !slices.Contains(delimiters, m.Delimiter) {
		l.invalid(key+".delimiter", m.Delimiter, `",", ";", "tab"`)
	}
}

func (l *loader) pattern(key, pattern string) {
	if _, err := regexp.Compile(pattern); err != nil {
		l.invalid(key, pattern, err.Error())
	}
}

// cellNames gives what a mapping may name: columns, texts with their language,
// declared dimensions.
func cellNames(t *programme.Schema, s *Settings) map[string]bool {
	known := map[string]bool{}
	for i := range t.Columns {
		c := &t.Columns[i]
		if !c.Multilingual() {
			known[c.Name] = true
			continue
		}
		for _, g := range s.Languages {
			known[c.Name+"_"+g.Code] = true
		}
	}
	if t.Table == "observations" {
		for _, d := range s.Dimensions {
			known[d.ID] = true
		}
	}
	return known
}

// keys gives the keys in order, so that findings are the same each time.
func keys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
