// Package dcat writes catalogues of open data: a graph of nodes in the terms of
// DCAT-AP 3, as Turtle and as JSON-LD, both of the same statements. It knows the
// names of the vocabularies and nothing of what is catalogued.
package dcat

import (
	"fmt"
	"strings"
)

// prefixes are the vocabularies that names may come from.
var prefixes = []struct{ name, address string }{
	{"adms", "http://www.w3.org/ns/adms#"},
	{"dcat", "http://www.w3.org/ns/dcat#"},
	{"dcatap", "http://data.europa.eu/r5r/"},
	{"dct", "http://purl.org/dc/terms/"},
	{"foaf", "http://xmlns.com/foaf/0.1/"},
	{"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
	{"rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
	{"skos", "http://www.w3.org/2004/02/skos/core#"},
	{"spdx", "http://spdx.org/rdf/terms#"},
	{"vcard", "http://www.w3.org/2006/vcard/ns#"},
	{"xsd", "http://www.w3.org/2001/XMLSchema#"},
}

// Node is a resource: ID is its address, "" for one that has none. Type and the
// names of properties are short ("dcat:Dataset").
type Node struct {
	ID, Type   string
	Properties []Property
}

// Property is one statement, or several of the same name.
type Property struct {
	Name   string
	Values []Value
}

// Value is an address, a text in a language, a literal of a type, or a node that
// stands inside.
type Value struct {
	IRI      string
	Text     string
	Language string
	Type     string // "xsd:date"; "" for a plain text
	Node     *Node
}

// Ref gives the value that leads to an address.
func Ref(iri string) Value { return Value{IRI: iri} }

// Typed gives a literal of a type.
func Typed(text, kind string) Value { return Value{Text: text, Type: kind} }

// Add adds values of a property to those that it has; none adds nothing.
func (n *Node) Add(name string, values ...Value) {
	for i := range n.Properties {
		if n.Properties[i].Name == name {
			n.Properties[i].Values = append(n.Properties[i].Values, values...)
			return
		}
	}
	if len(values) > 0 {
		n.Properties = append(n.Properties, Property{name, values})
	}
}

// AddText adds a text in each language that has it, in the given order.
func (n *Node) AddText(name string, languages []string, text map[string]string) {
	var values []Value
	for _, code := range languages {
		if text[code] != "" {
			values = append(values, Value{Text: text[code], Language: code})
		}
	}
	n.Add(name, values...)
}

// iri escapes what an address may not hold in either notation.
func iri(s string) string {
	var b strings.Builder
	for _, r := range s {
		if r <= ' ' || strings.ContainsRune("<>\"{}|^`\\", r) {
			fmt.Fprintf(&b, "%%%02X", r)
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}
