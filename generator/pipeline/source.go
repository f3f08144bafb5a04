package pipeline

import (
	"fmt"
	"os"
	"path"
	"reflect"
	"strconv"
	"strings"

	"elinde/generator/config"
	"elinde/generator/finding"
	"elinde/generator/programme"
	"elinde/site"
)

// sources leads problems of finished pages back to what an official can mend:
// the written page, or the cell whose text holds the link.
type sources struct {
	settings config.Settings
	tables   *programme.Tables
	seen     map[string]bool // a cell that stands on many pages is told once
}

// locate fills in file, line and column of a finding where they can be found; it
// reports whether the finding says something new.
func (s *sources) locate(f *finding.Finding, p site.Problem) bool {
	switch p.Code {
	case site.CodeLanguage:
		if p.Path != "" {
			f.File, f.Value = path.Join(s.settings.Content, p.Path), ""
		}
		return true
	case site.CodeContent, site.CodeShortcode:
		f.File, f.Value = path.Join(s.settings.Content, p.Path), ""
		f.Line, _ = strconv.Atoi(p.Args["line"])
		return true
	case site.CodeLinkBroken, site.CodeAnchorMissing, site.CodeLinkScheme, site.CodeLinkMalformed, site.CodeLinkOutside:
	default:
		return true
	}
	target := strings.TrimSuffix(strings.TrimSuffix(p.Detail, "index.html"), "/")
	if !s.inContent(f, p.Path, target) && !s.inCells(f, target) {
		return true
	}
	key := fmt.Sprint(f.Code, f.File, f.Line, f.Column, p.Detail)
	was := s.seen[key]
	s.seen[key] = true
	return !was
}

// inContent looks for the written page that became the page, and for the line
// with the last part of the link.
func (s *sources) inContent(f *finding.Finding, page, target string) bool {
	name, ok := strings.CutSuffix(page, "/index.html")
	if !ok || strings.Count(name, "/") != 1 {
		return false
	}
	file := path.Join(s.settings.Content, name+".md")
	text, err := os.ReadFile(s.settings.Path(file))
	if err != nil {
		return false
	}
	f.File = file
	for i, line := range strings.Split(string(text), "\n") {
		if strings.Contains(line, path.Base(target)) {
			f.Line = i + 1
			break
		}
	}
	return true
}

// inCells looks for the cell that links to an address of the site itself.
func (s *sources) inCells(f *finding.Finding, target string) bool {
	address := s.settings.BaseURL + target
	for _, schema := range programme.Schemas() {
		rows := reflect.ValueOf(s.tables).Elem().Field(schema.Field)
		for i := range rows.Len() {
			record := rows.Index(i)
			for _, c := range schema.Columns {
				if name, ok := cellWith(record.FieldByIndex(c.Index), c.Name, s.settings.Codes(), address); ok {
					at := record.Addr().Interface().(programme.Record).At()
					f.File, f.Line, f.Column = at.File, at.Line, name
					return true
				}
			}
		}
	}
	return false
}

// cellWith gives the name of the cell that holds a text, of a text in several
// languages the first.
func cellWith(cell reflect.Value, column string, languages []string, text string) (string, bool) {
	if all, ok := reflect.TypeAssert[programme.Text](cell); ok {
		for i, words := range all {
			if i < len(languages) && strings.Contains(words, text) {
				return column + "_" + languages[i], true
			}
		}
		return "", false
	}
	return column, cell.Kind() == reflect.String && strings.Contains(cell.String(), text)
}
