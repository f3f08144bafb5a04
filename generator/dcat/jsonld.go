package dcat

import "encoding/json"

// JSONLD writes the nodes as JSON-LD 1.1.
func JSONLD(nodes []*Node) ([]byte, error) {
	context := map[string]string{}
	for _, p := range prefixes {
		context[p.name] = p.address
	}
	graph := make([]map[string]any, len(nodes))
	for i, n := range nodes {
		graph[i] = n.object()
	}
	data, err := json.MarshalIndent(map[string]any{"@context": context, "@graph": graph}, "", " ")
	return append(data, '\n'), err
}

func (n *Node) object() map[string]any {
	o := map[string]any{}
	if n.ID != "" {
		o["@id"] = iri(n.ID)
	}
	if n.Type != "" {
		o["@type"] = n.Type
	}
	for _, p := range n.Properties {
		var values []any
		for _, v := range p.Values {
			values = append(values, v.object())
		}
		if len(values) == 1 {
			o[p.Name] = values[0]
		} else {
			o[p.Name] = values
		}
	}
	return o
}

func (v Value) object() any {
	switch {
	case v.Node != nil:
		return v.Node.object()
	case v.IRI != "":
		return map[string]string{"@id": iri(v.IRI)}
	case v.Language != "":
		return map[string]string{"@value": v.Text, "@language": v.Language}
	case v.Type != "":
		return map[string]string{"@value": v.Text, "@type": v.Type}
	}
	return v.Text
}
