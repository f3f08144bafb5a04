package finding

import (
	"strconv"
	"strings"
)

// fill puts the finding's parts in place of {name}. A part in [[double
// brackets]] is left out where one of its placeholders is empty.
func fill(text string, f Finding) string { return strings.TrimSpace(filled(text, f)) }

func filled(text string, f Finding) string {
	before, rest, opened := strings.Cut(text, "[[")
	inner, after, closed := strings.Cut(rest, "]]")
	if !opened || !closed {
		s, _ := expand(text, f)
		return s
	}
	// What was filled in is behind us: a value may hold brackets itself.
	head, _ := expand(before, f)
	inner, empty := expand(inner, f)
	if empty { // with one of the spaces around it
		inner = ""
		if strings.HasSuffix(head, " ") {
			after = strings.TrimPrefix(after, " ")
		}
	}
	return head + inner + filled(after, f)
}

// expand replaces placeholders and says whether one of them was empty.
func expand(text string, f Finding) (string, bool) {
	var b strings.Builder
	empty := false
	for {
		before, rest, ok := strings.Cut(text, "{")
		b.WriteString(before)
		if !ok {
			return b.String(), empty
		}
		name, after, ok := strings.Cut(rest, "}")
		if !ok {
			b.WriteString("{" + rest)
			return b.String(), empty
		}
		value := f.part(name)
		empty = empty || value == ""
		b.WriteString(value)
		text = after
	}
}

// part gives the value of a placeholder.
func (f Finding) part(name string) string {
	switch name {
	case "value":
		return f.Value
	case "column":
		return f.Column
	case "file":
		return f.File
	case "line":
		return strconv.Itoa(f.Line)
	}
	return f.Args[name]
}
