package config

import (
	"maps"
	"path"
	"slices"
	"strings"
)

// folders checks the folders that config.toml names. They may lie anywhere, but
// what is published is swapped in as a whole: an output that holds the data, or
// lies in it, would take it away or publish it.
func (l *loader) folders(s *Settings) {
	for key, value := range map[string]string{"data": s.Data, "content": s.Content, "theme": s.Theme, "output": s.Output} {
		if strings.ContainsAny(value, "\\\x00") {
			l.invalid(key, value, key)
		}
	}
	output := path.Clean(s.Output)
	if output == "." || output == "/" || output == ".." || strings.HasSuffix(output, "/..") {
		l.invalid("output", s.Output, "public")
		return
	}
	for _, other := range append([]string{s.Data, s.Content, s.Theme}, slices.Collect(maps.Values(s.Mounts))...) {
		if other != "" && (within(output, path.Clean(other)) || within(path.Clean(other), output)) {
			l.invalid("output", s.Output, "public")
			return
		}
	}
	for _, name := range keys(s.Mounts) {
		if !columnName.MatchString(strings.ReplaceAll(name, "-", "_")) {
			l.invalid("mounts."+name, name, "a-z 0-9 - _")
		}
	}
}

// within reports whether a path is another or lies in it.
func within(inner, outer string) bool {
	return inner == outer || outer == "." || strings.HasPrefix(inner, outer+"/")
}
