package hsds

import "encoding/json"

// profile gives the merge patch (RFC 7386) that adds our fields to the schema of
// a resource, as the specification wants Profiles written; nil where we add none.
func profile(r *Resource, languages []string) []byte {
	type property struct {
		Type   string `json:"type"`
		Format string `json:"format,omitempty"`
	}
	properties := map[string]property{}
	for _, f := range r.Columns(languages) {
		if !f.Own {
			continue
		}
		p := property{Type: f.Type, Format: f.Format}
		if f.Type == "date" {
			p = property{Type: "string", Format: "date"}
		}
		properties[f.Name] = p
	}
	if len(properties) == 0 {
		return nil
	}
	data, err := json.Marshal(map[string]any{"properties": properties})
	if err != nil {
		panic(err) // of strings only
	}
	return data
}
