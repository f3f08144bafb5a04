package config

import (
	"reflect"
	"strings"
	"time"

	"github.com/pelletier/go-toml/v2"

	"elinde/generator/finding"
)

// syntax reports what keeps a config.toml from being read. The library's own
// words are English, so the faults of an official are told apart here: a value
// of the wrong type, a key given twice, and for the rest the line as it stands.
func (l *loader) syntax(err *toml.DecodeError) {
	line, _ := err.Position()
	key := strings.Join(err.Key(), ".")
	words := err.Error()
	switch {
	case strings.Contains(words, "already"):
		l.add(finding.ConfigKeyTwice, line, key, "", "")
	case key != "" && (strings.Contains(words, "cannot decode") || strings.Contains(words, "parsing time")):
		l.add(finding.ConfigType, line, key, "", example(reflect.TypeFor[Settings](), err.Key()))
	default:
		l.add(finding.ConfigSyntax, line, key, lineOf(l.text, line), "")
	}
}

// example shows how a value of a key is written.
func example(t reflect.Type, key []string) string {
	for _, name := range key {
		if t = below(t, name); t == nil {
			return "…"
		}
	}
	return written(t)
}

// below gives the type of the value that a key names within a type.
func below(t reflect.Type, name string) reflect.Type {
	for t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	switch t.Kind() {
	case reflect.Map:
		return t.Elem()
	case reflect.Struct:
		for i := range t.NumField() {
			if t.Field(i).Tag.Get("toml") == name {
				return t.Field(i).Type
			}
		}
	}
	return nil
}

func written(t reflect.Type) string {
	if t == reflect.TypeFor[time.Time]() {
		return "2026-11-16T09:00:00+05:00"
	}
	switch t.Kind() {
	case reflect.String:
		return `"…"`
	case reflect.Int:
		return "50"
	case reflect.Bool:
		return "true"
	case reflect.Slice:
		return "[" + written(t.Elem()) + "]"
	case reflect.Map:
		return "{ … = " + written(t.Elem()) + " }"
	}
	return "{ … }"
}

// lineOf gives a line of a text, cut to what a report can show.
func lineOf(text string, line int) string {
	lines := strings.Split(text, "\n")
	if line < 1 || line > len(lines) {
		return ""
	}
	shown := []rune(strings.TrimSpace(lines[line-1]))
	if len(shown) > 80 {
		shown = append(shown[:79], '…')
	}
	return string(shown)
}
