package dcat

import (
	"bytes"
	"strings"
)

// Turtle writes the nodes as Turtle (RDF 1.1).
func Turtle(nodes []*Node) []byte {
	var b bytes.Buffer
	for _, p := range prefixes {
		b.WriteString("@prefix " + p.name + ": <" + p.address + "> .\n")
	}
	for _, n := range nodes {
		b.WriteString("\n<" + iri(n.ID) + ">")
		statements(&b, n, "    ")
		b.WriteString(" .\n")
	}
	return b.Bytes()
}

// statements writes type and properties, each on its line.
func statements(b *bytes.Buffer, n *Node, indent string) {
	first := true
	line := func(name string) {
		if !first {
			b.WriteString(" ;")
		}
		first = false
		b.WriteString("\n" + indent + name + " ")
	}
	if n.Type != "" {
		line("a")
		b.WriteString(n.Type)
	}
	for _, p := range n.Properties {
		line(p.Name)
		for i, v := range p.Values {
			if i > 0 {
				b.WriteString(" ,\n" + indent + "    ")
			}
			object(b, v, indent)
		}
	}
}

func object(b *bytes.Buffer, v Value, indent string) {
	switch {
	case v.Node != nil:
		b.WriteString("[")
		statements(b, v.Node, indent+"    ")
		b.WriteString(" ]")
	case v.IRI != "":
		b.WriteString("<" + iri(v.IRI) + ">")
	default:
		b.WriteString(`"` + escape.Replace(v.Text) + `"`)
		if v.Language != "" {
			b.WriteString("@" + v.Language)
		} else if v.Type != "" {
			b.WriteString("^^" + v.Type)
		}
	}
}

var escape = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\n", `\n`, "\r", `\r`, "\t", `\t`, "\b", `\b`, "\f", `\f`)
