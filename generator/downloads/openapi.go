package downloads

import (
	_ "embed"
	"encoding/json"
	"strings"
)

// OpenAPI is the name of the description of all addresses for programs (OpenAPI
// 3.1), under Folder.
const OpenAPI = "openapi.json"

// openAPI is that of any site; address, title and licence are this one's.
//
//go:embed openapi.json
var openAPI []byte

// openapi describes the static files and the search.
func (h *shelf) openapi() []byte {
	var doc map[string]any
	if err := json.Unmarshal(openAPI, &doc); err != nil {
		panic(err) // a test reads it
	}
	info := doc["info"].(map[string]any)
	info["title"] = h.settings.Title[h.codes[len(h.codes)-1]]
	info["version"] = "1"
	if h.newest != nil {
		info["version"] = string(h.newest.ID)
	}
	if h.settings.Licence != "" {
		info["license"] = map[string]string{"name": h.settings.Licence, "identifier": h.settings.Licence}
	}
	doc["servers"] = []map[string]string{{"url": strings.TrimSuffix(h.settings.BaseURL, "/")}}
	parameters := doc["components"].(map[string]any)["parameters"].(map[string]any)
	parameters["language"].(map[string]any)["schema"] = map[string]any{"enum": h.codes}
	return append(indented(doc), '\n')
}

// indented writes a value whose every field has a form in JSON.
func indented(v any) []byte {
	data, err := json.MarshalIndent(v, "", " ")
	if err != nil {
		panic(err) // every field has a form in JSON
	}
	return data
}
