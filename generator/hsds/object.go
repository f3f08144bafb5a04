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
	for _, c := range p.columns(r) {
		if cell := row[c.name]; cell != "" && c.name != without && (most > short || c.brief) {
			property(c.name)
			value(b, c.kind, cell)
		}
	}
	if most == entire || most == short {
		p.nested(b, r, row, most, property, without)
	}
	b.WriteByte('}')
}

// column is a column of a resource as objects show it.
type column struct {
	name, kind string
	brief      bool // in brief objects too
}

// columns lists those of a resource, of which nearly all are asked for a thousand times.
func (p *Package) columns(r *Resource) []column {
	if list := p.shown[r.Name]; list != nil {
		return list
	}
	var list []column
	for _, f := range r.Fields {
		brief := f.Required || always[f.Name]
		list = append(list, column{f.Name, f.Type, brief})
		if f.Each {
			for _, code := range p.Languages {
				list = append(list, column{InLanguage(f.Name, code), f.Type, brief && f.Name == "name"})
			}
		}
	}
	if p.shown == nil {
		p.shown = map[string][]column{}
	}
	p.shown[r.Name] = list
	return list
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
	return !strings.Contains(s, "\u2028") && !strings.Contains(s, "\u2029") && utf8.ValidString(s)
}
