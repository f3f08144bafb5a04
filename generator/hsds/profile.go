package hsds

import (
	"encoding/json"

	"elinde/site"
)

// profile makes the files of our Profile: a patch for each resource that we add
// fields to, and a list of them.
func (p *Package) profile() []site.File {
	list := struct {
		Version string   `json:"hsds_version"`
		Patches []string `json:"merge_patches"`
	}{Version: Version}
	files := []site.File{{Path: Folder + Profile + Root}}
	for _, r := range Resources() {
		if patch := profile(&r, p.Languages); patch != nil {
			list.Patches = append(list.Patches, r.Name+".json")
			files = append(files, site.File{Path: Folder + Profile + r.Name + ".json", Data: patch})
		}
	}
	data, err := json.Marshal(list)
	if err != nil {
		panic(err) // of strings only
	}
	files[0].Data = data
	return files
}

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
