package config

import (
	"fmt"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"
)

// keyLines gives the line of each key of a TOML text by its dotted path; the
// tables of an array are numbered: "languages.0.code". A text that is not TOML
// gives the lines up to the fault.
func keyLines(text string) map[string]int {
	lines := map[string]int{}
	arrays := map[string]int{}
	prefix := ""
	p := unstable.Parser{}
	data := []byte(text)
	p.Reset(data)
	for p.NextExpression() {
		e := p.Expression()
		if e.Kind == unstable.Comment || e.Kind == unstable.Invalid {
			continue
		}
		var parts []string
		line := 0
		for it := e.Key(); it.Next(); {
			parts = append(parts, string(it.Node().Data))
			if line == 0 {
				line = 1 + strings.Count(text[:it.Node().Raw.Offset], "\n")
			}
		}
		name := strings.Join(parts, ".")
		switch e.Kind {
		case unstable.Table:
			prefix = numbered(name, arrays)
			lines[prefix] = line
			prefix += "."
		case unstable.ArrayTable:
			base := numbered(name, arrays)
			if n, ok := arrays[base]; ok {
				arrays[base] = n + 1
			} else {
				arrays[base] = 0
			}
			prefix = fmt.Sprintf("%s.%d", base, arrays[base])
			lines[prefix] = line
			prefix += "."
		case unstable.KeyValue:
			lines[prefix+name] = line
			for i, b := range name { // title.tk stands for title too
				if parent := prefix + name[:i]; b == '.' && lines[parent] == 0 {
					lines[parent] = line
				}
			}
		}
	}
	return lines
}

// numbered puts the current number behind each array table that the name goes
// through: "languages.name" → "languages.1.name".
func numbered(name string, arrays map[string]int) string {
	parts := strings.Split(name, ".")
	path := ""
	for i, part := range parts {
		if i > 0 {
			path += "."
		}
		path += part
		if n, ok := arrays[path]; ok && i < len(parts)-1 {
			path += fmt.Sprintf(".%d", n)
		}
	}
	return path
}
