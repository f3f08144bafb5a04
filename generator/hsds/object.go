package hsds

import (
	"bytes"
	"encoding/json"
	"strings"
	"unicode/utf8"
)

// how much of a row an object tells.
type breadth int

const (
	brief  breadth = iota // what names it
	short                 // and what names the object it belongs to, as in a list
	plain                 // its own fields
	entire                // and all that nests in it
)

// always stands in a brief object besides what the specification requires.
var always = map[string]bool{"local_id": true, "code": true, "taxonomy": true, "url": true, "status": true, "last_modified": true,
	"service_id": true, "location_id": true, "parent_id": true}

// object writes a row as JSON. Of an object that nests in another the column that
// names that one is left out.
func (p *Package) object(b *bytes.Buffer, r *Resource, row Row, most breadth, without string) {
	b.WriteByte('{')
	first := true
	property := func(name string) {
		if !first {
			b.WriteByte(',')
		}
		first = false
		text(b, name)
		b.WriteByte(':')
	}
	for i := range r.Fields {
		f := &r.Fields[i]
		if most <= short && !f.Required && !always[f.Name] {
			continue
		}
		put := func(name string) {
			if cell := row[name]; cell != "" && name != without {
				property(name)
				value(b, f.Type, cell)
			}
		}
		if put(f.Name); f.Each && (most > short || f.Name == "name") {
			for _, code := range p.Languages {
				put(InLanguage(f.Name, code))
			}
		}
	}
	if most == entire || most == short {
		p.nested(b, r, row, most, property, without)
	}
	b.WriteByte('}')
}

// nested writes what belongs to a row.
func (p *Package) nested(b *bytes.Buffer, r *Resource, row Row, whole breadth, property func(string), without string) {
	for _, n := range r.One {
		other := p.id[n.Of][row[n.By]]
		if other == nil || n.By == without {
			continue
		}
		property(n.Name)
		most := brief
		if n.Of == "location" && whole == entire {
			most = entire
		}
		p.object(b, Of(n.Of), other, most, "")
	}
	if whole != entire {
		return
	}
	for _, n := range r.Many {
		children := p.by[n.Of+"."+n.By][row["id"]]
		if len(children) == 0 {
			continue
		}
		property(n.Name)
		b.WriteByte('[')
		for i, child := range children {
			if i > 0 {
				b.WriteByte(',')
			}
			most := entire
			if r.Name == "organization" && n.Of == "service" {
				most = brief
			}
			p.object(b, Of(n.Of), child, most, n.By)
		}
		b.WriteByte(']')
	}
}

// value writes a cell as its type wants it.
func value(b *bytes.Buffer, kind, cell string) {
	if kind == "number" || kind == "boolean" {
		b.WriteString(cell)
		return
	}
	text(b, cell)
}

// text writes a JSON string without escaping what only HTML minds.
func text(b *bytes.Buffer, s string) {
	if ordinary(s) {
		b.WriteByte('"')
		b.WriteString(s)
		b.WriteByte('"')
		return
	}
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false)
	if err := e.Encode(strings.ToValidUTF8(s, "\ufffd")); err != nil {
		panic(err) // a string always has a form
	}
	b.Truncate(b.Len() - 1) // the line break that Encode writes
}

// ordinary says whether JSON writes a string as it is, but for the quotes around it.
func ordinary(s string) bool {
	for i := range len(s) {
		if c := s[i]; c < ' ' || c == '"' || c == '\\' {
			return false
		}
	}
	return !strings.ContainsAny(s, "\u2028\u2029") && utf8.ValidString(s)
}
